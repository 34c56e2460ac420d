package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.Caller.TRASH;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.DevmapCallbackCtl;
import umemtck.spec.subject.UserFault;

/** devmap_umem_remap: a mapping shows other memory, all of it at once; or it stays as it is. */
class KernelRemapTest {
  private Exporter x;
  private Allocated old;
  private Allocated other;
  private long dhp;

  /** Two pages that show the second and third of the old four; another four are at hand. */
  private void boot(Profile profile, int flags) {
    x = new Exporter(profile);
    old = x.alloc(4, NOSLEEP);
    other = x.alloc(4, NOSLEEP | PAGEABLE);
    x.driverStores(old, 4, 10);
    x.driverStores(other, 4, 20);
    x.flags = flags;
    dhp = x.mapped(0, 2, old.cookie(), 1);
  }

  private void boot(Profile profile) {
    boot(profile, DevmapFlag.DEVMAP_ALLOW_REMAP);
  }

  private void shows(int first, int second) {
    assertEquals(first, x.seen(0));
    assertEquals(second, x.seen(1));
  }

  @ParameterizedTest
  @EnumSource
  void everyAccessReachesTheNewMemory(Profile profile) {
    boot(profile);
    x.mapped(8, 2, old.cookie(), 1);
    shows(11, 12);
    assertEquals(0, x.remap(dhp, other.cookie(), 2 * PAGE, 2 * PAGE));
    shows(22, 23);
    x.store(1, 99);
    assertEquals(99, x.driverSees(other, 3));
    assertEquals(12, x.driverSees(old, 2));
    assertEquals(11, x.seen(8), "another mapping of the same cookie stays");
    x.alloc.free(x.alloc(1, NOSLEEP));
    assertEquals(0, x.remap(dhp, old.cookie(), 0, 2 * PAGE));
    shows(10, 11);
  }

  @ParameterizedTest
  @EnumSource
  void theOldCookieCanBeFreed(Profile profile) {
    boot(profile);
    x.seen(0);
    assertEquals(0, x.remap(dhp, other.cookie(), 0, 2 * PAGE));
    x.alloc.free(old);
    shows(20, 21);
  }

