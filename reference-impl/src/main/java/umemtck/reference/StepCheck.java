package umemtck.reference;

import java.util.function.Supplier;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Breach;
import umemtck.reference.model.Explanations;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.UmemModel;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.UmemPanic;

/**
 * Asks the model about one call at a time. Safe for any number of threads. A call that cannot block
 * is made under the lock, so that the model sees its effect just when others may; a call that may
 * block is made without it, and the model knows that a sleeper may have taken what it needs before
 * its return is seen.
 */
final class StepCheck {
  private final Explanations seen;
  private final ThreadLocal<Context> context = ThreadLocal.withInitial(() -> Context.USER);
  private int last;
  private boolean judging = true;

  StepCheck(ModelConfig config) {
    seen = new Explanations(new UmemModel(config));
  }

  /** The calling thread is in this context from now on. */
  void enter(Context next) {
    context.set(next);
  }

  /** Makes a call that cannot block. */
  synchronized <T extends Outcome> T atOnce(Call call, Supplier<T> real) {
    return mayBlock(call, real);
  }

  /** Makes a call that may block. */
  <T extends Outcome> T mayBlock(Call call, Supplier<T> real) {
    int id = invoked(call);
    T got;
    try {
      got = real.get();
    } catch (UmemPanic panic) {
      returned(id, call, new Outcome.Panicked(panic.getMessage()), panic);
      throw panic;
    }
    returned(id, call, got, null);
    return got;
  }

  /** Nothing can run: may the calls that are out be out? */
  synchronized void settled() {
    if (judging && seen.rested() instanceof Answer.Forbidden no) {
      throw broken(no, "settle", "still out: " + seen.any().pending(), null);
    }
  }

  synchronized boolean judges() {
    return judging;
  }

  private synchronized int invoked(Call call) {
    int id = ++last;
    if (judging && seen.invoked(id, context.get(), call) instanceof Answer.Undefined) {
      // A caller's duty is broken: from here on the contract says nothing.
      judging = false;
    }
    return id;
  }

  private synchronized void returned(int id, Call call, Outcome outcome, UmemPanic panic) {
    if (judging && seen.returned(id, outcome) instanceof Answer.Forbidden no) {
      throw broken(no, call.toString(), outcome.toString(), panic);
    }
  }

  private static AssertionError broken(
      Answer.Forbidden no, String call, String got, UmemPanic cause) {
    Breach b = no.breaches().get(0);
    return new AssertionError(
        b.facet() + ": " + call + ": expected " + b.expected() + "; got " + got, cause);
  }
}
