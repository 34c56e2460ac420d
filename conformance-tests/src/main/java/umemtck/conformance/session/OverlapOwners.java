package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.Step;

/**
 * Which thread may do, while calls overlap, what no two may: end a process, or change pages. The
 * first thread of the plan that would has it; each is done once.
 */
final class OverlapOwners {
  private final Map<Integer, Integer> ends = new HashMap<>();
  private final Set<Integer> ended = new HashSet<>();
  private final List<Pages> changed = new ArrayList<>();

  /** Pages of a process, by name. */
  private record Pages(int proc, long page, long pages) {
    boolean touches(Pages o) {
      return proc == o.proc && page < o.page + o.pages && o.page < page + pages;
    }
  }

  /** Of the threads of this step. */
  void of(OverlapStep step) {
    ends.clear();
    ended.clear();
    changed.clear();
    for (int i = 0; i < step.threads().size(); i++) {
      for (Step s : step.threads().get(i)) {
        if (s instanceof LockStep.Exit e) {
          ends.putIfAbsent(e.proc(), i);
        }
      }
    }
  }

  /** Whether a thread may make a call of, or for, a process: nobody else ends it. */
  boolean mayAct(int thread, int proc) {
    return !ended.contains(proc) && ends.getOrDefault(proc, thread) == thread;
  }

  /** Whether a thread may end a process, and does. */
  boolean ends(int thread, int proc) {
    return mayAct(thread, proc) && changed.stream().noneMatch(p -> p.proc() == proc);
  }

  /** The process has been ended, by the call that was made. */
  void hasEnded(int proc) {
    ended.add(proc);
  }

  /** Whether a thread may change pages, and does: nobody has. */
  boolean changes(int thread, int proc, long page, long pages) {
    return mayAct(thread, proc) && !ends.containsKey(proc) && maps(proc, page, pages);
  }

  /** Whether pages may be mapped, and are: nobody has changed them. */
  boolean maps(int proc, long page, long pages) {
    Pages now = new Pages(proc, page, pages);
    return changed.stream().noneMatch(now::touches) && changed.add(now);
  }
}
