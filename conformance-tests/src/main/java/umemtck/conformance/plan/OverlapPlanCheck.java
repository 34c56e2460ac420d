package umemtck.conformance.plan;

import java.util.List;
import java.util.Set;
import umemtck.conformance.plan.OverlapStep.Turn;

/** Finds in calls that overlap what this kit would never do. */
final class OverlapPlanCheck {
  /** What threads may do while their calls overlap. */
  private static final Set<Class<? extends Step>> CALLS =
      Set.of(
          Step.Alloc.class,
          Step.Free.class,
          Step.Rewrite.class,
          LockStep.Lock.class,
          LockStep.LockMemory.class,
          LockStep.Unlock.class,
          LockStep.Munmap.class,
          LockStep.Mprotect.class,
          LockStep.Exit.class,
          ExportStep.SharedMap.class,
          ExportStep.Remap.class,
          ExportStep.Load.class);

  private OverlapPlanCheck() {}

  /** What is wrong, in a sentence that goes on after the number of the step; or null. */
  static String problem(OverlapStep step) {
    if (step.threads().isEmpty() || step.threads().size() > OverlapStep.THREADS) {
      return "has " + step.threads().size() + " threads, not 1 to " + OverlapStep.THREADS;
    }
    for (List<Step> calls : step.threads()) {
      for (Step call : calls) {
        if (!CALLS.contains(call.getClass())) {
          return "lets a thread do what is no call that may overlap others: " + call;
        }
      }
    }
    int last = -1;
    for (Turn t : step.turns()) {
      if (t.at() <= last || t.take() < 1) {
        return "has turns that do not ascend, or take nobody else: " + step.turns();
      }
      last = t.at();
    }
    return null;
  }
}
