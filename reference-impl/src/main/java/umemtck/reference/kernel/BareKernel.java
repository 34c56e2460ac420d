package umemtck.reference.kernel;

import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;
import umemtck.spec.subject.UmemPanic;
import umemtck.spec.subject.Waits;

/** What every part of a kernel needs: how it is configured, who calls, and how it stops. */
abstract class BareKernel {
  private final KernelOptions options;
  private final Waits waits;
  private final ThreadLocal<Context> context = ThreadLocal.withInitial(() -> Context.USER);
  private final ThreadLocal<Long> current = ThreadLocal.withInitial(() -> Ids.PROCESS);
  private String down;

  BareKernel(KernelOptions options, Waits waits) {
    this.options = options;
    this.waits = waits;
  }

  /** How it is configured. */
  protected final KernelOptions options() {
    return options;
  }

  /** How it blocks. Never used while this kernel's lock is held. */
  final Waits waits() {
    return waits;
  }

  /**
   * Between two steps of a call others may go on. Never with this kernel's lock held: they could
   * not.
   *
   * @param step the step that comes next
   */
  protected final void stall(String step) {
    assert !Thread.holdsLock(this) : "stalls before " + step + " with the kernel's lock held";
    waits.stall(step);
  }

  /** The context of the calling thread. */
  protected final Context context() {
    return context.get();
  }

  final void enter(Context next) {
    context.set(next);
  }

  /** The process of the calling thread. */
  protected final long current() {
    return current.get();
  }

  final void enterProc(long proc) {
    current.set(proc);
  }

  /** Stops the machine: this call and every later one panics. */
  protected final UmemPanic panic(String text) {
    down = text;
    return new UmemPanic("panic: " + text);
  }

  /** Whether the machine has stopped. */
  final boolean isDown() {
    return down != null;
  }

  final void mustBeUp() {
    if (down != null) {
      throw new UmemPanic("the machine is down: " + down);
    }
  }

  /** An address, a cookie or a handle, as a panic says it. */
  static String text(long number) {
    return "0x" + Long.toHexString(number);
  }
}
