package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.model.LockStory.P;
import static umemtck.reference.model.LockStory.at;
import static umemtck.reference.model.LockStory.illumos;
import static umemtck.reference.model.LockStory.lock;
import static umemtck.spec.ddi.Holder.PROJECT;
import static umemtck.spec.ddi.Holder.ZONE;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.reference.model.LockFault.Rank;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.WorkerGate;
import umemtck.spec.subject.Feature;

/** What a plan, and whoever counts situations, asks of the model beside what it allows. */
class LockQuestionsTest {
  private static Locking of(LockStory story) {
    return story.state().locking();
  }

  @Test
  void whoIsThere() {
    Locking k = of(illumos().project(5, 0).zone(7).starts(2, 7).starts(3, 5));
    assertEquals(List.of(1L, 2L, 3L), k.procs().stream().map(Proc::id).toList());
    assertEquals(List.of(0L, 5L, 7L), k.projects());
    assertEquals(List.of(0L, 7L), k.zones());
    assertEquals(0, k.zoneOf(5));
    assertEquals(7, k.zoneOf(7));
  }

  @Test
  void whatIsMapped() {
    Locking k = of(illumos().starts(2, 0).by(2).maps(1, 2));
    assertEquals(1, k.mappedBy(1).size());
    assertArrayEquals(new long[] {at(0), 8 * P}, k.mappedBy(1).get(0));
    assertArrayEquals(new long[] {at(1), 2 * P}, k.mappedBy(2).get(0));
  }

  @Test
  void whetherTheWorkerIsHeld() {
    assertFalse(of(illumos()).held());
    assertTrue(of(illumos().gate(WorkerGate.HOLD)).held());
  }

  @Test
  void whoCarriesMlockedPages() {
    Locking k = of(illumos().project(5, 0).mlocks(0, 1));
    assertTrue(k.hasMlocked(0));
    assertFalse(k.hasMlocked(5));
  }

  @Test
  void whichPagesAreOut() {
    Outcome out = new Outcome.Amount(0);
    LockStory story = illumos().does(new Call.IsUserResident(1, at(3) + 1), out);
    story.starts(2, 0).by(2).maps(0, 8).does(new Call.IsUserResident(2, at(4)), out);
    assertEquals(List.of(at(3)), of(story).absentIn(1, new Extent(at(0), 8 * P)));
    assertEquals(List.of(at(4)), of(story).absentIn(2, new Extent(at(0), 8 * P)));
    assertEquals(List.of(), of(story).absentIn(1, new Extent(at(4), P)));
  }

  @Test
  void whichStepsWillSurelyFail() {
    LockStory story = illumos().fails(FaultyStep.REGISTER_CALLBACK, Errno.ENOMEM);
    story.fails(FaultyStep.PAGE_LOCK, Errno.EAGAIN);
    assertEquals(List.of(FaultyStep.PAGE_LOCK, FaultyStep.REGISTER_CALLBACK), of(story).armed());
    story.does(
        LockStory.lockmemory(0, 0, 1, LockStory.READ, CallbackVector.CLEANUP),
        new Outcome.Locked(Errno.EAGAIN, 0));
    assertEquals(List.of(), of(story).armed(), "the function may have been registered, or not");
  }

  @Test
  void whatWasOnceLocked() {
    Locking k = of(illumos().starts(2, 0).locks(1, 1, 1).unlocks(1));
    assertTrue(k.onceAsked(1, new Extent(at(0), 2 * P)));
    assertFalse(k.onceAsked(1, new Extent(at(0), P)));
    assertFalse(k.onceAsked(2, new Extent(at(0), 2 * P)));
  }

  private static long room(LockStory story) {
    return story.model.room(story.state(), 1);
  }

  @Test
  void howMuchMayBeLockedStill() {
    assertEquals(16 * P, room(illumos()));
    assertEquals(14 * P, room(illumos().locks(0, 2, 1)));
    assertEquals(2 * P, room(illumos().limits(ZONE, 0, 4).locks(0, 2, 1)));
    assertEquals(4 * P, room(LockStory.of(Profile.ILLUMOS).limits(ZONE, 0, 4)));
    assertEquals(0, room(illumos().locks(0, 2, 1).limits(PROJECT, 0, 2)));
    assertEquals(0, room(illumos().locks(0, 2, 1).limits(PROJECT, 0, 1)));
    assertEquals(0, room(LockStory.of(Profile.ILLUMOS)), "nothing limits it");
    assertEquals(0, room(LockStory.of(Profile.DOCUMENTED)), "nobody knows");
    LockStory story = illumos();
    assertEquals(0, story.model.room(story.state(), 9), "nobody is there");
  }

