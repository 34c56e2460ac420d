package umemtck.conformance.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.UmemFlag;

/** Finds in a plan that comes from outside what this kit would never do. */
public final class PlanCheck {
  private PlanCheck() {}

  /** What is wrong with a plan, in a sentence that names the step; or null. */
  public static String problem(Plan plan) {
    Set<Integer> names = new HashSet<>();
    LockPlanCheck locks = new LockPlanCheck(plan, names);
    BufPlanCheck bufs = new BufPlanCheck(plan, names, locks);
    ExportPlanCheck exports = new ExportPlanCheck(names, locks);
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      if (step instanceof OverlapStep o && OverlapPlanCheck.problem(o) != null) {
        return "step " + (i + 1) + " " + OverlapPlanCheck.problem(o);
      }
      List<Step> calls =
          step instanceof OverlapStep o
              ? o.threads().stream().flatMap(List::stream).toList()
              : List.of(step);
      for (Step call : calls) {
        String problem =
            call instanceof ExportStep e
                ? exports.problem(e)
                : problem(plan, call, names, locks, bufs);
        if (problem != null) {
          return "step " + (i + 1) + " " + problem;
        }
      }
    }
    return plan.free().values().stream().anyMatch(n -> n < 0)
        ? "'free' has a negative amount"
        : null;
  }

  private static String problem(
      Plan plan, Step step, Set<Integer> names, LockPlanCheck locks, BufPlanCheck bufs) {
    if (step instanceof LockStep l) {
      return locks.problem(l);
    }
    return step instanceof BufStep b ? bufs.problem(b) : problem(plan, step, names);
  }

  private static String problem(Plan plan, Step step, Set<Integer> names) {
    if (step instanceof Step.Alloc a) {
      return names.add(a.name()) ? alloc(plan, a) : "uses the name " + a.name() + " again";
    }
    if (step instanceof Step.Free f) {
      return names.contains(f.name())
          ? highLevel(f.context())
          : "frees " + f.name() + ", which no step before it allocates";
    }
    if (step instanceof Step.Rewrite r && !names.contains(r.name())) {
      return "stores to " + r.name() + ", which no step before it allocates";
    }
    if (step instanceof Step.Fill f && !names.contains(f.name())) {
      return "stores to " + f.name() + ", which no step before it allocates";
    }
    if (step instanceof Step.SetFree s && s.amount() < 0) {
      return "makes a negative amount free";
    }
    if (step instanceof Step.FreeStranger && !plan.misuse()) {
      return "frees what is no cookie (FREE.exactly-once), and the plan does not say 'misuse'";
    }
    return step instanceof Step.FreeNull f ? highLevel(f.context()) : null;
  }

  private static String alloc(Plan plan, Step.Alloc a) {
    if (a.context() == Context.HIGH_LEVEL_INTERRUPT) {
      return highLevel(a.context());
    }
    if (Set.of(Size.Base.ROOM, Size.Base.USED, Size.Base.COOKIE).contains(a.size().base())) {
      return "counts its size from " + a.size().base() + ", which an allocation does not have";
    }
    if (plan.misuse()) {
      return null;
    }
    if (UmemFlag.unknown(a.flag())) {
      return "has bits without a meaning (ALLOC.flag-unknown)";
    }
    if (UmemFlag.pageable(a.flag()) && UmemFlag.trash(a.flag())) {
      return "asks for PAGEABLE and TRASH (ALLOC.flag-conflict)";
    }
    return UmemFlag.sleeps(a.flag()) && !a.context().maySleep()
        ? "sleeps in an interrupt (ALLOC.context)"
        : null;
  }

  private static String highLevel(Context context) {
    return context == Context.HIGH_LEVEL_INTERRUPT
        ? "calls from a high-level interrupt (ALLOC.context, FREE.context)"
        : null;
  }
}
