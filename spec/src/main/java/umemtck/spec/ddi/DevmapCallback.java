package umemtck.spec.ddi;

/** The functions of a {@code struct devmap_callback_ctl}: bits that say which are given. */
public final class DevmapCallback {
  /** No structure at all. */
  public static final int NONE = 0x0;

  /** {@code devmap_map(9E)}: called while the mapping is made. */
  public static final int DEVMAP_MAP = 0x1;

  /** {@code devmap_access(9E)}: called when a page is touched; without it no MAP_PRIVATE. */
  public static final int DEVMAP_ACCESS = 0x2;

  /** {@code devmap_unmap(9E)}: called when pages of a mapping are gone. */
  public static final int DEVMAP_UNMAP = 0x4;

  /** {@code devmap_dup(9E)}: called when a mapping is duplicated by a fork. */
  public static final int DEVMAP_DUP = 0x8;

  private DevmapCallback() {}
}
