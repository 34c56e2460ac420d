package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.LockStory.P;
import static umemtck.reference.model.LockStory.READ;
import static umemtck.reference.model.LockStory.W;
import static umemtck.reference.model.LockStory.WRITE;
import static umemtck.reference.model.LockStory.illumos;
import static umemtck.reference.model.LockStory.lock;
import static umemtck.reference.model.LockStory.lockmemory;
import static umemtck.spec.ddi.Context.INTERRUPT;
import static umemtck.spec.ddi.Holder.PROJECT;
import static umemtck.spec.ddi.Holder.ZONE;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.WorkerGate;

/** Which facets a lock is held against that succeeds though a limit, or the access, forbids it. */
class DenialBlameTest {
  private static final String REFUSED = "ACCT.project-limit/refused";
  private static final String ENOMEM = "LOCK.enomem-limit/project";
  private static final String ZONE_REFUSED = "ACCT.zone-limit/refused";
  private static final String ZONE_ENOMEM = "LOCK.enomem-limit/zone";
  private static final String SUM = "ACCT.includes-request/sum";
  private static final String LOWERED = "ACCT.limit-lowered/new-refused";

  @Test
  void aboveTheLimit() {
    assertEquals(List.of(REFUSED, ENOMEM), illumos().limits(PROJECT, 0, 4).succeeding(lock(0, 5)));
    assertEquals(
        List.of(ZONE_REFUSED, ZONE_ENOMEM), illumos().limits(ZONE, 0, 4).succeeding(lock(0, 5)));
  }

  @Test
  void withWhatIsLockedAlready() {
    LockStory one = illumos().limits(PROJECT, 0, 4).locks(0, 1, 1);
    assertEquals(List.of(SUM, REFUSED, ENOMEM), one.succeeding(lock(0, 4)));
    LockStory all = illumos().limits(PROJECT, 0, 4).locks(0, 4, 1);
    assertEquals(List.of(REFUSED, ENOMEM), all.succeeding(lock(0, 1)));
  }

  @Test
  void aboveALimitThatWasLowered() {
    LockStory lowered = illumos().locks(0, 5, 1).limits(PROJECT, 0, 4);
    assertEquals(List.of(LOWERED, REFUSED, ENOMEM), lowered.succeeding(lock(0, 1)));
    lowered = illumos().locks(0, 5, 1).limits(PROJECT, 0, 4);
    assertEquals(List.of(LOWERED, REFUSED, ENOMEM), lowered.succeeding(lock(0, 0)));
  }

  @Test
  void aSumThatOverflows() {
    LockStory two = illumos().locks(0, 2, 1);
    assertEquals(
        List.of("ACCT.overflow/refused", SUM, REFUSED, ENOMEM),
        two.succeeding(new Call.UmemLock(W, -P, READ)));
  }

  @Test
  void forAnotherProcess() {
    LockStory named = illumos().limits(PROJECT, 0, 4);
    assertEquals(
        List.of("ACCT.owner-not-caller/limit", REFUSED, ENOMEM),
        named.succeeding(lockmemory(1, 0, 5)));
    LockStory zone = illumos().limits(ZONE, 0, 4);
    assertEquals(List.of(ZONE_REFUSED, ZONE_ENOMEM), zone.succeeding(lockmemory(1, 0, 5)));
  }

  @Test
  void besideWhatIsMlocked() {
    LockStory own = illumos().limits(PROJECT, 0, 4).mlocks(0, 1);
    assertEquals(
        List.of(SUM, "ACCT.shared-counter/one-limit", REFUSED, ENOMEM), own.succeeding(lock(0, 4)));
    LockStory zone = illumos().zone(7).limits(ZONE, 0, 4).mlocks(0, 1);
    assertEquals(
        List.of(SUM, "ACCT.shared-counter/one-limit", ZONE_REFUSED, ZONE_ENOMEM),
        zone.succeeding(lock(0, 4)));
    LockStory ofAnother = illumos().project(5, 0).starts(2, 5).by(2).maps(0, 1).mlocks(0, 1);
    assertEquals(
        List.of(REFUSED, ENOMEM), ofAnother.by(1).limits(PROJECT, 0, 4).succeeding(lock(0, 5)));
  }

  @Test
  void whileAnUnlockIsQueued() {
    LockStory queued = illumos().limits(PROJECT, 0, 4).locks(0, 1, 1).gate(WorkerGate.HOLD);
    queued.unlocks(INTERRUPT, 1).does(new Call.GetLocked(PROJECT, 0), new Outcome.Amount(P));
    assertEquals(
        List.of(SUM, "UNLOCK.credit-when-real/limit", REFUSED, ENOMEM),
        queued.succeeding(lock(0, 4)));
  }

  @Test
  void overTheProjectsOfAZone() {
    String over = "ACCT.zone-limit/over-projects";
    LockStory two = illumos().project(5, 0).limits(PROJECT, 5, 16).starts(2, 5);
    two.by(2).maps(0, 8).locks(0, 1, 2);
    two.by(1).limits(ZONE, 0, 4);
    assertEquals(List.of(SUM, ZONE_REFUSED, ZONE_ENOMEM), two.succeeding(lock(0, 4)));
    two.locks(0, 1, 1);
    assertEquals(List.of(SUM, ZONE_REFUSED, over, ZONE_ENOMEM), two.succeeding(lock(0, 3)));
  }

  /** The other project is of another zone. */
  @Test
  void notOverTheProjectsOfAllZones() {
    LockStory apart = illumos().zone(7).limits(PROJECT, 7, 16).starts(2, 7);
    apart.by(2).maps(0, 8).locks(0, 1, 2);
    apart.by(1).limits(ZONE, 0, 4).locks(0, 1, 1);
    assertEquals(List.of(SUM, ZONE_REFUSED, ZONE_ENOMEM), apart.succeeding(lock(0, 4)));
  }

  @Test
  void withoutTheAccess() {
    LockStory none = illumos().maps(8, 1, MappingKind.ANON_PRIVATE, Prot.READ);
    assertEquals(List.of("LOCK.eacces/write"), none.succeeding(lock(8, 1, WRITE)));
    none = illumos().maps(8, 1, MappingKind.ANON_PRIVATE, Prot.READ);
    assertEquals(
        List.of("LOCK.write-needs-write/both", "LOCK.flags-both/as-write", "LOCK.eacces/write"),
        none.succeeding(lock(8, 1, READ | WRITE)));
    none = illumos().maps(8, 1, MappingKind.ANON_PRIVATE, 0);
    assertEquals(List.of("LOCK.eacces/read"), none.succeeding(lock(8, 1, READ)));
  }
}
