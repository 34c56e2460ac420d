package umemtck.tla.equivalence;

import umemtck.reference.model.Pending;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Ids;
import umemtck.tla.graph.LockBounds;
import umemtck.tla.graph.LockState;

/**
 * The numbers of a graph in the Java model. A word of the specification is the upper bits of a word
 * of Java: whatever wraps, overflows or is not aligned in the one is so in the other.
 */
final class LockNumbers {
  /** Not an errno: the call ends in a panic. */
  static final int PANIC = -1;

  private static final int LOCKS = 10;
  private static final int EVENTS = 200;
  private static final int UNLOCKS = 300;
  private static final long FIRST = 100;

  private final LockBounds bounds;
  private final int shift;

  LockNumbers(LockBounds bounds) {
    this.bounds = bounds;
    this.shift = Long.numberOfLeadingZeros(bounds.wordMax());
  }

  /** An address, a length, a usage or a limit; the largest word has all bits set. */
  long bytes(long word) {
    return word == bounds.wordMax() ? -1L : word << shift;
  }

  /** The word that stands for an address, a length, a usage or a limit of Java. */
  long word(long bytes) {
    return bytes >>> shift;
  }

  /** A process; the one that is there at boot is none of the specification's. */
  long process(long p) {
    return FIRST + p;
  }

  /** A project; likewise. */
  long project(long j) {
    return FIRST + j;
  }

  /** A project, or the zone. */
  long holder(long h) {
    return h == LockState.ZONE ? Ids.ZONE : project(h);
  }

  /** The number of the call that a cookie comes from. */
  int lock(long cookie) {
    return LOCKS + (int) cookie;
  }

  /** The number of the munmap or exit of a process. */
  int event(long p) {
    return EVENTS + (int) p;
  }

  /** The number of the unlock that a thread is in. */
  int thread(String t) {
    return UNLOCKS + bounds.threads().indexOf(t);
  }

  /** Who unlocks a cookie: a thread, or else the worker. */
  String unlocker(UmemState s, long cookie) {
    for (Pending p : s.pending()) {
      if (p.call() instanceof Call.UmemUnlock u && u.cookie() == cookie) {
        return bounds.threads().get(p.id() - UNLOCKS);
      }
    }
    return LockState.WORKER;
  }

  int errno(String name) {
    return switch (name) {
      case "0" -> 0;
      case "EAGAIN" -> Errno.EAGAIN;
      case "ENOMEM" -> Errno.ENOMEM;
      case "EACCES" -> Errno.EACCES;
      case "EFAULT" -> Errno.EFAULT;
      case "EINVAL" -> Errno.EINVAL;
      case "panic" -> PANIC;
      default -> throw new IllegalArgumentException("no such errno: " + name);
    };
  }
}
