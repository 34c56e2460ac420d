package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;
import static umemtck.conformance.judge.SituationRow.of;
import static umemtck.conformance.judge.Watched.*;
import static umemtck.spec.ddi.Context.USER;
import static umemtck.spec.ddi.Errno.*;

import java.util.stream.Stream;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Done;

/** Pins, events and callbacks. */
final class LockEventRows {
  private static final Call EXIT = new Call.Exit(2);

  private LockEventRows() {}

  static Stream<SituationRow> rows() {
    return Stream.concat(pins(), callbacks());
  }

  private static Stream<SituationRow> pins() {
    return Stream.of(
        of(
            PRESSURE_ON_PINNED,
            w -> w.locks(0, 1).pagesOut().resident(0, true),
            w -> w.locks(0, 1).pagesOut().resident(1, true)),
        of(
            PRESSURE_ON_PINNED,
            w -> w.locks(0, 1).pagesOut().resident(0, true),
            w -> w.pagesOut().locks(0, 1).resident(0, true)),
        of(MUNMAP_WAITED, w -> waits(w.locks(0, 1), munmap(0, 1)), w -> goes(w, munmap(1, 1))),
        of(
            MPROTECT_WAITED,
            w -> waits(w.locks(0, 1), mprotect(0, 1)),
            w -> waits(w.locks(0, 1), munmap(0, 1))),
        of(
            EXIT_WAITED,
            w -> waits(locksOf2(w, W, CallbackVector.NONE), EXIT),
            w -> goes(w.process(2, 0).locks(0, 1), EXIT)),
        of(
            WAITER_WOKEN,
            w -> w.locks(0, 1).out(munmap(0, 1)).rests(4).unlocks(101).ends(4, Done.INSTANCE),
            w -> w.locks(0, 1).out(munmap(0, 1)).unlocks(101).ends(4, Done.INSTANCE)),
        of(
            VFORK_CHILD_EXITED,
            w -> goes(vfork(w.locks(0, 1)), EXIT),
            w -> goes(vfork(w.locks(0, 1).unlocks(101)), EXIT)),
        of(
            UNLOCKED_BEFORE_EVENT,
            w -> goes(w.locks(0, 1).unlocks(101), munmap(0, 1)),
            w -> goes(w.locks(0, 1).unlocks(101), munmap(1, 1))),
        of(
            UNLOCKED_BEFORE_EVENT,
            w -> goes(w.asks(0, 7, W, ENOMEM), mprotect(6, 1)),
            w -> goes(w.asks(0, 7, W, ENOMEM), mprotect(7, 1))),
        of(
            UNLOCKED_BEFORE_EVENT,
            w -> goes(w.asks(7, 2, W, EFAULT), munmap(7, 1)),
            w -> waits(w.asks(7, 2, W, EFAULT).locks(7, 1), munmap(7, 1))));
  }

  private static Watched waits(Watched w, Call call) {
    w.out(call);
    return w.rests(w.last());
  }

  private static Watched goes(Watched w, Call call) {
    return w.does(call, Done.INSTANCE).rests();
  }

  private static Watched vfork(Watched w) {
    return w.does(new Call.Vfork(1), new Outcome.Created(2));
  }

  /** A page of process 2 is locked. */
  private static Watched locksOf2(Watched w, int flags, CallbackVector vector) {
    return w.process(2, 0).lockMemory(1, 0, 1, flags, vector, 2, 0);
  }

  private static Stream<SituationRow> callbacks() {
    return Stream.of(
        of(
            CALLBACK_BY_MUNMAP,
            w -> w.longterm(0, 1).out(munmap(0, 1)).began(4, 3, 101),
            w -> w.longterm(0, 1).out(mprotect(0, 1)).began(4, 3, 101)),
        of(
            CALLBACK_BY_MPROTECT,
            w -> w.longterm(0, 1).out(mprotect(0, 1)).began(4, 3, 101),
            w -> w.longterm(0, 1).out(munmap(0, 1)).began(4, 3, 101)),
        of(
            CALLBACK_BY_EXIT,
            w -> locksOf2(w, LONGTERM, CallbackVector.CLEANUP).out(EXIT).began(6, 5, 101),
            w ->
                locksOf2(w, LONGTERM, CallbackVector.CLEANUP)
                    .out(new Call.Munmap(2, 0, P))
                    .began(6, 5, 101)),
        of(
            EVENT_BESIDE_LOCK,
            w -> goes(w.longterm(0, 1), munmap(1, 1)),
            w -> goes(w.locks(0, 1), munmap(1, 1))),
        of(
            EVENT_BESIDE_LOCK,
            w -> goes(w.longterm(0, 1), mprotect(1, 1)),
            w -> w.longterm(0, 1).out(mprotect(0, 2))),
        of(
            EVENT_AFTER_CALLBACK,
            w -> called(w.longterm(0, 2)).out(mprotect(1, 1)),
            w -> called(w.longterm(0, 2)).out(mprotect(2, 1))),
        of(
            EVENT_AFTER_CALLBACK,
            w -> called(w.longterm(0, 2)).out(mprotect(1, 1)),
            w -> called(w.longterm(0, 2)).unlocks(101).out(mprotect(1, 1))),
        of(
            UNLOCKED_INSIDE_CALLBACK,
            w -> calling(w.longterm(0, 1)).unlocks(1, USER, 4, 101).ended(3),
            w -> calling(w.longterm(0, 1)).unlocks(1, USER, 0, 101).ended(3)),
        of(
            UNLOCKED_INSIDE_CALLBACK,
            w -> calling(w.longterm(0, 1)).unlocks(1, USER, 4, 101).ended(3),
            w -> calling(w.longterm(0, 1)).ended(3).unlocks(1, USER, 4, 101)),
        of(
            UNLOCKED_DURING_CALLBACK,
            w -> calling(w.longterm(0, 1)).unlocks(101).locks(2, 1).ended(3),
            w -> calling(w.longterm(0, 1)).unlocks(101).ended(3).locks(2, 1)),
        of(
            UNLOCKED_DURING_CALLBACK,
            w -> calling(w.longterm(0, 1)).unlocks(101).locks(2, 1).ended(3),
            w -> calling(w.longterm(0, 1)).unlocks(1, USER, 4, 101).locks(2, 1).ended(3)));
  }

  /** The function of lock 101, made by call 3, is called in call 4. */
  private static Watched calling(Watched w) {
    return w.out(munmap(0, 1)).began(4, 3, 101);
  }

  private static Watched called(Watched w) {
    return calling(w).ended(3);
  }
}
