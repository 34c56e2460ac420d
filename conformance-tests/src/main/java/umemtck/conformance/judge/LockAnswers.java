package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;

import java.util.List;
import java.util.Set;
import umemtck.reference.model.Extent;
import umemtck.reference.model.LockFault;
import umemtck.reference.model.LockFault.Rank;
import umemtck.reference.model.LockRequest;
import umemtck.reference.model.Locking;
import umemtck.reference.model.Mapping;
import umemtck.reference.model.Pending;
import umemtck.reference.model.Stage;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemLockFlag;

/** What was wrong with locks that were answered, limits aside. */
final class LockAnswers extends LockWatcher {
  private static final Set<String> UNMAPPED = Set.of("LOCK.efault-unmapped/errno");
  private static final Set<String> NO_RANGE =
      Set.of("LOCK.len-zero/fails", "LOCK.efault-wrap/fails");
  private static final Set<String> NOT_LOCKABLE =
      Set.of("LOCK.efault-unsupported/errno", "LOCKMEM.longterm-seg-kinds/others");
  private static final Set<String> NO_ACCESS =
      Set.of("LOCK.write-needs-write/both", "LOCK.eacces/write", "LOCK.eacces/read");
  private static final Set<String> BOTH_OR_NO_ACCESS =
      Set.of("LOCK.flags-both/accepted", "LOCK.write-needs-write/both");
  private static final Set<String> VECTOR =
      Set.of("LOCKMEM.longterm-needs-callback/einval", "LOCKMEM.callback-version/einval");
  private static final Set<String> SHARED_FILE = Set.of("LOCKMEM.longterm-shared-file/efault");

  private boolean refused;

  LockAnswers(UmemModel model, Set<Situation> seen) {
    super(model, seen);
  }

  @Override
  void answered(UmemState before, Pending call, AnsweredLock a) {
    refused = a.errno() != 0;
    sawIf(!refused, LOCK_SUCCEEDED);
    faults(before.locking(), a);
    if (a.sound()) {
      sound(before.locking(), a.asked());
    }
    if (call.call() instanceof Call.UmemLockMemory) {
      lockMemory(before.locking(), call.proc(), a);
    }
  }

  @Override
  void completed(UmemState before, UmemState after, Pending call, Outcome outcome) {
    if (call.call() instanceof Call.GetLocked
        || (call.call() instanceof Call.GetFree get && get.resource() == Resource.COOKIES)) {
      sawIf(refused, REFUSED_LOCK_THEN_READ_OUT);
    }
  }

  private void faults(Locking s, AnsweredLock a) {
    int flags = a.asked().flags();
    boolean both = UmemLockFlag.read(flags) && UmemLockFlag.write(flags);
    sawIf(a.fails(Rank.ARGUMENTS), LOCK_EINVAL);
    sawIf(both && a.atMost(BOTH_OR_NO_ACCESS), LOCK_FLAGS_BOTH);
    sawIf(
        a.fails(Rank.ADDRESS_SPACE) && NO_RANGE.contains(a.wrong().get(0).facet()), LOCK_NO_RANGE);
    sawIf(a.only(UNMAPPED), LOCK_UNMAPPED);
    sawIf(a.only(NOT_LOCKABLE), LOCK_NOT_LOCKABLE);
    sawIf(a.only(NO_ACCESS), LOCK_NO_ACCESS);
    // Two that are both EINVAL would not show which was tested first.
    long ranks =
        a.wrong().stream()
            .filter(f -> f.sure() && f.rank() != Rank.SHORTAGE)
            .map(LockFault::rank)
            .distinct()
            .count();
    sawIf(ranks > 1, LOCK_TWO_FAULTS);
    boolean met = !a.sound() && a.reaches(Rank.SHORTAGE);
    sawIf(met && !s.armed().isEmpty(), LOCK_STEP_FAILED);
  }

  /** It should be answered with 0. */
  private void sound(Locking s, LockRequest r) {
    Extent pages = r.pages(model.config().pageSize());
    List<Mapping> mapped = s.mapped(r.owner().space(), pages);
    sawIf(mapped.size() > 1, LOCK_MULTI_SEGMENT);
    boolean readOnly = mapped.stream().anyMatch(m -> (m.prot() & Prot.WRITE) == 0);
    sawIf(!UmemLockFlag.write(r.flags()) && readOnly, LOCK_READ_ONLY);
    boolean overlaps =
        s.locks().stream()
            .anyMatch(
                l ->
                    l.stage() == Stage.HELD
                        && l.proc() == r.owner().id()
                        && l.where().touches(pages));
    sawIf(overlaps, LOCKS_OVERLAP);
  }

  private void lockMemory(Locking s, long current, AnsweredLock a) {
    LockRequest r = a.asked();
    sawIf(a.errno() == 0, LOCKMEMORY_SUCCEEDED);
    sawIf(a.errno() != 0, LOCKMEMORY_REFUSED);
    sawIf(!r.named() && a.sound(), LOCKMEMORY_PROC_NULL);
    boolean fit = a.wrong().stream().allMatch(f -> f.rank() == Rank.LIMIT);
    sawIf(r.owner().id() != current && fit, LOCK_FOR_OTHER);
    boolean vector = a.fails(Rank.ARGUMENTS) && VECTOR.contains(a.wrong().get(0).facet());
    sawIf(vector, VECTOR_WRONG);
    if (r.longterm()) {
      sawIf(a.errno() == 0, LONGTERM_SUCCEEDED);
      boolean near = a.hasPages() && nearSharedFile(s, r);
      sawIf(near && a.atMost(SHARED_FILE), LONGTERM_NEAR_SHARED_FILE);
    }
  }

  /** Whether a file mapped shared has one of the pages, or the page before or behind them. */
  private boolean nearSharedFile(Locking s, LockRequest r) {
    long page = model.config().pageSize();
    Extent pages = r.pages(page);
    Extent wider = new Extent(pages.addr() - page, pages.len() + 2 * page);
    return s.mapped(r.owner().space(), wider).stream()
        .anyMatch(m -> m.kind() == MappingKind.FILE_SHARED);
  }
}
