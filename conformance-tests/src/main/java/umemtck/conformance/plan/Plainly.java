package umemtck.conformance.plan;

import java.util.List;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.UmemLockFlag;

/**
 * What a plan does, whatever the way in which its calls are made: from which context, by whom,
 * through which of two calls that do the same. Two plans that differ in nothing else show, if both
 * fail, that the way does not matter.
 */
public final class Plainly {
  private Plainly() {}

  /** The steps, each made in the plainest way. */
  public static List<Step> steps(Plan plan) {
    return plan.steps().stream().filter(s -> !isShortage(s)).map(Plainly::step).toList();
  }

  /** Memory for a buf that is short is a way to make one: who can wait gets it. */
  private static boolean isShortage(Step step) {
    return step instanceof LockStep.FailNext f && f.step() == FaultyStep.BUF;
  }

  private static Step step(Step step) {
    if (step instanceof Step.Alloc a) {
      return new Step.Alloc(a.name(), a.size(), a.flag(), Context.USER);
    }
    if (step instanceof OverlapStep o) {
      return SimplerOverlap.each(o.with(List.of()), Plainly::step);
    }
    if (step instanceof Step.Free f) {
      return new Step.Free(f.name(), Context.USER);
    }
    if (step instanceof Step.FreeNull) {
      return new Step.FreeNull(Context.USER);
    }
    if (step instanceof LockStep.Lock l) {
      return new LockStep.Lock(l.name(), 0, l.at(), l.flags(), Context.USER);
    }
    if (step instanceof LockStep.LockMemory l) {
      int flags = l.flags() & ~UmemLockFlag.DDI_UMEMLOCK_LONGTERM;
      return new LockStep.Lock(l.name(), 0, l.at(), flags, Context.USER);
    }
    if (step instanceof BufStep.Setup b) {
      return new BufStep.Setup(
          b.name(),
          b.cookie(),
          b.locked(),
          b.off(),
          b.len(),
          b.direction(),
          b.sleepflag(),
          Context.USER);
    }
    if (step instanceof BufStep.Free b) {
      return new BufStep.Free(b.name());
    }
    return step instanceof LockStep.Unlock u
        ? new LockStep.Unlock(u.name(), 0, Context.USER, false)
        : step;
  }
}
