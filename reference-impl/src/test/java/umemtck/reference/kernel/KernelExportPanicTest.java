package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.subject.UmemPanic;

/** Misuse of exports stops the machine, which says why. */
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
