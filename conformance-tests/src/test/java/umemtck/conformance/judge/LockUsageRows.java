package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;
import static umemtck.conformance.judge.SituationRow.of;
import static umemtck.conformance.judge.Watched.*;
import static umemtck.spec.ddi.Context.*;
import static umemtck.spec.ddi.Errno.*;
import static umemtck.spec.ddi.Holder.*;
import static umemtck.spec.ddi.WorkerGate.*;

import java.util.stream.Stream;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;

/** Usage and moves, and unlocks. */
final class LockUsageRows {
  private LockUsageRows() {}

  static Stream<SituationRow> rows() {
    return Stream.concat(usage(), unlocks());
  }

  private static Stream<SituationRow> usage() {
    return Stream.of(
        of(
            USAGE_WHILE_LOCKED,
            w -> w.locks(0, 1).usage(PROCESS, 1, 1),
            w -> w.locks(0, 1).unlocks(101).usage(PROCESS, 1, 0)),
        of(
            USAGE_WHILE_LOCKED,
            w -> w.limit(PROJECT, 0, UNLIMITED).locks(0, 1).usage(PROCESS, 1, 1),
            w -> w.limit(PROJECT, 0, UNLIMITED).locks(0, 1).usage(PROCESS, 1, 0)),
        of(
            UNLOCKED_THEN_USAGE,
            w -> w.locks(0, 1).unlocks(101).usage(ZONE, 0, 0),
            w -> w.locks(0, 1).frees(101).usage(ZONE, 0, 0)),
        of(
            UNLOCKED_THEN_USAGE,
            w -> w.locks(0, 1).unlocks(101).usage(PROJECT, 0, 0),
            w -> w.project(5).locks(0, 1).unlocks(101).usage(PROJECT, 5, 0)),
        of(
            ALLOC_THEN_USAGE,
            w -> allocates(w, 0).usage(PROJECT, 0, 0),
            w -> allocates(w, UmemFlag.DDI_UMEM_PAGEABLE).usage(PROJECT, 0, 0)),
        of(MLOCK_COUNTED, w -> w.mlock(0, 1).locks(1, 1), w -> w.mlock(0, 1).asks(1, 1, 0, EINVAL)),
        of(MLOCK_COUNTED, w -> w.locks(0, 1).mlock(0, 1), w -> w.mlock(0, 1).mlock(1, 1)),
        of(
            MOVED_WITH_LOCKS,
            w -> moved(w.locks(0, 1), 0).usage(PROJECT, 0, 0).usage(PROJECT, 5, 1),
            w -> moved(w.locks(0, 1), 0).usage(PROJECT, 5, 1).usage(PROJECT, 5, 1)),
        of(
            MOVED_WITH_LOCKS,
            w -> moved(w.mlock(0, 1), 0).usage(PROJECT, 0, 0).usage(PROJECT, 5, 1),
            w -> moved(w, 0).usage(PROJECT, 0, 0).usage(PROJECT, 5, 0)),
        of(
            MOVE_DENIED,
            w -> moved(w.locks(0, 2), EAGAIN).usage(PROJECT, 0, 2).usage(PROJECT, 5, 0),
            w -> moved(w.locks(0, 2), EAGAIN).usage(PROJECT, 0, 2)),
        of(
            ZONE_ENTERED_WITH_LOCKS,
            w -> entered(w.locks(0, 1)).usage(ZONE, 0, 0).usage(ZONE, 7, 1),
            w -> entered(w).usage(ZONE, 0, 0).usage(ZONE, 7, 0)),
        of(
            LOCK_FREED,
            w -> w.locks(0, 1).frees(101).usage(PROJECT, 0, 0),
            w -> w.locks(0, 1).unlocks(101).usage(PROJECT, 0, 0)));
  }

  private static Watched allocates(Watched w, int flag) {
    Call call = new Call.UmemAlloc(P, UmemFlag.DDI_UMEM_NOSLEEP | flag);
    return w.does(call, new Outcome.Allocated(0x1000, 7));
  }

  /** Process 1 joins a project that has room for one page, or tries to. */
  private static Watched moved(Watched w, int errno) {
    return w.project(5).limit(PROJECT, 5, 1).settaskid(5, errno);
  }

  private static Watched entered(Watched w) {
    return w.does(new Call.NewZone(), new Outcome.Created(7))
        .does(new Call.ZoneEnter(1, 7), new Outcome.Result(0));
  }

  private static Stream<SituationRow> unlocks() {
    return Stream.of(
        of(
            UNLOCK_INTERRUPT,
            w -> w.locks(0, 1).unlocks(INTERRUPT, 101),
            w -> w.locks(0, 1).unlocks(KERNEL, 101)),
        of(
            UNLOCK_KERNEL,
            w -> w.locks(0, 1).unlocks(KERNEL, 101),
            w -> w.locks(0, 1).unlocks(USER, 101)),
        of(
            UNLOCK_BY_OTHER,
            w -> w.process(2, 0).locks(0, 1).unlocks(2, USER, 0, 101).usage(PROCESS, 1, 0),
            w -> w.process(2, 0).locks(0, 1).unlocks(1, USER, 0, 101).usage(PROCESS, 1, 0)),
        of(
            UNLOCKS_QUEUED,
            w -> queued(w, 2).gate(STEP).rests().usage(PROJECT, 0, 2),
            w -> queued(w, 1).gate(STEP).rests().usage(PROJECT, 0, 1)),
        of(
            UNLOCKS_QUEUED,
            w -> queued(w, 2).gate(STEP).rests().usage(PROJECT, 0, 2),
            w -> queued(w, 2).gate(STEP).rests().gate(RELEASE).rests().usage(PROJECT, 0, 0)),
        of(
            LOOKED_BEHIND_QUEUED,
            w -> w.locks(0, 1).gate(HOLD).unlocks(INTERRUPT, 101).usage(PROJECT, 0, 1),
            w -> w.locks(0, 1).unlocks(INTERRUPT, 101).gate(HOLD).usage(PROJECT, 0, 1)),
        of(
            LOOKED_BEHIND_QUEUED,
            w -> w.locks(0, 6).gate(HOLD).unlocks(INTERRUPT, 101).asks(0, 1, W, ENOMEM),
            w -> w.locks(0, 6).gate(HOLD).unlocks(INTERRUPT, 101).asks(0, 1, 0, EINVAL)),
        of(
            LOOKED_BEHIND_QUEUED,
            w -> queued(w.locks(0, 1), 1).unlocks(101),
            w -> queued(w.locks(0, 1), 1).unlocks(INTERRUPT, 101)));
  }

  /** With the worker held, a lock of one page and another are unlocked in interrupts. */
  private static Watched queued(Watched w, int pages) {
    w.locks(0, 1).locks(1, pages).gate(HOLD);
    long last = w.lastCookie();
    return w.unlocks(INTERRUPT, last - 1).unlocks(INTERRUPT, last);
  }
}
