package umemtck.reference.model;

/**
 * Whole pages of an address space. They do not run over its end.
 *
 * @param addr first byte
 * @param len bytes; 0 for none
 */
public record Extent(long addr, long len) {
  /** Whether they have a page in common. */
  public boolean touches(Extent other) {
    return len != 0
        && other.len != 0
        && (Long.compareUnsigned(other.addr - addr, len) < 0
            || Long.compareUnsigned(addr - other.addr, other.len) < 0);
  }

  /** Whether an address is in it. */
  public boolean covers(long at) {
    return Long.compareUnsigned(at - addr, len) < 0;
  }

  /** The first address behind it; 0 if it ends where addresses end. */
  public long end() {
    return addr + len;
  }

  /** The address of its last byte; it is not empty. */
  long last() {
    return end() - 1;
  }
}
