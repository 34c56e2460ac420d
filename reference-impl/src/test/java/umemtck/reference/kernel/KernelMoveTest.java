package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;

import org.junit.jupiter.api.Test;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.LockedMemory;

/** What becomes of a charge when its process moves (K-05). */
class KernelMoveTest {
  private Locker k;
  private long other;

  private void boot(Profile profile) {
    k = new Locker(profile);
    k.map(0, 8);
    other = k.kernel.newProject(0);
    k.kernel.setLimit(Holder.PROJECT, other, 100 * PAGE);
  }

  private void used(long here, long there) {
    assertEquals(here, k.used());
    assertEquals(there, k.used(Holder.PROJECT, other));
    assertEquals(here + there, k.used(Holder.ZONE, 0));
    assertEquals(here + there, k.used(Holder.PROCESS, P1));
  }

  @Test
  void documentedChargesStay() {
    boot(Profile.DOCUMENTED);
    long before = k.locked(0, 2);
    assertEquals(0, k.kernel.settaskid(P1, other));
    used(2, 0);
    long after = k.locked(2, 3);
    used(2, 3);
    assertEquals(0, k.kernel.settaskid(P1, 0));
    k.unlock(after);
    used(2, 0);
    assertEquals(0, k.kernel.settaskid(P1, other));
    k.unlock(before);
    used(0, 0);
  }

  @Test
  void documentedNeverDeniesAMove() {
    boot(Profile.DOCUMENTED);
    k.locked(0, 2);
    k.kernel.setLimit(Holder.PROJECT, other, 0);
    assertEquals(0, k.kernel.settaskid(P1, other));
    assertEquals(Errno.ENOMEM, k.lock(0, 1, Locker.READ).errno());
    used(2, 0);
  }

  @Test
  void illumosChargesMoveAlong() {
    boot(Profile.ILLUMOS);
    long lock = k.locked(0, 2);
    assertEquals(0, k.kernel.mlock(P1, Locker.addr(4), 3 * PAGE));
    assertEquals(0, k.kernel.settaskid(P1, other));
    used(0, 5);
    k.unlock(lock);
    used(0, 3);
    k.munmap(4, 1);
    used(0, 2);
    k.kernel.munlock(P1, Locker.addr(5), 2 * PAGE);
    used(0, 0);
  }

  @Test
  void illumosMovesOnlyWhatIsCounted() {
    boot(Profile.ILLUMOS);
    k.limit(LockedMemory.UNLIMITED);
    long uncounted = k.locked(0, 4);
    k.limit(9 * PAGE);
    k.locked(0, 1);
    assertEquals(0, k.kernel.settaskid(P1, other));
    used(0, 1);
    k.unlock(uncounted);
    used(0, 1);
  }

  @Test
  void illumosDeniesWhatIsTooMuch() {
    boot(Profile.ILLUMOS);
    k.locked(0, 3);
    k.kernel.setLimit(Holder.PROJECT, other, 3 * PAGE - 1);
    assertEquals(Errno.EAGAIN, k.kernel.settaskid(P1, other));
    used(3, 0);
    long still = k.locked(0, 1);
    used(4, 0);
    k.unlock(still);
    k.kernel.setLimit(Holder.PROJECT, other, 3 * PAGE);
    assertEquals(0, k.kernel.settaskid(P1, other));
    used(0, 3);
  }

  @Test
  void illumosLetsAProcessStayWhereItIs() {
    boot(Profile.ILLUMOS);
    k.locked(0, 3);
    k.limit(4 * PAGE);
    assertEquals(0, k.kernel.settaskid(P1, 0));
    used(3, 0);
  }

  @Test
  void illumosEntersAZoneWithoutATest() {
    boot(Profile.ILLUMOS);
    long zone = k.kernel.newZone();
    assertNotEquals(other, zone);
    k.kernel.setLimit(Holder.ZONE, zone, PAGE);
    k.kernel.setLimit(Holder.PROJECT, zone, PAGE);
    long lock = k.locked(0, 3);
    k.kernel.mlock(P1, Locker.addr(7), PAGE);
    assertEquals(0, k.kernel.zoneEnter(P1, zone));
    assertEquals(0, k.used());
    assertEquals(0, k.used(Holder.ZONE, 0));
    assertEquals(4, k.used(Holder.PROJECT, zone));
    assertEquals(4, k.used(Holder.ZONE, zone));
    assertEquals(4, k.used(Holder.PROCESS, P1));
    k.unlock(lock);
    assertEquals(1, k.used(Holder.PROJECT, zone));
    assertEquals(1, k.used(Holder.ZONE, zone));
  }

  @Test
  void othersStayWhereTheyAre() {
    boot(Profile.ILLUMOS);
    long p2 = k.kernel.newProcess(0);
    k.locked(0, 3);
    assertEquals(0, k.kernel.settaskid(p2, other));
    used(3, 0);
  }

  @Test
  void numbersThatAreNotThere() {
    boot(Profile.ILLUMOS);
    long zone = k.kernel.newZone();
    assertThrows(IllegalArgumentException.class, () -> k.kernel.settaskid(9, 0));
    assertThrows(IllegalArgumentException.class, () -> k.kernel.settaskid(P1, 99));
    assertThrows(IllegalArgumentException.class, () -> k.kernel.settaskid(P1, zone));
    assertThrows(IllegalArgumentException.class, () -> k.kernel.zoneEnter(P1, other));
    assertThrows(IllegalArgumentException.class, () -> k.kernel.newProcess(99));
    assertThrows(IllegalArgumentException.class, () -> k.kernel.newProject(other));
  }
}
