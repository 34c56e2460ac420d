package umemtck.reference.model;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;

/** One call of the contract: when it may be made, how it may end, when it may stay out. */
interface Action {
  /**
   * The duty of the caller that the call breaks, or null.
   *
   * @param proc the process of the calling thread
   */
  Answer.Undefined duty(UmemState s, long proc, Context context, Call call);

  /** May the call end like this? */
  Answer returned(UmemState s, Pending p, Outcome outcome);

  /** Why the call may not be out when nothing can run, or null if it may. */
  Breach mustNotRest(UmemState s, Pending p);
}
