package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;
import static umemtck.reference.kernel.Locker.addr;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome.Locked;
import umemtck.spec.subject.LockedMemory;

/** What a limit refuses: the usage and the request together, unsigned, project and zone. */
@ParameterizedClass
@EnumSource
class KernelLockLimitTest {
  private static final Locked ENOMEM = new Locked(Errno.ENOMEM, 0);
  @Parameter Profile profile;
  private Locker k;

  @BeforeEach
  void boot() {
    k = new Locker(profile);
    k.map(0, 8);
  }

  private void zoneLimit(long bytes) {
    k.kernel.setLimit(Holder.ZONE, 0, bytes);
  }

  @Test
  void exactlyAtTheLimit() {
    k.limit(3 * PAGE);
    k.locked(0, 2);
    assertEquals(ENOMEM, k.lock(2, 2, READ));
    assertEquals(2, k.used());
    long last = k.locked(2, 1);
    assertEquals(ENOMEM, k.lock(2, 1, READ));
    k.unlock(last);
    k.locked(3, 1);
  }

  @Test
  void aLimitThatIsNoWholePage() {
    k.limit(2 * PAGE - 1);
    assertEquals(ENOMEM, k.lock(0, 2, READ));
    k.locked(0, 1);
  }

  @Test
  void theZoneRefusesWhatTheProjectAdmits() {
    zoneLimit(3 * PAGE);
    long project = k.kernel.newProject(0);
    k.kernel.setLimit(Holder.PROJECT, project, 9 * PAGE);
    k.locked(0, 2);
    k.kernel.settaskid(P1, project);
    long before = k.used(Holder.PROJECT, project);
    assertEquals(ENOMEM, k.lock(2, 2, READ));
    assertEquals(before, k.used(Holder.PROJECT, project));
    assertEquals(2, k.used(Holder.ZONE, 0));
    k.locked(2, 1);
    assertEquals(3, k.used(Holder.ZONE, 0));
  }

  @Test
  void theProjectRefusesWhatTheZoneAdmits() {
    k.limit(PAGE);
    zoneLimit(9 * PAGE);
    assertEquals(ENOMEM, k.lock(0, 2, READ));
    assertEquals(0, k.used(Holder.ZONE, 0));
    assertEquals(0, k.used(Holder.PROCESS, P1));
  }

  @Test
  void aLoweredLimitRevokesNothing() {
    long a = k.locked(0, 2);
    k.limit(PAGE);
    assertEquals(2, k.used());
    k.kernel.pageOut();
    assertTrue(k.isResident(0));
    assertEquals(ENOMEM, k.lock(2, 1, READ));
    assertEquals(ENOMEM, k.lock(2, 0, READ), "also what is empty");
    k.unlock(a);
    assertEquals(Errno.EFAULT, k.lock(2, 0, READ).errno());
    k.locked(2, 1);
  }

  @Test
  void whatIsDeniedIsNotTouched() {
    k.limit(PAGE);
    assertEquals(ENOMEM, k.lock(0, 2, READ));
    assertFalse(k.isResident(0));
    assertTrue(k.munmap(0, 8).isDone());
  }

  @Test
  void nothingIsAllowedAtZero() {
    k.limit(0);
    assertEquals(ENOMEM, k.lock(0, 1, READ));
    assertEquals(Errno.EFAULT, k.lock(0, 0, READ).errno(), "nothing is within nothing");
  }

  @Test
  void limitsAreReadAsTheyAreSet() {
    for (long limit : new long[] {0, 1, -2, Long.MIN_VALUE, LockedMemory.UNLIMITED}) {
      k.limit(limit);
      assertEquals(limit, k.kernel.getLimit(Holder.PROJECT, 0));
      zoneLimit(limit);
      assertEquals(limit, k.kernel.getLimit(Holder.ZONE, 0));
    }
  }

  @Test
  void withoutLimitsAtBoot() {
    Kernel fresh = new Kernel(KernelOptions.of(profile), k.waits);
    assertEquals(LockedMemory.UNLIMITED, fresh.getLimit(Holder.PROJECT, 0));
    assertEquals(LockedMemory.UNLIMITED, fresh.getLimit(Holder.ZONE, 0));
    long zone = fresh.newZone();
    assertEquals(LockedMemory.UNLIMITED, fresh.getLimit(Holder.ZONE, zone));
    assertEquals(LockedMemory.UNLIMITED, fresh.getLimit(Holder.PROJECT, zone));
  }

  @Test
  void lengthsNearTheLargest() {
    assertEquals(ENOMEM, k.lockBytes(addr(0), -PAGE, READ));
    k.limit(-2);
    assertEquals(Errno.EFAULT, k.lockBytes(addr(0), -PAGE, READ).errno(), "it wraps");
    assertEquals(Errno.EFAULT, k.lockBytes(addr(0), Long.MIN_VALUE, READ).errno());
    assertEquals(Errno.EFAULT, k.lockBytes(-PAGE, PAGE, READ).errno());
    assertEquals(Errno.EFAULT, k.lockBytes(-PAGE, 2 * PAGE, READ).errno());
    assertEquals(Errno.EFAULT, k.lockBytes(0, -PAGE, READ).errno());
    assertEquals(0, k.used());
  }

  @Test
  void aUsageThatWouldOverflow() {
    k.limit(-2);
    k.locked(0, 1);
    assertEquals(ENOMEM, k.lockBytes(addr(0), -PAGE, READ));
    assertEquals(Errno.EFAULT, k.lockBytes(addr(0), -2L * PAGE, READ).errno());
    assertEquals(1, k.used());
    k.limit(-2L * PAGE);
    assertEquals(Errno.EFAULT, k.lockBytes(addr(0), -3L * PAGE, READ).errno(), "exactly at it");
    assertEquals(ENOMEM, k.lockBytes(addr(0), -2L * PAGE, READ));
    assertEquals(1, k.used(Holder.ZONE, 0));
  }

  @Test
  void aLimitAbove2To63() {
    k.limit(Long.MIN_VALUE);
    k.locked(0, 1);
    assertEquals(ENOMEM, k.lockBytes(addr(0), Long.MIN_VALUE, READ));
    assertEquals(Errno.EFAULT, k.lockBytes(addr(0), Long.MIN_VALUE - PAGE, READ).errno());
  }
}
