package umemtck.reference.kernel;

/**
 * Whether a range lies in the memory of a cookie, and which pages of it a mapping shows. Offsets
 * are signed, sizes and lengths are not. There is no sum that could wrap: each of these is proved
 * for all offsets, lengths, sizes and page sizes of 64 bits, see "Proved at 64 bits" in
 * tla/README.md.
 */
public final class RangeCheck {
  private RangeCheck() {}

  /** {@code 0 <= off} and {@code off + len <= size} (IOSETUP.in-bounds, DEVMAP.in-bounds). */
  public static boolean isWithin(long off, long len, long size) {
    return off >= 0
        && Long.compareUnsigned(len, size) <= 0
        && Long.compareUnsigned(off, size - len) <= 0;
  }

  /**
   * The same, and a whole mapping fits from there on: its length stays as it is, whatever length is
   * asked for (REMAP.in-bounds, REMAP.length-fixed).
   *
   * @param mapped bytes of the mapping: whole pages
   */
  public static boolean isMappingWithin(long off, long len, long mapped, long size) {
    return isWithin(off, len, size) && isWithin(off, mapped, size);
  }

  /** Where the page begins that holds an offset which is in bounds (DEVMAP.rounding-contained). */
  public static long startOfPage(long off, long pageSize) {
    return off & -pageSize;
  }

  /** Bytes of the pages that a length takes which is in bounds (DEVMAP.rounding-contained). */
  public static long wholePages(long len, long pageSize) {
    return (len + (pageSize - 1)) & -pageSize;
  }
}
