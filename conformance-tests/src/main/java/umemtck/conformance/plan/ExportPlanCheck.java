package umemtck.conformance.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import umemtck.conformance.plan.ExportStep.Of;
import umemtck.conformance.plan.ExportStep.Setup;
import umemtck.conformance.plan.LockNames.Name;
import umemtck.conformance.plan.LockNames.Sort;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Prot;

/** Finds in the steps of a plan that are about mapped devices what this kit would never do. */
final class ExportPlanCheck {
  private static final int RW = Prot.READ | Prot.WRITE;
  private static final int CALLBACKS = DevmapCallback.DEVMAP_MAP | DevmapCallback.DEVMAP_ACCESS;

  private final Set<Integer> allocations;
  private final LockPlanCheck locks;
  private final Set<Integer> exports = new HashSet<>();

  /**
   * Of the steps of one plan, asked in order.
   *
   * @param allocations those that the steps before have made
   * @param locks knows the locks and processes that the steps before have made
   */
  ExportPlanCheck(Set<Integer> allocations, LockPlanCheck locks) {
    this.allocations = allocations;
    this.locks = locks;
  }

  /** What is wrong with a step; or null. */
  String problem(ExportStep step) {
    if (step instanceof ExportStep.Map s) {
      return map(s);
    }
    if (step instanceof ExportStep.Remap s) {
      String unknown = export(s.name());
      return unknown != null ? unknown : of(s.of());
    }
    if (step instanceof ExportStep.Touch s) {
      return export(s.name());
    }
    if (step instanceof ExportStep.Load s) {
      return export(s.name());
    }
    if (step instanceof ExportStep.Protect s) {
      String process = process(s.proc());
      return process != null
          ? process
          : s.prot() == (s.prot() & RW) ? pages(s.page(), s.pages()) : bits();
    }
    if (step instanceof ExportStep.Fork s) {
      String process = process(s.proc());
      boolean fresh = locks.make(new Name(Sort.PROCESS, s.name()));
      return process != null || fresh ? process : "makes process " + s.name() + " again";
    }
    if (step instanceof ExportStep.Model s) {
      boolean known =
          s.model() == DataModel.DDI_MODEL_ILP32 || s.model() == DataModel.DDI_MODEL_LP64;
      return known ? process(s.proc()) : "has a data model that there is not";
    }
    if (step instanceof ExportStep.SharedMap s) {
      String process = process(s.proc());
      return process != null
          ? process
          : s.off() < 0 ? "maps from a negative offset" : pages(s.page(), s.pages());
    }
    return step instanceof ExportStep.SharedTouch s && s.by() != ExportStep.NULL
        ? process(s.by())
        : null;
  }

  private static String bits() {
    return "has bits of prot without a meaning";
  }

  private String map(ExportStep.Map s) {
    if (!exports.add(s.name())) {
      return "makes export " + s.name() + " again";
    }
    if (s.prot() != (s.prot() & RW) || s.opened() != (s.opened() & RW)) {
      return bits();
    }
    if (s.share() != MapFlag.MAP_SHARED && s.share() != MapFlag.MAP_PRIVATE) {
      return "maps neither MAP_SHARED nor MAP_PRIVATE";
    }
    if (s.setups().isEmpty() || s.setups().size() > 2) {
      return "sets up " + s.setups().size() + " times, and the kit does so once or twice";
    }
    for (Setup u : s.setups()) {
      String problem = of(u.of());
      if (problem != null) {
        return problem;
      }
      if (u.callbacks() != (u.callbacks() & CALLBACKS)) {
        return "gives a callback that the kit does not have";
      }
    }
    String process = process(s.proc());
    return process != null ? process : pages(s.page(), s.pages());
  }

  private String of(Of of) {
    if (of.name() != ExportStep.NULL) {
      boolean there = of.locked() ? locks.hasLock(of.name()) : allocations.contains(of.name());
      if (!there) {
        String what = of.locked() ? "lock " : "allocation ";
        return "names " + what + of.name() + ", which no step before it makes";
      }
    }
    for (Size size : List.of(of.off(), of.len())) {
      if (size.base() != Size.Base.ZERO
          && size.base() != Size.Base.SIZE_MAX
          && size.base() != Size.Base.COOKIE) {
        return "counts from " + size.base() + ", which a mapping does not have";
      }
    }
    return null;
  }

  private String export(int name) {
    return exports.contains(name)
        ? null
        : "names export " + name + ", which no step before it makes";
  }

  private String process(int name) {
    return locks.has(new Name(Sort.PROCESS, name))
        ? null
        : "names process " + name + ", which no step before it makes";
  }

  private static String pages(long page, long pages) {
    return page < 0 || pages < 0 ? "has a negative number of pages" : null;
  }
}
