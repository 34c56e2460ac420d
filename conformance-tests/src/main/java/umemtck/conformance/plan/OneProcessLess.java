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
      if (step instanceof LockStep.NewProcess p) {
        OneProcessLess less = new OneProcessLess(p.name());
        fewer.add(plan.with(plan.steps().stream().filter(s -> s != step).map(less::step).toList()));
      }
    }
    return fewer;
  }

  private int name(int proc) {
    return proc == gone ? 0 : proc;
  }

  private Step step(Step step) {
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
    return step instanceof LockStep.Vfork s ? new LockStep.Vfork(s.name(), name(s.proc())) : step;
  }
}
