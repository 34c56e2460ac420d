package umemtck.tla.equivalence;

import java.util.List;
import java.util.stream.Stream;
import umemtck.spec.ddi.Errno;
import umemtck.tla.graph.DevmapBounds;

/**
 * The numbers of a graph in the Java model. Offsets are signed there as here; what is longer than
 * any cookie is so long there that a sum with it wraps.
 */
final class DevmapNumbers {
  /** Bytes of Java that a byte of the specification stands for. */
  private static final long BYTES = 1_024;

  /** Where the memory of the first cookie is; each has more room than it may need. */
  private static final long KERNEL = 1L << 32;

  private static final long FIRST = 100;
  private static final long HANDLES = 1_000;

  private final DevmapBounds bounds;

  DevmapNumbers(DevmapBounds bounds) {
    this.bounds = bounds;
  }

  /** Bytes of a page of Java. */
  long page() {
    return bounds.pageSize() * BYTES;
  }

  /** A user's address. */
  long address(long word) {
    return word * BYTES;
  }

  /** The user's address that an address of Java stands for. */
  long word(long address) {
    return address / BYTES;
  }

  /** An offset, which is signed. */
  long offset(long word) {
    return (word > bounds.wordMax() / 2 ? word - bounds.wordMax() - 1 : word) * BYTES;
  }

  /** A length, which is not. */
  long length(long word) {
    boolean beyond = word > longest() * bounds.pageSize();
    return (beyond ? word - bounds.wordMax() - 1 : word) * BYTES;
  }

  /** How many pages a cookie has. */
  long pages(long cookie) {
    if (bounds.onePage().contains(cookie)) {
      return 1;
    }
    return bounds.twoPages().contains(cookie) ? 2 : 3;
  }

  /** How many pages the longest cookie has. */
  private long longest() {
    return Stream.of(bounds.onePage(), bounds.twoPages(), bounds.threePages())
        .flatMap(List::stream)
        .mapToLong(this::pages)
        .max()
        .orElseThrow();
  }

  /** The kernel's address of a page of a cookie. */
  long kernel(long cookie, long page) {
    return KERNEL * cookie + page * page();
  }

  /** A process; the one that is there at boot is none of the specification's. */
  long process(long p) {
    return FIRST + p;
  }

  /** The number of a process in the specification. */
  long processOf(long id) {
    return id - FIRST;
  }

  /** The handle of the mapping that begins at an address of a process. */
  long handle(long p, long addr) {
    return p * HANDLES + addr + 1;
  }

  /** What the driver, 0, or a process stores. Memory is zero until then. */
  static int value(long who) {
    return (int) who + 1;
  }

  /** Who stores a value; -1 for nobody. */
  static long who(int value) {
    return value - 1L;
  }

  /** An errno, or another number, by its name. */
  static int errno(String name) {
    return switch (name) {
      case "ENXIO" -> Errno.ENXIO;
      case "EAGAIN" -> Errno.EAGAIN;
      case "EACCES" -> Errno.EACCES;
      case "EINVAL" -> Errno.EINVAL;
      case "as-they-went" -> 0;
      default -> Integer.parseInt(name);
    };
  }
}
