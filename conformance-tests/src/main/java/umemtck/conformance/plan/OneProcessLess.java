package umemtck.conformance.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A plan without one of its processes: what that one did, the process of boot does. Step by step
 * nobody gets there: who locks what another one maps finds nothing.
 */
final class OneProcessLess {
  private final int gone;

  private OneProcessLess(int gone) {
    this.gone = gone;
  }

  /** The plans with one process less, the first made left out first. */
  static List<Plan> than(Plan plan) {
    List<Plan> fewer = new ArrayList<>();
    for (Step step : plan.steps()) {
      Integer name = made(step);
      if (name != null) {
        OneProcessLess less = new OneProcessLess(name);
        fewer.add(plan.with(plan.steps().stream().filter(s -> s != step).map(less::step).toList()));
      }
    }
    return fewer;
  }

  private static Integer made(Step step) {
    if (step instanceof ExportStep.Fork f) {
      return f.name();
    }
    return step instanceof LockStep.NewProcess p ? (Integer) p.name() : null;
  }

  private int name(int proc) {
    return proc == gone ? 0 : proc;
  }

  private Step step(Step step) {
    if (step instanceof OverlapStep s) {
      return SimplerOverlap.each(s, this::step);
    }
    if (step instanceof LockStep.Lock s) {
      return new LockStep.Lock(s.name(), name(s.by()), s.at(), s.flags(), s.context());
    }
    if (step instanceof LockStep.LockMemory s) {
      return new LockStep.LockMemory(
          s.name(), name(s.by()), name(s.owner()), s.at(), s.flags(), s.vector(), s.reaction());
    }
    if (step instanceof LockStep.Unlock s) {
      return new LockStep.Unlock(s.name(), name(s.by()), s.context(), s.free());
    }
    if (step instanceof LockStep.Mmap s) {
      return new LockStep.Mmap(name(s.proc()), s.page(), s.pages(), s.kind(), s.prot());
    }
    if (step instanceof LockStep.UserFill s) {
      return new LockStep.UserFill(name(s.proc()), s.at(), s.value());
    }
    if (step instanceof LockStep.UserLook s) {
      return new LockStep.UserLook(name(s.proc()), s.at(), s.value());
    }
    if (step instanceof LockStep.Munmap s) {
      return new LockStep.Munmap(name(s.proc()), s.page(), s.pages());
    }
    if (step instanceof LockStep.Mprotect s) {
      return new LockStep.Mprotect(name(s.proc()), s.page(), s.pages(), s.prot());
    }
    if (step instanceof LockStep.Mlock s) {
      return new LockStep.Mlock(name(s.proc()), s.page(), s.pages());
    }
    if (step instanceof LockStep.Munlock s) {
      return new LockStep.Munlock(name(s.proc()), s.page(), s.pages());
    }
    if (step instanceof LockStep.Settaskid s) {
      return new LockStep.Settaskid(name(s.proc()), s.project());
    }
    if (step instanceof LockStep.ZoneEnter s) {
      return new LockStep.ZoneEnter(name(s.proc()), s.zone());
    }
    if (step instanceof ExportStep s) {
      return export(s);
    }
    return step instanceof LockStep.Vfork s ? new LockStep.Vfork(s.name(), name(s.proc())) : step;
  }

  private Step export(ExportStep step) {
    if (step instanceof ExportStep.Map s) {
      return new ExportStep.Map(
          s.name(),
          name(s.proc()),
          s.page(),
          s.pages(),
          s.prot(),
          s.share(),
          s.opened(),
          s.setup(),
          s.again(),
          s.entry(),
          s.map());
    }
    if (step instanceof ExportStep.Protect s) {
      return new ExportStep.Protect(name(s.proc()), s.page(), s.pages(), s.prot());
    }
    if (step instanceof ExportStep.Fork s) {
      return new ExportStep.Fork(s.name(), name(s.proc()));
    }
    if (step instanceof ExportStep.Model s) {
      return new ExportStep.Model(name(s.proc()), s.model());
    }
    if (step instanceof ExportStep.SharedMap s) {
      return new ExportStep.SharedMap(name(s.proc()), s.page(), s.pages(), s.off());
    }
    return step instanceof ExportStep.SharedTouch s
        ? new ExportStep.SharedTouch(name(s.by()))
        : step;
  }
}
