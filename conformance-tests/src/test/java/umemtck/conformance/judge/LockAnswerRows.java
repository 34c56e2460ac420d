package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;
import static umemtck.conformance.judge.SituationRow.of;
import static umemtck.conformance.judge.Watched.*;
import static umemtck.spec.ddi.Errno.*;
import static umemtck.spec.ddi.Holder.*;
import static umemtck.spec.ddi.MappingKind.*;

import java.util.stream.Stream;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Outcome;

/** Answers of a lock, and limits. */
final class LockAnswerRows {
  private static final CallbackVector NONE = CallbackVector.NONE;
  private static final CallbackVector CLEANUP = CallbackVector.CLEANUP;

  private LockAnswerRows() {}

  static Stream<SituationRow> rows() {
    return Stream.of(answers(), limits(), lockMemory()).flatMap(s -> s);
  }

  private static Stream<SituationRow> answers() {
    return Stream.of(
        of(LOCK_SUCCEEDED, w -> w.locks(0, 1), w -> w.asks(0, 1, 0x8, EINVAL)),
        of(LOCK_EINVAL, w -> w.asks(0, 1, 0, EINVAL), w -> w.asks(9, 1, W, EFAULT)),
        of(LOCK_FLAGS_BOTH, w -> w.asks(0, 1, R | W, 0), w -> w.asks(9, 1, R | W, EFAULT)),
        of(
            LOCK_READ_ONLY,
            w -> w.maps(8, 1, ANON_PRIVATE, R).asks(7, 2, R, 0),
            w -> w.maps(8, 1, ANON_PRIVATE, R).asks(7, 1, R, 0)),
        of(
            LOCK_READ_ONLY,
            w -> w.maps(8, 1, ANON_PRIVATE, R).asks(8, 1, R, 0),
            w -> w.maps(8, 1, ANON_PRIVATE, R).asks(8, 1, W, EACCES)),
        of(LOCK_NO_RANGE, w -> w.asks(0, 0, W, EFAULT), w -> w.asks(0, 0, 0, EINVAL)),
        of(LOCK_NO_RANGE, w -> w.asks(-1, 2, W, EFAULT), w -> w.asks(-1, 1, W, EFAULT)),
        of(
            LOCK_UNMAPPED,
            w -> w.asks(7, 2, W, EFAULT),
            w -> w.maps(8, 1, NOT_LOCKABLE, W).asks(8, 2, W, EFAULT)),
        of(
            LOCK_NOT_LOCKABLE,
            w -> w.maps(8, 1, NOT_LOCKABLE, W).asks(8, 1, W, EFAULT),
            w -> w.maps(8, 1, NOT_LOCKABLE, R).asks(8, 1, W, EFAULT)),
        of(
            LOCK_NO_ACCESS,
            w -> w.maps(8, 1, ANON_PRIVATE, R).asks(8, 1, W, EACCES),
            w -> w.maps(8, 1, ANON_PRIVATE, R).asks(8, 2, W, EFAULT)),
        of(LOCK_TWO_FAULTS, w -> w.asks(9, 1, 0, EINVAL), w -> w.asksBytes(1, P, 0, EINVAL)),
        of(
            LOCK_MULTI_SEGMENT,
            w -> w.maps(8, 1, ANON_PRIVATE, W).locks(7, 2),
            w -> w.maps(8, 1, ANON_PRIVATE, W).locks(6, 2)),
        of(LOCKS_OVERLAP, w -> w.locks(0, 2).locks(1, 2), w -> w.locks(0, 1).locks(1, 1)),
        of(
            LOCKS_OVERLAP,
            w -> w.locks(0, 1).locks(0, 1),
            w -> w.locks(0, 1).unlocks(101).locks(0, 1)),
        of(
            LOCK_STEP_FAILED,
            w -> w.fails(FaultyStep.PAGE_LOCK, EAGAIN).asks(0, 1, W, EAGAIN),
            w -> w.fails(FaultyStep.PAGE_LOCK, EAGAIN).asks(0, 1, 0, EINVAL)),
        of(
            LOCK_STEP_FAILED,
            w ->
                w.fails(FaultyStep.REGISTER_CALLBACK, ENOMEM)
                    .lockMemory(1, 0, 1, LONGTERM, CLEANUP, 0, ENOMEM),
            w -> w.fails(FaultyStep.REGISTER_CALLBACK, ENOMEM).locks(0, 1)),
        of(
            REFUSED_LOCK_THEN_READ_OUT,
            w -> w.asks(0, 1, 0, EINVAL).usage(PROJECT, 0, 0),
            w -> w.asks(0, 1, 0, EINVAL).locks(0, 1).usage(PROJECT, 0, 1)));
  }

