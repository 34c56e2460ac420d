package umemtck.conformance.protocol;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.Outcome;

/**
 * Which answers fit their questions. Nothing can be concluded from another: neither that the
 * contract was broken, nor that it was not.
 */
final class Answers {
  private static final int LARGEST_BYTE = 255;
  private static final int LARGEST_SIGNAL = 127;
  private static final int FUNCTIONS = DevmapCallback.DEVMAP_MAP | DevmapCallback.DEVMAP_ACCESS;

  private Answers() {}

  static boolean fits(Call call, Outcome outcome) {
    if (outcome instanceof Outcome.Matched m) {
      return isComparison(call, m);
    }
    return !(outcome instanceof Outcome.Mapped m) || isMapping((Call.DevmapUmemSetup) call, m);
  }

  private static boolean isMapping(Call.DevmapUmemSetup asked, Outcome.Mapped m) {
    return (m.called() & ~FUNCTIONS) == 0
        && (m.stale() & ~FUNCTIONS) == 0
        && (asked.again() != null || m.again() == Outcome.Mapped.NOT_MADE);
  }

  private static boolean isComparison(Call asked, Outcome.Matched m) {
    return m.difference() == -1
        ? m.found() == 0
        : Long.compareUnsigned(m.difference(), length(asked)) < 0
            && m.found() >= 0
            && m.found() <= LARGEST_BYTE
            && m.found() != value(asked);
  }

  /** How many bytes are compared, unsigned; how long a buf is does not stand in its request. */
  private static long length(Call asked) {
    if (asked instanceof Call.MemoryMatches m) {
      return m.length();
    }
    if (asked instanceof Call.SharedMatches m) {
      return m.len();
    }
    return asked instanceof Call.UserMatches m ? m.len() : Long.MAX_VALUE;
  }

  private static int value(Call asked) {
    if (asked instanceof Call.MemoryMatches m) {
      return m.value();
    }
    if (asked instanceof Call.SharedMatches m) {
      return m.value();
    }
    return asked instanceof Call.UserMatches m ? m.value() : ((Call.Strategy) asked).value();
  }

  /** Whether an application makes it, which may get a signal instead of an answer. */
  static boolean mayBeSignalled(Call call) {
    return call instanceof Call.UserFill || call instanceof Call.UserMatches;
  }

  static Outcome signalled(int signal) {
    if (signal < 1 || signal > LARGEST_SIGNAL) {
      throw new ProtocolFault("field 'signal' is " + signal + ", not 1 to " + LARGEST_SIGNAL);
    }
    return new Outcome.Signalled(signal);
  }
}
