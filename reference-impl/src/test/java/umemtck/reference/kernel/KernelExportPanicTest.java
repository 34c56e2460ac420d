package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.Caller.TRASH;
import static umemtck.reference.kernel.Locker.PAGE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemPanic;
import umemtck.spec.subject.Window;

/** Misuse of exports, and of bufs, stops the machine, which says why. */
class KernelExportPanicTest {
  private final Exporter x = new Exporter(Profile.DOCUMENTED);

  private void panics(String why, Executable misuse) {
    String said = assertThrows(UmemPanic.class, misuse).getMessage();
    assertTrue(said.contains(why), said);
    assertThrows(UmemPanic.class, () -> x.mmap(8, 1, 0, 0), "the machine is down");
    assertThrows(UmemPanic.class, () -> x.seen(0), "the machine is down");
    assertThrows(UmemPanic.class, () -> x.mprotect(0, 1, 0), "the machine is down");
    assertThrows(UmemPanic.class, () -> x.k.kernel.fork(1), "the machine is down");
  }

  @ParameterizedTest
  @ValueSource(ints = {NOSLEEP, NOSLEEP | PAGEABLE, NOSLEEP | TRASH})
  void aCookieFreedWhileMapped(int flag) {
    Allocated a = x.alloc(2, flag);
    x.mapped(0, 2, a.cookie(), 0);
    x.k.munmap(0, 1);
    panics("still mapped", () -> x.alloc.free(a));
  }

  @Test
  void aCookieFreedWhileAChildHasIt() {
    Allocated a = x.alloc(2, NOSLEEP);
    x.mapped(0, 2, a.cookie(), 0);
    x.k.kernel.fork(Locker.P1);
    x.k.munmap(0, 2);
    panics("still mapped", () -> x.alloc.free(a));
  }

  @Test
  void aCookieFreedWhileSoftlocked() {
    Allocated a = x.alloc(2, NOSLEEP | PAGEABLE);
    x.mapped(0, 2, a.cookie(), 0);
    x.k.locked(1, 1);
    panics("soft-locked", () -> x.alloc.free(a));
  }

  @Test
  void lockedMemoryIsNeverSoftlocked() {
    Allocated a = x.alloc(1, NOSLEEP);
    x.mapped(0, 1, a.cookie(), 0);
    x.k.locked(0, 1);
    panics("still mapped", () -> x.alloc.free(a));
  }

  @Test
  void aCookieFreedUnderABuf() {
    Allocated before = x.alloc(1, NOSLEEP);
    Allocated a = x.alloc(2, NOSLEEP);
    Allocated b = x.alloc(1, NOSLEEP);
    long first = buf(a.cookie(), PAGE);
    long second = buf(a.cookie(), PAGE + 1);
    x.alloc.free(before);
    x.alloc.free(b);
    x.k.kernel.freerbuf(first);
    panics("a buf describes", () -> x.alloc.free(a));
    assertNotEquals(first, second);
  }

  @Test
  void aLockUndoneUnderABuf() {
    x.k.map(20, 2);
    long lock = x.k.locked(20, 1);
    long other = x.k.locked(20, 1);
    x.k.kernel.freerbuf(buf(other, 0));
    buf(lock, 5);
    x.k.unlock(other);
    panics("a buf describes", () -> x.k.unlock(lock));
  }

  @Test
  void aBufOnALockIsNotOnMemoryOfTheKernelWithTheSameNumbers() {
    KernelOptions usual = KernelOptions.of(Profile.DOCUMENTED);
    KernelOptions low =
        new KernelOptions(PAGE, 64, usual.base(), usual.profile(), new Window(0, 64));
    Kernel kernel = new Kernel(low, x.k.waits);
    kernel.mmap(Locker.P1, 0, PAGE, MappingKind.ANON_PRIVATE, Locker.RW);
    CookieRef lock = new CookieRef();
    kernel.ddi_umem_lock(0, PAGE, Locker.READ, lock);
    kernel.ddi_umem_iosetup(lock.get(), 0, 1, BufFlag.B_READ, 0, 0, 0, NOSLEEP);
    CookieRef cookie = new CookieRef();
    kernel.ddi_umem_alloc(PAGE, NOSLEEP, cookie);
    kernel.ddi_umem_free(cookie.get());
  }

  private long buf(long cookie, long off) {
    long buf = x.k.kernel.ddi_umem_iosetup(cookie, off, 1, BufFlag.B_READ, 0, 0, 0, NOSLEEP);
    assertNotEquals(0, buf);
    return buf;
  }

  @Test
  void aLockUndoneWhileMapped() {
    x.k.map(20, 2);
    long lock = x.k.locked(20, 2);
    x.mapped(0, 1, lock, 1);
    panics("ddi_umem_unlock: cookie 0x" + Long.toHexString(lock), () -> x.k.unlock(lock));
  }

  @Test
  void aLockFreedWhileMapped() {
    x.k.map(20, 2);
    long lock = x.k.locked(20, 2);
    x.mapped(0, 1, lock, 1);
    panics("still mapped", () -> x.alloc.free(lock));
  }

  @Test
  void onceUnmappedEverythingCanBeReleased() {
    x.k.map(20, 1);
    long lock = x.k.locked(20, 1);
    Allocated a = x.alloc(1, NOSLEEP | PAGEABLE);
    x.mapped(0, 1, lock, 0);
    x.mapped(1, 1, a.cookie(), 0);
    x.k.unlock(x.k.locked(1, 1));
    x.k.munmap(0, 2);
    x.k.unlock(lock);
    x.alloc.free(a);
    assertTrue(x.k.munmap(20, 1).isDone());
  }

  @Test
  void cookiesAndHandlesThatAreNot() {
    Allocated a = x.alloc(1, NOSLEEP);
    panics("handle 0x77", () -> x.setup(0x77, a.cookie(), 0, PAGE));
    Exporter y = new Exporter(Profile.ILLUMOS);
    assertThrows(UmemPanic.class, () -> y.mmap(0, 1, 0x78, 0));
  }

  @Test
  void aHandleThatIsGone() {
    Allocated a = x.alloc(1, NOSLEEP);
    x.flags = DevmapFlag.DEVMAP_ALLOW_REMAP;
    long dhp = x.mapped(0, 1, a.cookie(), 0);
    assertEquals(0, x.remap(dhp, a.cookie(), 0, PAGE));
    x.k.munmap(0, 1);
    panics("is of no mapping", () -> x.remap(dhp, a.cookie(), 0, PAGE));
  }

  @Test
  void aRemapBeforeTheMappingIsThere() {
    Allocated a = x.alloc(1, NOSLEEP);
    x.flags = DevmapFlag.DEVMAP_ALLOW_REMAP;
    panics(
        "not mapped yet",
        () ->
            x.mmap(
                0,
                1,
                (h, off, len, model) ->
                    x.setup(h, a.cookie(), 0, len) + x.remap(h, a.cookie(), 0, len)));
  }

  @Test
  void aMappingThatCouldNotBeMadeHoldsNothing() {
    Allocated a = x.alloc(1, NOSLEEP);
    x.ops = new Callbacks().mapAnswers(12);
    x.mmap(0, 1, a.cookie(), 0);
    x.alloc.free(a);
    assertEquals(0, x.k.kernel.handles().size());
  }
}
