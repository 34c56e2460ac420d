package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome.Allocated;

/** What a mapping shows is the memory of its cookie, and what a lock of it holds. */
class KernelExportTest {

  @ParameterizedTest
  @CsvSource({"DOCUMENTED, 0", "DOCUMENTED, 2", "ILLUMOS, 0", "ILLUMOS, 2"})
  void kernelMemory(Profile profile, int pageable) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(4, NOSLEEP | pageable);
    x.driverStores(a, 4, 30);
    x.mapped(0, 2, a.cookie(), 1);
    x.mapped(10, 4, a.cookie(), 0);
    assertEquals(31, x.seen(0));
    assertEquals(32, x.seen(1));
    x.store(1, 77);
    assertEquals(77, x.driverSees(a, 2));
    assertEquals(77, x.seen(12), "both mappings show the same page");
    assertEquals(30, x.driverSees(a, 0));
    assertEquals(33, x.driverSees(a, 3));
  }

  @ParameterizedTest
  @EnumSource
  void aStoreAcrossPages(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(2, NOSLEEP);
    x.mapped(4, 2, a.cookie(), 0);
    x.k.kernel.store(x.proc, Locker.addr(5) - 2, new byte[] {1, 2, 3, 4});
    byte[] seen = x.k.kernel.memory().load(a.address() + PAGE - 2, 4);
    assertEquals("[1, 2, 3, 4]", java.util.Arrays.toString(seen));
  }

  @ParameterizedTest
  @EnumSource
  void pagesOfALockByTheirNumber(Profile profile) {
    Exporter x = new Exporter(profile);
    long owner = x.k.kernel.newProcess(0);
    x.k.map(20, 2);
    x.k.map(Locker.P1, 22, 1, MappingKind.FILE_SHARED, Locker.RW);
    for (int page = 20; page < 23; page++) {
      x.store(page, page);
    }
    long lock = x.k.locked(20, 3);
    x.proc = owner;
    x.mapped(0, 2, lock, 1);
    assertEquals(21, x.seen(0));
    assertEquals(22, x.seen(1));
    x.store(1, 99);
    x.proc = Locker.P1;
    assertEquals(99, x.seen(22));
    assertEquals(20, x.seen(20));
  }

  @ParameterizedTest
  @EnumSource
  void trashIsOnePageForAll(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(1, NOSLEEP);
    x.mapped(0, 2, x.alloc(2, NOSLEEP | TRASH).cookie(), 0);
    x.mapped(4, 1, x.alloc(1, NOSLEEP | TRASH).cookie(), 0);
    x.store(0, 5);
    assertEquals(5, x.seen(1));
    assertEquals(5, x.seen(4));
    assertEquals(0, x.driverSees(a, 0));
  }

  @ParameterizedTest
  @EnumSource
  void contentsSurviveTheLastUnmap(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(2, NOSLEEP | PAGEABLE);
    x.mapped(0, 2, a.cookie(), 0);
    x.store(1, 12);
    assertTrue(x.k.munmap(0, 2).isDone());
    x.mapped(6, 1, a.cookie(), 1);
    assertEquals(12, x.seen(6));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMappedIsPagedOutAllTheSame(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(2, NOSLEEP | PAGEABLE);
    x.mapped(0, 2, a.cookie(), 0);
    x.store(0, 3);
    x.store(1, 4);
    assertTrue(x.k.isResident(0));
    assertEquals(2, x.k.kernel.pageOut());
    assertFalse(x.k.isResident(0));
    assertEquals(3, x.seen(0));
    assertTrue(x.k.isResident(0));
    assertFalse(x.k.isResident(1));
    assertEquals(4, x.driverSees(a, 1));
    assertTrue(x.k.isResident(1), "the page is the driver's");
  }

  @ParameterizedTest
  @EnumSource
  void memoryThatIsNotPageableIsAlwaysThere(Profile profile) {
    Exporter x = new Exporter(profile);
    x.mapped(0, 1, x.alloc(1, NOSLEEP).cookie(), 0);
    x.mapped(1, 1, x.alloc(1, NOSLEEP | TRASH).cookie(), 0);
    x.k.map(20, 1);
    x.mapped(2, 1, x.k.locked(20, 1), 0);
    assertEquals(0, x.k.kernel.pageOut());
    assertTrue(x.k.isResident(0) && x.k.isResident(1) && x.k.isResident(2));
  }

  @ParameterizedTest
  @EnumSource
  void locksOfAnExportNestByPages(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(3, NOSLEEP | PAGEABLE);
    x.mapped(0, 3, a.cookie(), 0);
    x.mapped(8, 1, a.cookie(), 1);
    x.k.kernel.pageOut();
    long first = x.k.locked(0, 2);
    long second = x.k.locked(1, 1);
    long third = x.k.locked(8, 1);
    assertTrue(x.k.isResident(0) && x.k.isResident(1));
    assertEquals(0, x.k.kernel.pageOut());
    // In illumos one locked page keeps all of the cookie's.
    int alone = profile == Profile.ILLUMOS ? 0 : 1;
    x.k.unlock(first);
    assertEquals(alone, x.k.kernel.pageOut());
    x.k.unlock(second);
    assertEquals(0, x.k.kernel.pageOut());
    x.k.unlock(third);
    assertEquals(profile == Profile.ILLUMOS ? 3 : 1, x.k.kernel.pageOut());
  }

  @ParameterizedTest
  @EnumSource
  void aLockOfAnExportHoldsTheMapping(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(2, NOSLEEP);
    x.mapped(0, 2, a.cookie(), 0);
    long lock = x.k.locked(1, 1);
    var unmap = x.k.munmap(0, 2);
    assertFalse(unmap.isDone());
    x.k.unlock(lock);
    assertTrue(unmap.isDone());
    x.alloc.free(a);
  }

  @ParameterizedTest
  @EnumSource
  void anExportOfAnExport(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(2, NOSLEEP | PAGEABLE);
    x.mapped(0, 2, a.cookie(), 0);
    x.mapped(4, 1, x.k.locked(0, 2), 1);
    x.k.locked(4, 1);
    x.store(4, 8);
    assertEquals(8, x.driverSees(a, 1));
    assertEquals(8, x.seen(1));
    assertEquals(0, x.k.kernel.pageOut());
  }

  @ParameterizedTest
  @EnumSource
  void aBufOnALockedExportReachesTheMemory(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(2, NOSLEEP | PAGEABLE);
    x.mapped(0, 2, a.cookie(), 0);
    long lock = x.k.locked(0, 2);
    int nosleep = NOSLEEP;
    long buf = x.k.kernel.ddi_umem_iosetup(lock, PAGE, 8, BufFlag.B_READ, 0, 0, 0, nosleep);
    x.k.kernel.read(buf, new byte[] {0, 0, 0, 0, 0, 61, 0, 0});
    assertEquals(61, x.driverSees(a, 1));
  }

  @ParameterizedTest
  @EnumSource
  void locksAskTheProtectionOfTheMapping(Profile profile) {
    Exporter x = new Exporter(profile);
    x.prot = READ;
    x.mapped(0, 1, x.alloc(1, NOSLEEP).cookie(), 0);
    assertEquals(Errno.EACCES, x.k.lock(0, 1, Locker.WRITE).errno());
    assertEquals(0, x.k.lock(0, 1, Locker.READ).errno());
  }

  @ParameterizedTest
  @EnumSource
  void mlockKeepsAnExportInMemory(Profile profile) {
    Exporter x = new Exporter(profile);
    x.mapped(0, 2, x.alloc(2, NOSLEEP | PAGEABLE).cookie(), 0);
    x.k.kernel.mlock(x.proc, Locker.addr(0), PAGE);
    x.k.kernel.mlock(x.proc, Locker.addr(0), PAGE);
    assertEquals(1, x.k.used());
    // In illumos one held page keeps both of the cookie's.
    assertEquals(profile == Profile.ILLUMOS ? 0 : 1, x.k.kernel.pageOut());
    x.k.kernel.munlock(x.proc, Locker.addr(0), 2 * PAGE);
    assertEquals(profile == Profile.ILLUMOS ? 2 : 1, x.k.kernel.pageOut());
    x.k.kernel.mlock(x.proc, Locker.addr(0), PAGE);
    assertTrue(x.k.munmap(0, 2).isDone());
    assertEquals(profile == Profile.ILLUMOS ? 2 : 1, x.k.kernel.pageOut());
    assertEquals(0, x.k.used());
  }
}
