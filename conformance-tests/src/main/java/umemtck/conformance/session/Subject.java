package umemtck.conformance.session;

import java.util.Optional;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Waits;

/** What is judged, in whichever language it is written. */
public interface Subject {
  /** The name in reports. */
  String name();

  /** The version in reports. */
  String version();

  /** What it offers. The same each time. */
  Declaration declaration();

  /**
   * Boots a fresh machine: nothing allocated, nothing shared with any earlier one.
   *
   * @param seed the same seed gives a machine that behaves the same
   * @param waits through which its calls wait
   */
  Machine boot(long seed, Waits waits);

  /**
   * Whether calls that overlap run freely, each on a thread of its own, and are not driven from
   * stall to stall. Then no try is the same as the one before.
   */
  default boolean runsFreely() {
    return false;
  }

  /**
   * Ends a machine that does not come back from a call, if that can be done; the call then ends
   * with a fault. May be called by any thread.
   *
   * @param why what is said of the call
   * @return whether the call ends
   */
  default boolean kill(String why) {
    return false;
  }

  /** Why it is not booted any more, if that is so. */
  default Optional<String> gone() {
    return Optional.empty();
  }

  /** Lets go of whatever the subject holds; it is not booted again. */
  default void close() {}
}
