package umemtck.spec.ddi;

/**
 * Bits of the {@code flags} of {@code devmap_umem_setup(9F)}. The documents know of none but {@link
 * #DEVMAP_DEFAULTS}; the others are honoured where a subject says so (K-12).
 */
public final class DevmapFlag {
  /** Nothing special. */
  public static final int DEVMAP_DEFAULTS = 0x0;

  /** The mapping faults until it is remapped; only together with {@link #DEVMAP_ALLOW_REMAP}. */
  public static final int DEVMAP_MAPPING_INVALID = 0x1;

  /** {@code devmap_umem_remap} may be called; the mapping cannot be locked (REMAP.no-lock). */
  public static final int DEVMAP_ALLOW_REMAP = 0x2;

  /** Pages of the usual size alone. */
  public static final int DEVMAP_USE_PAGESIZE = 0x4;

  /** A cache attribute: cached. */
  public static final int IOMEM_DATA_CACHED = 0x10000;

  /** A cache attribute: uncached, with writes combined. */
  public static final int IOMEM_DATA_UC_WR_COMBINE = 0x20000;

  /** A cache attribute: uncached. */
  public static final int IOMEM_DATA_UNCACHED = 0x40000;

  /** Where the cache attributes are; a bit of it without a name is none that is supported. */
  public static final int IOMEM_DATA_MASK = 0xF0000;

  private DevmapFlag() {}

  /** Whether a mapping with these flags can be remapped. */
  public static boolean allowsRemap(int flags) {
    return (flags & DEVMAP_ALLOW_REMAP) != 0;
  }

  /** Whether a mapping with these flags faults until it is remapped. */
  public static boolean invalid(int flags) {
    return (flags & DEVMAP_MAPPING_INVALID) != 0;
  }

  /** How many cache attributes are asked for, those without a name included. */
  public static int cacheAttributes(int flags) {
    return Integer.bitCount(flags & IOMEM_DATA_MASK);
  }
}
