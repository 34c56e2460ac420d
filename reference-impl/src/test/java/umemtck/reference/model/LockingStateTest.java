package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.model.LockStory.at;
import static umemtck.reference.model.LockStory.illumos;
import static umemtck.reference.model.LockStory.lock;
import static umemtck.spec.ddi.Holder.PROJECT;
import static umemtck.spec.ddi.Holder.ZONE;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.WorkerGate;

/** States of locking are values, too. */
class LockingStateTest {
  private static Locking of(LockStory story) {
    return story.state().locking();
  }

  @Test
  void equalIfNothingTellsThemApart() {
    Locking one = of(illumos().starts(2, 0).limits(ZONE, 0, 3).locks(0, 1, 5));
    Locking two = of(illumos().limits(ZONE, 0, 3).starts(2, 0).locks(0, 1, 5));

    assertEquals(one, two);
    assertEquals(one.hashCode(), two.hashCode());
  }

  @Test
  void notEqualIfAnythingDoes() {
    Locking s = of(illumos());
    Call look = new Call.IsUserResident(1, at(0));
    for (LockStory other :
        List.of(
            illumos().locks(0, 1, 5),
            illumos().gate(WorkerGate.HOLD),
            illumos().starts(2, 0),
            illumos().project(5, 0),
            illumos().maps(8, 1),
            illumos().mlocks(0, 1),
            illumos().limits(PROJECT, 0, 17),
            illumos().fails(FaultyStep.PAGE_LOCK, Errno.EAGAIN),
            illumos().does(look, new Outcome.Amount(0)))) {
      assertNotEquals(s, of(other));
      assertNotEquals(of(other), s);
    }
    assertNotEquals(s, new Object());
  }

  /** Whether a lock was refused, or nobody asked, tells who is to blame; it allows nothing else. */
  @Test
  void equalIfOnlyTheBlameDiffers() {
    assertEquals(of(illumos()), of(illumos().refused(lock(8, 1), Errno.EFAULT)));
    assertEquals(of(illumos().maps(8, 1)), of(illumos().maps(8, 1).locks(8, 1, 5).unlocks(5)));
  }

  /** Sets of states are searched at every event: with one hash for all they would be lists. */
  @Test
  void theHashTellsMostStatesApart() {
    long hashes =
        LongStream.rangeClosed(1, 100)
            .map(cookie -> of(illumos().locks(0, 1, cookie)).hashCode())
            .distinct()
            .count();
    assertTrue(hashes > 50, hashes + " hashes of 100 states");
  }

  /** What is queued may be done already: two states of one set. */
  @Test
  void theHashTellsHowFarAnUnlockIs() {
    LockStory locked = illumos().gate(WorkerGate.HOLD).locks(0, 1, 5);
    int held = of(locked).hashCode();
    assertNotEquals(held, of(locked.unlocks(Context.INTERRUPT, 5)).hashCode());
  }
}
