package umemtck.tla.trace;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/**
 * Addresses and cookies that nobody else in a trace has: for memory that was perhaps given to a
 * call that never returned.
 */
final class Unseen {
  /** Of the address space, parts of so many bits are told apart. */
  private static final int PART = 44;

  private static final int EACH = 36;

  private final Set<Long> parts = new HashSet<>();
  private long given;

  /** Somebody has this memory at some time. */
  void sees(long address, long size) {
    parts.add(address >>> PART);
    parts.add((address + size) >>> PART);
  }

  /** An address, with room for every allocation that there may be. */
  BigInteger address() {
    long part = 1;
    while (parts.contains(part)) {
      part++;
    }
    return Word64.of((part << PART) + (given++ << EACH));
  }

  /** A cookie: none that is a word. */
  BigInteger cookie() {
    return Word64.MAX.add(BigInteger.valueOf(++given));
  }
}