  @Test
  void whatIsCounted() {
    LockStory known = illumos().locks(0, 2, 1);
    assertEquals(2 * P, known.model.used(known.state(), PROJECT, 0));
    assertEquals(2 * P, known.model.usage(known.state(), PROJECT, 0));
    LockStory open = LockStory.of(Profile.ILLUMOS).maps(0, 8).locks(0, 2, 1);
    assertEquals(0, open.model.used(open.state(), PROJECT, 0));
    assertNull(open.model.usage(open.state(), PROJECT, 0), "both are right");
  }

  private static Long limit(LockStory story, Holder of) {
    return story.model.limit(story.state(), of, 0);
  }

  @Test
  void whatIsTheLimit() {
    assertEquals(16 * P, limit(illumos(), PROJECT));
    assertEquals(Usage.UNLIMITED, limit(illumos(), ZONE));
    assertNull(limit(LockStory.of(Profile.DOCUMENTED), PROJECT));
    LockStory none = LockStory.of(Profile.ILLUMOS, Feature.PROJECT_LIMIT, Feature.ZONE_LIMIT);
    assertNull(limit(none, PROJECT));
    assertNull(limit(none, ZONE));
  }

  /** Where one of the two can be arranged, nobody arranges the other behind its back. */
  @Test
  void whatIsTheLimitThatCannotBeSet() {
    LockStory project = LockStory.of(Profile.DOCUMENTED, Feature.ZONE_LIMIT);
    assertEquals(Usage.UNLIMITED, limit(project, ZONE));
    assertNull(limit(project, PROJECT));
    LockStory zone = LockStory.of(Profile.DOCUMENTED, Feature.PROJECT_LIMIT);
    assertEquals(Usage.UNLIMITED, limit(zone, PROJECT));
    assertNull(limit(zone, ZONE));
  }

  @Test
  void whatIsWrongWithALock() {
    LockStory story = illumos().limits(PROJECT, 0, 4).limits(ZONE, 0, 16);
    LockRequest asked = LockRequest.of(of(story), 1, lock(7, 5));
    assertEquals(
        List.of(
            new LockFault(Rank.LIMIT, true, "ACCT.project-limit/refused"),
            new LockFault(Rank.ADDRESS_SPACE, true, "LOCK.efault-unmapped/errno")),
        story.model.faults(story.state(), asked));
  }

  @Test
  void whoMayStayOut() {
    LockStory story = illumos().locks(0, 1, 1);
    UmemState s = story.state();
    Explanations seen = new Explanations(story.model);
    Call sleeps = new Call.UmemAlloc(P, UmemFlag.DDI_UMEM_SLEEP);
    assertTrue(seen.mayStayOut(1, Context.USER, sleeps));
    assertTrue(story.model.mayStayOut(s, 1, Context.USER, story.unmap(0, 2)));
    assertFalse(story.model.mayStayOut(s, 1, Context.USER, story.unmap(1, 2)));
    assertFalse(story.model.mayStayOut(s, 1, Context.USER, lock(0, 1)));
    assertFalse(seen.mayStayOut(1, Context.USER, lock(0, 1)));
    assertFalse(story.model.mayStayOut(s, Context.USER, new Call.UmemUnlock(1)));
  }

  /** It waits, too, though it owes a call of the function first. */
  @Test
  void whoMayStayOutAfterACall() {
    LockStory story = illumos();
    int flags = LockStory.READ | LockStory.LONGTERM;
    story.does(
        LockStory.lockmemory(0, 0, 1, flags, CallbackVector.CLEANUP), new Outcome.Locked(0, 1));
    assertTrue(story.model.mayStayOut(story.state(), 1, Context.USER, story.unmap(0, 2)));
  }

  @Test
  void whoWouldBreakADuty() {
    Explanations seen = new Explanations(illumos().model);
    assertEquals("LOCK.context", seen.duty(1, Context.INTERRUPT, lock(0, 1)).clause());
    assertNull(seen.duty(1, Context.USER, lock(0, 1)));
  }
}
