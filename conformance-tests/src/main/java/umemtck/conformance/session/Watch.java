package umemtck.conformance.session;

/**
 * Says which call is out, so that somebody with a clock can notice that one never returns. The
 * clock never decides a verdict: what hangs is UNRESOLVED.
 */
public final class Watch {
  private volatile Object out;
  private volatile long count;

  void starts(Object call) {
    count++;
    out = call;
  }

  void ends() {
    out = null;
  }

  /** The call that is out, or null. */
  public Object out() {
    return out;
  }

  /** Grows with each call. */
  public long count() {
    return count;
  }
}
