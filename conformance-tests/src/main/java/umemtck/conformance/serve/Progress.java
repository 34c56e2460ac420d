package umemtck.conformance.serve;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;

/** How far a thread came when it was let go on: it stops there, and says so. */
sealed interface Progress {
  /**
   * Its call has returned.
   *
   * @param call null for a thread of the machine's own
   */
  record Returned(Call call, Outcome outcome) implements Progress {}

  /** It waits. */
  record Blocked() implements Progress {}

  /**
   * It calls a cleanup function.
   *
   * @param of the number of the request that gave it
   */
  record CallsBack(int of, long cookie) implements Progress {}

  /** Something was thrown that is no answer of the contract. */
  record Failed(Throwable fault) implements Progress {}
}
