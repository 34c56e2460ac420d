package umemtck.conformance.plan;

import java.util.HashSet;
import java.util.Set;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.UmemFlag;

/** Finds in the steps of a plan that are about bufs what this kit would never do. */
final class BufPlanCheck {
  private final Plan plan;
  private final Set<Integer> allocations;
  private final LockPlanCheck locks;
  private final Set<Integer> bufs = new HashSet<>();

  /**
   * Of the steps of one plan, asked in order.
   *
   * @param allocations those that the steps before have made
   * @param locks knows the locks that the steps before have made
   */
  BufPlanCheck(Plan plan, Set<Integer> allocations, LockPlanCheck locks) {
    this.plan = plan;
    this.allocations = allocations;
    this.locks = locks;
  }

  /** What is wrong with a step; or null. */
  String problem(BufStep step) {
    if (step instanceof BufStep.Setup s) {
      return bufs.add(s.name()) ? setup(s) : "makes buf " + s.name() + " again";
    }
    if (step instanceof BufStep.Free f && f.context() == Context.HIGH_LEVEL_INTERRUPT) {
      return "calls from a high-level interrupt";
    }
    int name = step.name();
    return bufs.contains(name) ? null : "names buf " + name + ", which no step before it makes";
  }

  private String setup(BufStep.Setup s) {
    boolean there = s.locked() ? locks.hasLock(s.cookie()) : allocations.contains(s.cookie());
    if (!there) {
      String what = s.locked() ? "lock " : "allocation ";
      return "names " + what + s.cookie() + ", which no step before it makes";
    }
    for (Size size : new Size[] {s.off(), s.len()}) {
      if (size.base() != Size.Base.ZERO
          && size.base() != Size.Base.SIZE_MAX
          && size.base() != Size.Base.COOKIE) {
        return "counts from " + size.base() + ", which a buf does not have";
      }
    }
    boolean sleeps = s.sleepflag() == UmemFlag.DDI_UMEM_SLEEP;
    return sleeps && !s.context().maySleep() && !plan.misuse()
        ? "sleeps in an interrupt (IOSETUP.context)"
        : null;
  }
}
