package umemtck.reference.kernel;

/**
 * Contiguous pages of an address space.
 *
 * @param first number of the first, from 0
 * @param count how many; may reach beyond the end of the address space
 */
public record PageRange(long first, long count) {
  /** A whole address space: pages have numbers of at most 60 bits. */
  static final PageRange ALL = new PageRange(0, 1L << 60);

  /** Number of the page behind the last. */
  public long end() {
    return first + count;
  }

  /** Whether they have a page in common. */
  public boolean intersects(PageRange other) {
    return first < other.end() && other.first < end();
  }
}
