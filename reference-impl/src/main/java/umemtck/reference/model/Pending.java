package umemtck.reference.model;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;

/**
 * A call that has not ended.
 *
 * @param id its number in the history
 * @param proc the process of its thread
 * @param context of its thread
 * @param call what was called
 * @param enough whether what it needs was free for certain when it was called
 * @param slept whether it was still out when nothing could run
 * @param tookAt how many resources had been set when it took what it needs; -1 if it has not yet
 * @param gaveUp whether it was refused, and has only to return
 * @param early what became of the cleanup function of a lock that has not returned yet
 *     (LOCKMEM.callback-before-return); null if nothing has
 * @param earlyCookie what it received then
 */
public record Pending(
    int id,
    long proc,
    Context context,
    Call call,
    boolean enough,
    boolean slept,
    int tookAt,
    boolean gaveUp,
    Cleanup early,
    long earlyCookie) {
  Pending(int id, long proc, Context context, Call call, boolean enough) {
    this(id, proc, context, call, enough, false, -1, false, null, 0);
  }

  /** Whether it has what it needs already, and has only to return. */
  public boolean took() {
    return tookAt >= 0;
  }

  /** Whether it is settled how it will end. */
  boolean decided() {
    return took() || gaveUp;
  }

  Pending resting() {
    return new Pending(id, proc, context, call, enough, true, tookAt, gaveUp, early, earlyCookie);
  }

  Pending taking(int settings) {
    return new Pending(id, proc, context, call, enough, slept, settings, false, early, earlyCookie);
  }

  Pending givingUp() {
    return new Pending(id, proc, context, call, enough, slept, -1, true, early, earlyCookie);
  }

  Pending calledEarly(Cleanup next, long with) {
    return new Pending(id, proc, context, call, enough, slept, tookAt, gaveUp, next, with);
  }
}
