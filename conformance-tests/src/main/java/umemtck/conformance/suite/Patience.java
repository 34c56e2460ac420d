package umemtck.conformance.suite;

import umemtck.conformance.session.Watch;
import umemtck.spec.ddi.Call;

/** Waits for a thread to end, but not for ever for a call that does not return. */
public final class Patience {
  private Patience() {}

  /**
   * Waits.
   *
   * @param seconds how long one call may be out
   * @return which call did not return, or null if the thread ended
   */
  public static String until(Thread thread, Watch watch, int seconds) {
    long count = -1;
    long since = System.nanoTime();
    try {
      while (true) {
        thread.join(100);
        if (!thread.isAlive()) {
          return null;
        }
        Object out = watch.out();
        if (out == null || watch.count() != count) {
          count = watch.count();
          since = System.nanoTime();
        } else if (System.nanoTime() - since > seconds * 1_000_000_000L) {
          return "given up: " + name(out) + " did not return within " + seconds + " seconds";
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static String name(Object out) {
    return out instanceof Call call ? call.op() : out.toString();
  }
}
