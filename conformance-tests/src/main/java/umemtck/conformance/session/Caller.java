package umemtck.conformance.session;

import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;

/**
 * Who makes a call.
 *
 * @param thread 0 for the session's own, else the number of the call that the thread was started
 *     for
 * @param starts whether the thread begins with this call
 * @param home the process in which the thread is between its calls
 * @param proc the process that makes this one
 * @param context in which it is made
 */
public record Caller(int thread, boolean starts, long home, long proc, Context context) {
  /** The session's own thread, on behalf of the process that is there at boot. */
  public static final Caller SESSION = of(0, Ids.PROCESS, Ids.PROCESS, Context.USER);

  /** A thread that is there already. */
  static Caller of(int thread, long home, long proc, Context context) {
    return new Caller(thread, false, home, proc, context);
  }
}
