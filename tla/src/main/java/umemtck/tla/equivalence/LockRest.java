package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import umemtck.tla.graph.LockBounds;
import umemtck.tla.graph.LockState;
import umemtck.tla.graph.Step;

/** All steps that might be taken in a state within the bounds: those of the graph, and the rest. */
final class LockRest {
  private static final List<String> ERRNOS =
      List.of("EINVAL", "EFAULT", "EACCES", "ENOMEM", "EAGAIN");

  private final LockBounds bounds;
  private final Predicate<Step> allowed;

  /**
   * The bounds.
   *
   * @param allowed what the Java model allows in the state
   */
  LockRest(LockBounds bounds, Predicate<Step> allowed) {
    this.bounds = bounds;
    this.allowed = allowed;
  }

  Set<Step> of(LockState s) {
    Set<Step> all = new TreeSet<>();
    for (String t : bounds.threads()) {
      if (!s.call().containsKey(t)) {
        locks(s, t, all);
        for (long c : bounds.cookies()) {
          all.add(Step.of("UmemUnlockQueued", t, c));
          all.add(Step.of("UmemUnlockUnpinned", t, c));
        }
      }
      bounds.cookies().forEach(c -> all.add(Step.of("UmemUnlockCredited", t, c)));
    }
    for (long c : bounds.cookies()) {
      all.add(Step.of("UmemUnlockUnpinned", LockState.WORKER, c));
      all.add(Step.of("UmemUnlockCredited", LockState.WORKER, c));
    }
    bounds.processes().forEach(p -> process(s, p, all));
    for (long h : bounds.settable()) {
      bounds.amounts().forEach(bytes -> all.add(Step.of("SetLimit", h, bytes)));
    }
    for (long h : s.used().keySet()) {
      for (long bytes = 0; bytes < bounds.wordMax(); bytes += bounds.pageSize()) {
        all.add(Step.of(LockLabels.READ, h, bytes));
      }
    }
    return all;
  }

  private void locks(LockState s, String t, Set<Step> all) {
    for (long p : bounds.processes()) {
      for (long addr : bounds.addresses()) {
        for (long len : bounds.lengths()) {
          for (long flags : bounds.lockFlags()) {
            answers(s, LockLabels.LOCK, Step.of("", t, p, addr, len, flags).args(), all);
          }
          for (long flags : bounds.memoryFlags()) {
            for (String v : bounds.memoryVectors()) {
              List<String> asked = Step.of("", t, p, addr, len, flags, v).args();
              answers(s, LockLabels.LOCKMEMORY, asked, all);
            }
          }
        }
      }
    }
  }

  /**
   * Every answer to a lock. The specification makes no call without a cookie left for it, and gives
   * the least: numbers of cookies mean nothing.
   */
  private void answers(LockState s, String op, List<String> asked, Set<Step> all) {
    all.add(LockLabels.label(op, asked, "panic", "0"));
    all.add(LockLabels.label(op, asked, "0", "0"));
    s.lock().keySet().forEach(c -> all.add(LockLabels.label(op, asked, "0", String.valueOf(c))));
    List<Long> left = new ArrayList<>(bounds.cookies());
    left.removeAll(s.lock().keySet());
    if (left.isEmpty()) {
      beforeTheCharge(op, asked, all);
      return;
    }
    String least = String.valueOf(left.get(0));
    all.add(LockLabels.label(op, asked, "0", least));
    for (String errno : ERRNOS) {
      all.add(LockLabels.label(op, asked, errno, "0"));
      all.add(LockLabels.label(op, asked, errno, least));
    }
  }

  /** EINVAL and ENOMEM, where they can only come before the charge, which needs no cookie. */
  private void beforeTheCharge(String op, List<String> asked, Set<Step> all) {
    if (!allowed.test(LockLabels.label(op, asked, "EFAULT", "0"))) {
      all.add(LockLabels.label(op, asked, "EINVAL", "0"));
      if (!allowed.test(LockLabels.label(op, asked, "EAGAIN", "0"))) {
        all.add(LockLabels.label(op, asked, "ENOMEM", "0"));
      }
    }
  }

  /** What an application does: one munmap or exit at a time in each process. */
  private void process(LockState s, long p, Set<Step> all) {
    boolean busy = s.event().containsKey(p);
    for (long a : bounds.userPages()) {
      all.add(Step.of(LockLabels.RESIDENT, p, a));
      if (!busy) {
        bounds.mappable().forEach(kind -> all.add(Step.of("Mmap", p, a, kind)));
        bounds.unmapped().forEach(len -> all.add(Step.of("Munmap", p, a, len)));
      }
    }
    if (bounds.exits().contains(p)) {
      all.add(Step.of("Exit", p));
    }
    if (busy && s.event().get(p).inside() != 0) {
      all.add(Step.of("CallbackEnded", p, s.event().get(p).inside()));
    }
    all.add(Step.of("MunmapDone", p));
    all.add(Step.of("ExitDone", p));
    for (long c : bounds.cookies()) {
      all.add(Step.of("CallbackBegan", p, c));
    }
    for (long j : bounds.moves().contains(p) ? bounds.projects() : List.<Long>of()) {
      if (s.proc().get(p) != j) {
        all.add(Step.of("Settaskid", p, j));
        all.add(Step.of("SettaskidDenied", p, j));
      }
    }
  }
}
