package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.kernel.Locker.LONGTERM;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;
import static umemtck.reference.kernel.Locker.RW;
import static umemtck.reference.kernel.Locker.cookie;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.reference.Caller;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.LockedMemory;

/** What a lock is charged, and to whom. */
class KernelLockChargeTest {

  private static void used(Locker k, long proc, long project, long pages) {
    assertEquals(pages, k.used(Holder.PROCESS, proc));
    assertEquals(pages, k.used(Holder.PROJECT, project));
    assertEquals(pages, k.used(Holder.ZONE, 0));
  }

  @ParameterizedTest
  @EnumSource
  void eachLockTheFullPrice(Profile profile) {
    Locker k = new Locker(profile);
    k.map(0, 4);
    long a = k.locked(0, 3);
    used(k, P1, 0, 3);
    long b = k.locked(0, 3);
    long c = k.locked(2, 2);
    assertNotEquals(a, b);
    used(k, P1, 0, 8);
    k.unlock(a);
    used(k, P1, 0, 5);
    k.unlock(c);
    used(k, P1, 0, 3);
    k.unlock(b);
    used(k, P1, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void theOwnerAndNotTheCaller(Profile profile) {
    Locker k = new Locker(profile);
    long project = k.kernel.newProject(0);
    k.kernel.setLimit(Holder.PROJECT, project, 100 * PAGE);
    long p2 = k.kernel.newProcess(project);
    k.map(p2, 0, 2, MappingKind.ANON_PRIVATE, RW);
    long lock = cookie(k.lockmemory(0, 2, READ, null, p2));
    used(k, p2, project, 2);
    assertEquals(0, k.used(Holder.PROCESS, P1));
    assertEquals(0, k.used());
    k.unlock(lock);
    used(k, p2, project, 0);
  }

  @ParameterizedTest
  @EnumSource
  void nullIsTheCurrentProcess(Profile profile) {
    Locker k = new Locker(profile);
    long p2 = k.kernel.newProcess(0);
    k.map(p2, 0, 1, MappingKind.ANON_PRIVATE, RW);
    k.kernel.enter(p2);
    cookie(k.lockmemory(0, 1, READ | LONGTERM, Locker.calling(c -> {}), 0));
    cookie(k.lock(0, 1, READ));
    assertEquals(2, k.used(Holder.PROCESS, p2));
    assertEquals(0, k.used(Holder.PROCESS, P1));
  }

  @Test
  void documentedChargesWithoutLimitsToo() {
    Locker k = new Locker(Profile.DOCUMENTED);
    k.limit(LockedMemory.UNLIMITED);
    k.map(0, 1);
    k.locked(0, 1);
    used(k, P1, 0, 1);
  }

  @Test
  void illumosDoesNotChargeWithoutLimits() {
    Locker k = new Locker(Profile.ILLUMOS);
    k.limit(LockedMemory.UNLIMITED);
    k.map(0, 2);
    long free = k.locked(0, 2);
    used(k, P1, 0, 0);
    k.limit(2 * PAGE);
    used(k, P1, 0, 0);
    long counted = k.locked(0, 2);
    used(k, P1, 0, 2);
    k.unlock(free);
    used(k, P1, 0, 2);
    k.unlock(counted);
    used(k, P1, 0, 0);
  }

  @Test
  void illumosReturnsTheChargeThoughTheLimitIsGone() {
    Locker k = new Locker(Profile.ILLUMOS);
    k.map(0, 2);
    long counted = k.locked(0, 2);
    k.limit(LockedMemory.UNLIMITED);
    k.unlock(counted);
    used(k, P1, 0, 0);
  }

  @Test
  void illumosChargesUnderALimitOfTheZoneAlone() {
    Locker k = new Locker(Profile.ILLUMOS);
    k.limit(LockedMemory.UNLIMITED);
    k.kernel.setLimit(Holder.ZONE, 0, 9 * PAGE);
    k.map(0, 2);
    k.locked(0, 2);
    used(k, P1, 0, 2);
  }

  @ParameterizedTest
  @EnumSource
  void anAllocationIsNotCharged(Profile profile) {
    Locker k = new Locker(profile);
    Caller alloc = new Caller(k.kernel, k.waits);
    assertNotEquals(0, alloc.alloc(3 * PAGE, NOSLEEP).cookie());
    assertNotEquals(0, alloc.alloc(3 * PAGE, NOSLEEP | PAGEABLE).cookie());
    used(k, P1, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void aLockTakesNothingFromTheBudgets(Profile profile) {
    Locker k = new Locker(profile);
    Caller alloc = new Caller(k.kernel, k.waits);
    k.map(0, 64);
    k.locked(0, 64);
    for (var r : umemtck.spec.ddi.Resource.values()) {
      assertEquals(KernelOptions.FRAMES, alloc.getFree(r));
    }
  }
}
