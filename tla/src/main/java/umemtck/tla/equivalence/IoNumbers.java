package umemtck.tla.equivalence;

import java.util.HashMap;
import java.util.Map;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.IoState;

/**
 * The numbers of a graph in the Java model. A word of the specification is the upper bits of a word
 * of Java: what wraps, or is negative, in the one is so in the other.
 */
final class IoNumbers {
  /** The project of all processes. */
  static final long PROJECT = 101;

  private static final long FIRST = 100;

  private final int shift;

  IoNumbers(IoBounds bounds) {
    this.shift = Long.numberOfLeadingZeros(bounds.wordMax());
  }

  /** An address, an offset or a length. */
  long bytes(long word) {
    return word << shift;
  }

  /** The word that stands for an address, an offset or a length of Java. */
  long word(long bytes) {
    return bytes >>> shift;
  }

  /** A process; the one that is there at boot is none of the specification's. */
  long process(long p) {
    return p == IoState.KERNEL ? 0 : FIRST + p;
  }

  /** The number of a process in the specification. */
  long processOf(long id) {
    return id == 0 ? IoState.KERNEL : id - FIRST;
  }

  /** The device that goes with a block number: the one stands for all that is not interpreted. */
  static long dev(long blkno) {
    return 1_000 + blkno;
  }

  /** The completion routine that goes with a block number. */
  static long iodone(long blkno) {
    return 2_000 + blkno;
  }

  /** What a buf carries besides its direction and its marks, by name. */
  Map<String, Long> fields(IoState.Buf d) {
    return new HashMap<>(
        Map.of(
            "count",
            bytes(d.len()),
            "dev",
            dev(d.blkno()),
            "blkno",
            d.blkno(),
            "iodone",
            iodone(d.blkno()),
            "addr",
            bytes(d.addr()),
            "proc",
            process(d.proc())));
  }
}
