package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;
import static umemtck.reference.kernel.Locker.RW;
import static umemtck.reference.kernel.Locker.addr;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.LockedMemory;

/** mlock counts distinct pages against the same limits (ACCT.shared-counter). */
class KernelMlockTest {
  private final Locker k = new Locker(Profile.ILLUMOS);

  @BeforeEach
  void map() {
    k.map(0, 8);
  }

  private int mlock(long page, long pages) {
    return k.kernel.mlock(P1, addr(page), pages * PAGE);
  }

  private int munlock(long page, long pages) {
    return k.kernel.munlock(P1, addr(page), pages * PAGE);
  }

  @Test
  void aPageTwiceCountsOnce() {
    assertEquals(0, mlock(0, 3));
    assertEquals(0, mlock(2, 3));
    assertEquals(5, k.used());
    assertEquals(5, k.used(Holder.ZONE, 0));
    assertEquals(5, k.used(Holder.PROCESS, P1));
    assertEquals(0, munlock(1, 7));
    assertEquals(1, k.used());
    assertEquals(0, munlock(0, 8));
    assertEquals(0, munlock(0, 8));
    assertEquals(0, k.used());
  }

  @Test
  void besideLocksAtTheFullPrice() {
    k.limit(5 * PAGE);
    assertEquals(0, mlock(0, 2));
    long lock = k.locked(0, 3);
    assertEquals(5, k.used());
    assertEquals(Errno.EAGAIN, mlock(1, 2));
    assertEquals(Errno.ENOMEM, k.lock(0, 1, READ).errno());
    assertEquals(0, mlock(0, 2), "both are counted already");
    k.unlock(lock);
    assertEquals(2, k.used());
    assertEquals(0, mlock(1, 2));
    assertEquals(3, k.used());
  }

  @Test
  void allOrNothing() {
    k.kernel.setLimit(Holder.ZONE, 0, 2 * PAGE);
    assertEquals(Errno.EAGAIN, mlock(0, 3));
    assertEquals(0, k.used());
    assertFalse(k.isResident(0));
    assertEquals(0, mlock(0, 2));
  }

  @Test
  void countedWithoutLimitsToo() {
    k.limit(LockedMemory.UNLIMITED);
    mlock(0, 2);
    assertEquals(2, k.used());
  }

  @Test
  void staysInMemoryAndDoesNotPin() {
    mlock(0, 2);
    assertEquals(0, k.kernel.pageOut());
    assertTrue(k.isResident(1));
    munlock(1, 1);
    assertEquals(1, k.kernel.pageOut());
    assertTrue(k.mprotect(0, 2, 1).isDone());
    assertEquals(1, k.used());
  }

  @Test
  void munmapAndExitGiveItBack() {
    mlock(0, 3);
    assertTrue(k.munmap(0, 2).isDone());
    assertEquals(1, k.used());
    long p2 = k.kernel.newProcess(0);
    k.map(p2, 0, 4, MappingKind.ANON_PRIVATE, RW);
    k.kernel.mlock(p2, addr(0), 4L * PAGE);
    assertEquals(5, k.used());
    assertTrue(k.exit(p2).isDone());
    assertEquals(1, k.used());
    assertEquals(1, k.used(Holder.ZONE, 0));
  }

  @Test
  void aVforkedChildLeavesTheCountOfItsParent() {
    mlock(0, 3);
    k.kernel.exit(k.kernel.vfork(P1));
    assertEquals(3, k.used());
  }
}