  @ParameterizedTest
  @EnumSource
  void theLengthStays(Profile profile) {
    boot(profile);
    x.k.map(2, 1);
    assertEquals(0, x.remap(dhp, other.cookie(), PAGE, PAGE));
    shows(21, 22);
    assertEquals(0, x.seen(2));
    assertEquals(0, x.remap(dhp, other.cookie(), 0, 4 * PAGE));
    shows(20, 21);
    assertEquals(0, x.seen(2));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8192, 0",
    "2, 4096, 0",
    "3, 4096, -1",
    "3, 8192, -1",
    "4, 4096, -1",
    "0, 20480, -1",
    "-1, 8192, -1",
    "-2, 8192, -1",
    "1, -4096, -1",
    "2, 9223372036854775807, -1"
  })
  void bounds(long page, long len, int answer) {
    for (Profile profile : Profile.values()) {
      boot(profile);
      assertEquals(answer, x.remap(dhp, other.cookie(), page * PAGE, len));
      if (answer != 0) {
        shows(11, 12);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 4096", "4096, 1", "8193, 4096"})
  void whatIsNotWholePages(long off, long len) {
    boot(Profile.DOCUMENTED);
    assertEquals(-1, x.remap(dhp, other.cookie(), off, len));
    shows(11, 12);
    boot(Profile.ILLUMOS);
    boolean fits = off + 2 * PAGE <= 4 * PAGE;
    assertEquals(fits ? 0 : -1, x.remap(dhp, other.cookie(), off, len));
    if (fits) {
      shows((int) (20 + off / PAGE), (int) (21 + off / PAGE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void memoryShorterThanTheMapping(Profile profile) {
    boot(profile);
    Allocated one = x.alloc(1, NOSLEEP);
    assertEquals(-1, x.remap(dhp, one.cookie(), 0, PAGE));
    assertEquals(-1, x.remap(dhp, 0, 0, PAGE), "NULL");
    shows(11, 12);
  }

  @ParameterizedTest
  @CsvSource({"0x1", "0x2", "0x4", "0x10000", "0x80000000"})
  void flags(String flags) {
    for (Profile profile : Profile.values()) {
      boot(profile);
      int bits = Long.decode(flags).intValue();
      assertEquals(
          -1, x.k.kernel.devmap_umem_remap(dhp, other.cookie(), 0, 2 * PAGE, Prot.ALL, bits));
      shows(11, 12);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhereItWasAllowed(Profile profile) {
    boot(profile, DevmapFlag.DEVMAP_DEFAULTS);
    assertEquals(-1, x.remap(dhp, other.cookie(), 0, 2 * PAGE));
    shows(11, 12);
  }

  @ParameterizedTest
  @EnumSource
  void onlyOnceItIsSetUp(Profile profile) {
    boot(profile);
    int errno =
        x.mmap(6, 1, (h, off, len, model) -> x.remap(h, other.cookie(), 0, 4 * PAGE) == -1 ? 0 : 1);
    assertEquals(Errno.ENXIO, errno, "nothing was set up");
  }

  @ParameterizedTest
  @EnumSource
  void maxprotOfTheNewMemory(Profile profile) {
    boot(profile);
    x.maxprot = Prot.READ | Prot.USER;
    assertEquals(-1, x.remap(dhp, other.cookie(), 0, 2 * PAGE));
    x.maxprot = Prot.READ | Prot.WRITE;
    assertEquals(-1, x.remap(dhp, other.cookie(), 0, 2 * PAGE), "without PROT_USER");
    assertEquals(0, x.mprotect(0, 1, READ));
    x.maxprot = Prot.READ | Prot.USER;
    assertEquals(-1, x.remap(dhp, other.cookie(), 0, 2 * PAGE), "one page has WRITE still");
    shows(11, 12);
    assertEquals(0, x.mprotect(0, 2, READ));
    assertEquals(0, x.remap(dhp, other.cookie(), 0, 2 * PAGE));
    assertEquals(Errno.EACCES, x.mprotect(0, 2, Exporter.RW));
    x.maxprot = Prot.ALL;
    assertEquals(0, x.remap(dhp, other.cookie(), 0, 2 * PAGE));
    assertEquals(0, x.mprotect(0, 2, Exporter.RW));
  }

  @ParameterizedTest
  @EnumSource
  void anInvalidMappingFaultsUntilItIsRemapped(Profile profile) {
    boot(profile, DevmapFlag.DEVMAP_ALLOW_REMAP | DevmapFlag.DEVMAP_MAPPING_INVALID);
    assertEquals(10, assertThrows(UserFault.class, () -> x.seen(1)).signal());
    assertEquals(10, assertThrows(UserFault.class, () -> x.store(0, 1)).signal());
    assertFalse(x.k.isResident(0));
    assertEquals(-1, x.remap(dhp, other.cookie(), 3 * PAGE, PAGE));
    assertThrows(UserFault.class, () -> x.seen(0), "a refusal leaves it as it is");
    assertEquals(10, x.driverSees(old, 0));
    assertEquals(0, x.remap(dhp, other.cookie(), 0, 2 * PAGE));
    shows(20, 21);
  }

  @ParameterizedTest
  @EnumSource
  void aStoreThatEndsInASignalChangesNothing(Profile profile) {
    boot(profile, DevmapFlag.DEVMAP_ALLOW_REMAP | DevmapFlag.DEVMAP_MAPPING_INVALID);
    x.k.map(2, 1);
    assertThrows(
        UserFault.class, () -> x.k.kernel.store(x.proc, Locker.addr(1) + 5, new byte[PAGE + 1]));
    assertEquals(0, x.seen(2));
  }

  @ParameterizedTest
  @EnumSource
  void trashTakesWhateverIsStored(Profile profile) {
    boot(profile);
    Allocated trash = x.alloc(2, NOSLEEP | TRASH);
    assertEquals(0, x.remap(dhp, trash.cookie(), 0, 2 * PAGE));
    x.store(0, 66);
    x.store(1, 67);
    shows(67, 67);
    assertEquals(11, x.driverSees(old, 1));
    assertEquals(12, x.driverSees(old, 2));
    int beyond = profile == Profile.ILLUMOS ? -1 : 0;
    assertEquals(beyond, x.remap(dhp, trash.cookie(), PAGE, 2 * PAGE));
  }

  @ParameterizedTest
  @EnumSource
  void whatCanBeRemappedCannotBeLocked(Profile profile) {
    boot(profile);
    assertEquals(Errno.EFAULT, x.k.lock(0, 1, READ).errno());
    assertEquals(0, x.remap(dhp, other.cookie(), 0, 2 * PAGE));
    assertEquals(Errno.EFAULT, x.k.lock(1, 1, READ).errno());
    assertTrue(x.k.munmap(0, 2).isDone());
  }

  @ParameterizedTest
  @EnumSource
  void mlockHoldsTheNewMemory(Profile profile) {
    boot(profile);
    assertEquals(0, x.k.kernel.mlock(x.proc, Locker.addr(0), PAGE));
    assertEquals(0, x.remap(dhp, other.cookie(), 0, 2 * PAGE));
    // In illumos one held page keeps all of the cookie's.
    assertEquals(profile == Profile.ILLUMOS ? 0 : 3, x.k.kernel.pageOut());
    assertEquals(0, x.remap(dhp, old.cookie(), 0, 2 * PAGE));
    assertEquals(profile == Profile.ILLUMOS ? 4 : 1, x.k.kernel.pageOut());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLeftOfAMappingIsRemappedByItsNewHandle(Profile profile) {
    boot(profile);
    long[] left = {0};
    x.ops = new DevmapCallbackCtl();
    x.ops.setDevmapUnmap((h, off, len, before, behind) -> left[0] = behind);
    x.mapped(8, 3, old.cookie(), 0);
    x.k.munmap(8, 1);
    assertEquals(-1, x.remap(left[0], other.cookie(), 3 * PAGE, 2 * PAGE), "two pages are left");
    assertEquals(0, x.remap(left[0], other.cookie(), 2 * PAGE, 2 * PAGE));
    assertEquals(22, x.seen(9));
    assertEquals(23, x.seen(10));
    shows(11, 12);
  }
}
