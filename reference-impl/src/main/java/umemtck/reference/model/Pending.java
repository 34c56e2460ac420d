package umemtck.reference.model;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;

/**
 * A call that has not ended.
 *
 * @param id its number in the history
 * @param context of its thread
 * @param call what was called
 * @param enough whether what it needs was free for certain when it was called
 * @param slept whether it was still out when nothing could run
 * @param tookAt how many resources had been set when it took what it needs; -1 if it has not yet
 * @param gaveUp whether it was refused, and has only to return
 */
public record Pending(
    int id, Context context, Call call, boolean enough, boolean slept, int tookAt, boolean gaveUp) {
  Pending(int id, Context context, Call call, boolean enough) {
    this(id, context, call, enough, false, -1, false);
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
    return new Pending(id, context, call, enough, true, tookAt, gaveUp);
  }

  Pending taking(int settings) {
    return new Pending(id, context, call, enough, slept, settings, false);
  }

  Pending givingUp() {
    return new Pending(id, context, call, enough, slept, -1, true);
  }
}
