package umemtck.conformance.session;

/**
 * Says which call is out, so that somebody with a clock can notice that one never returns. The
 * clock never decides a verdict: what hangs is UNRESOLVED.
 */
public final class Watch {
  private volatile Object out;
  private volatile Object around;
  private volatile long count;

  void starts(Object call) {
    count++;
    out = call;
  }

  void ends() {
    out = null;
  }

  /** Calls are out of which nobody says when each begins and ends; null if they no longer are. */
  void begins(Object calls) {
    count++;
    around = calls;
  }

  /** The call that is out, or null. */
  public Object out() {
    Object call = out;
    return call == null ? around : call;
  }

  /** Grows with each call. */
  public long count() {
    return count;
  }
}