  private static Stream<SituationRow> limits() {
    return Stream.of(
        of(
            LOCK_DENIED_PROJECT,
            w -> w.locks(0, 4).asks(4, 3, W, ENOMEM),
            w -> w.locks(0, 4).locks(4, 2)),
        of(
            LOCK_DENIED_PROJECT,
            w -> w.asks(0, 7, W, ENOMEM),
            w -> w.locks(0, 2).limit(PROJECT, 0, 1).asks(2, 1, W, ENOMEM)),
        of(
            LOCK_DENIED_ZONE,
            w -> w.limit(ZONE, 0, 3).asks(0, 4, W, ENOMEM),
            w -> w.limit(ZONE, 0, 3).asks(0, 7, W, ENOMEM)),
        of(LOCK_AT_LIMIT, w -> w.locks(0, 4).locks(4, 2), w -> w.locks(0, 4).locks(4, 1)),
        of(
            LOCK_OVERFLOW,
            w -> w.locks(0, 1).asksBytes(0, -P, W, ENOMEM),
            w -> w.asksBytes(0, -P, W, ENOMEM)),
        of(
            LIMIT_LOWERED,
            w -> w.locks(0, 2).limit(PROJECT, 0, 1).asks(2, 1, W, ENOMEM),
            w -> w.locks(0, 2).limit(PROJECT, 0, 2).asks(2, 1, W, ENOMEM)),
        of(
            LIMIT_READ,
            w -> w.does(new Call.GetLimit(PROJECT, 0), new Outcome.Amount(6 * P)),
            w -> w.limit(PROJECT, 0, 1)),
        of(
            TWO_PROJECTS_CHARGED,
            w -> bothCharged(w.project(5).limit(ZONE, 0, 9)),
            w -> bothCharged(w.project(5).limit(PROJECT, 5, 9))),
        of(
            DENIED_OVER_PAGED_OUT,
            w -> w.pagesOut().resident(0, false).asks(0, 7, W, ENOMEM).resident(0, false),
            w -> w.pagesOut().resident(0, false).asks(1, 7, W, ENOMEM).resident(0, false)),
        of(
            DENIED_OVER_PAGED_OUT,
            w -> w.pagesOut().resident(0, false).asks(0, 7, W, ENOMEM).resident(0, false),
            w -> w.pagesOut().asks(0, 7, W, ENOMEM).resident(0, false)),
        of(
            DENIED_OVER_PAGED_OUT,
            w -> w.pagesOut().resident(0, false).asks(0, 7, W, ENOMEM).resident(0, false),
            w ->
                w.pagesOut()
                    .resident(0, false)
                    .asks(0, 7, W, ENOMEM)
                    .locks(0, 1)
                    .unlocks(101)
                    .resident(0, false)),
        of(
            LOCKED_UNLIMITED,
            w -> w.limit(PROJECT, 0, UNLIMITED).locks(0, 1).usage(PROJECT, 0, 0),
            w -> w.locks(0, 1).limit(PROJECT, 0, UNLIMITED).usage(PROJECT, 0, 1)),
        of(
            LOCKED_UNLIMITED,
            w -> w.limit(PROJECT, 0, UNLIMITED).locks(0, 1).usage(ZONE, 0, 1),
            w -> w.limit(PROJECT, 0, UNLIMITED).locks(0, 1).unlocks(101).usage(ZONE, 0, 0)));
  }

  private static Watched bothCharged(Watched w) {
    return w.process(2, 5).locks(0, 1).lockMemory(1, 0, 1, W, NONE, 2, 0).locks(1, 1);
  }

  private static Stream<SituationRow> lockMemory() {
    return Stream.of(
        of(LOCKMEMORY_SUCCEEDED, w -> w.lockMemory(1, 0, 1, W, NONE, 0, 0), w -> w.locks(0, 1)),
        of(
            LOCKMEMORY_REFUSED,
            w -> w.lockMemory(1, 0, 1, 0, NONE, 0, EINVAL),
            w -> w.asks(0, 1, 0, EINVAL)),
        of(
            LOCKMEMORY_PROC_NULL,
            w -> w.lockMemory(1, 0, 1, W, NONE, 0, 0),
            w -> w.lockMemory(1, 0, 1, W, NONE, 1, 0)),
        of(
            LOCK_FOR_OTHER,
            w -> w.process(2, 0).lockMemory(2, 0, 7, W, NONE, 1, ENOMEM),
            w -> w.process(2, 0).lockMemory(2, 0, 1, W, NONE, 2, 0)),
        of(
            VECTOR_WRONG,
            w -> w.lockMemory(1, 0, 1, LONGTERM, NONE, 0, EINVAL),
            w -> w.lockMemory(1, 0, 1, W, NONE, 0, 0)),
        of(
            VECTOR_WRONG,
            w -> w.lockMemory(1, 0, 1, W, new CallbackVector(true, 2, true), 0, EINVAL),
            w -> w.lockMemory(1, 0, 1, 0, new CallbackVector(true, 2, true), 0, EINVAL)),
        of(
            LONGTERM_NEAR_SHARED_FILE,
            w -> w.maps(8, 1, FILE_SHARED, W).longterm(7, 1),
            w -> w.maps(8, 1, FILE_SHARED, W).longterm(6, 1)),
        of(
            LONGTERM_NEAR_SHARED_FILE,
            w -> w.maps(8, 1, FILE_SHARED, W).lockMemory(1, 8, 1, LONGTERM, CLEANUP, 0, EFAULT),
            w -> w.maps(8, 1, FILE_SHARED, W).lockMemory(1, 8, 2, LONGTERM, CLEANUP, 0, EFAULT)),
        of(
            LONGTERM_SUCCEEDED,
            w -> w.longterm(0, 1),
            w -> w.lockMemory(1, 0, 1, W, CLEANUP, 0, 0)));
  }
}
