package umemtck.conformance.session;

import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.UmemCallbackOps;

/** A booted subject, called by record: one {@link Call} in, one {@link Outcome} out. */
public interface Machine {
  /**
   * Makes a call on this thread. Whatever is thrown but a panic comes out as it is.
   *
   * @param caller who makes it
   * @param call what is called
   * @param cleanup what a callback vector holds; null where the call gives none
   */
  Outcome perform(Caller caller, Call call, UmemCallbackOps.Cleanup cleanup);

  /**
   * Says which calls come next, by the session's own thread and in this order, unless the trial
   * ends before: whoever is behind a pipe may ask them all at once. They look, store, set what is
   * free, or free; none may wait. What was said and has not come yet may be said again.
   */
  default void expect(List<Call> next) {}

  /** Lets go of whatever the machine holds. Called once; also after a panic. */
  void close();
}
