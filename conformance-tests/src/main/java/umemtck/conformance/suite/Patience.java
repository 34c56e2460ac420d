package umemtck.conformance.suite;

import java.util.function.Predicate;
import umemtck.conformance.session.Watch;
import umemtck.spec.ddi.Call;

/** Waits for a thread to end, but not for ever for a call that does not return. */
public final class Patience {
  private Patience() {}

  /**
   * Waits.
   *
   * @param seconds how long one call may be out
   * @param kill ends a call that is out for longer, and says whether it could
   * @return which call did not return and could not be ended, or null if the thread ended
   */
  public static String until(Thread thread, Watch watch, int seconds, Predicate<String> kill) {
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
          String late = "did not return within " + seconds + " seconds";
          if (!kill.test(late)) {
            return "given up: " + name(out) + " " + late;
          }
          since = System.nanoTime(); // It comes back now; if not, this comes again.
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
