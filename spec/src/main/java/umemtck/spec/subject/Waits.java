package umemtck.spec.subject;

import java.util.function.BooleanSupplier;

/**
 * The only way in which a subject that declares {@link Feature#SETTLE} blocks. The kit hands one
 * over at boot and lets one call run at a time; so "nothing can run" is a fact, found without a
 * clock, and which of several ready calls goes on is drawn from the seed.
 *
 * <p>Where the kit is asked to let calls overlap in threads that run freely ({@code
 * --free-threads}), several run at once, each until it has ended or blocks; a condition is still
 * asked while no call runs, and whoever it lets go on then runs alone.
 */
public interface Waits {
  /**
   * Blocks the calling thread until a condition holds. The condition is asked by the kit, on any
   * thread, while no call runs; it must only look.
   *
   * @param until asked now, and again after each {@link #changed()}
   */
  void await(BooleanSupplier until);

  /** Says that a condition which somebody awaits may hold now. Does not block. */
  void changed();

  /**
   * Starts a thread of the machine's own, such as a worker that does deferred unlocks. It runs only
   * when the kit lets it, blocks through {@link #await} alone, and is let go of when the machine is
   * closed; what it throws is a fault of the adapter, {@link UmemPanic} apart.
   *
   * @param body what it does; may run for ever
   */
  void thread(Runnable body);

  /**
   * A stall point: here another thread may go on before this one does. A subject that declares
   * {@link Feature#STALLS} calls it between two steps of a call whose order against the steps of
   * other calls may matter, with no lock of its own held. Where only one call is out, it does
   * nothing.
   *
   * @param step the step that comes next, by a name that is the same each time
   */
  default void stall(String step) {}
}
