package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;
import static umemtck.reference.kernel.Locker.RW;
import static umemtck.reference.kernel.Locker.WRITE;
import static umemtck.reference.kernel.Locker.addr;
import static umemtck.reference.kernel.Locker.cookie;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;

/** munmap, mprotect and exit wait until no page that they need is locked. */
@Timeout(60) // Guards against hanging; no verdict depends on it.
@ParameterizedClass
@EnumSource
class KernelLayoutTest {
  @Parameter Profile profile;
  private Locker k;

  @BeforeEach
  void boot() {
    k = new Locker(profile);
    k.map(0, 8);
  }

  @Test
  void munmapWaitsForTheLastPinAndTakesThePagesAway() {
    long a = k.locked(1, 3);
    long b = k.locked(3, 2);
    CompletableFuture<Void> munmap = k.munmap(2, 2);
    k.unlock(a);
    assertFalse(munmap.isDone());
    k.unlock(b);
    assertTrue(munmap.isDone());
    assertEquals(Errno.EFAULT, k.lock(2, 1, READ).errno());
    assertEquals(Errno.EFAULT, k.lock(3, 1, READ).errno());
    k.locked(0, 2);
    k.locked(4, 4);
  }

  @Test
  void whatIsBesideTheRangeDoesNotMatter() {
    k.locked(0, 2);
    k.locked(4, 1);
    assertTrue(k.munmap(2, 2).isDone());
    assertTrue(k.mprotect(5, 3, Prot.READ).isDone());
  }

  @Test
  void mprotectWaitsAndThenChanges() {
    long a = k.locked(2, 1);
    CompletableFuture<Void> mprotect = k.mprotect(0, 4, Prot.READ);
    assertFalse(mprotect.isDone());
    k.unlock(cookie(k.lock(3, 1, WRITE)));
    k.unlock(a);
    assertTrue(mprotect.isDone());
    for (int page = 0; page < 5; page++) {
      assertEquals(page < 4 ? Errno.EACCES : 0, k.lock(page, 1, WRITE).errno());
    }
  }

  @Test
  void exitWaitsForLocksOfItsSpace() {
    long p2 = k.kernel.newProcess(0);
    k.map(p2, 0, 4, MappingKind.ANON_PRIVATE, RW);
    k.locked(0, 4);
    long lock = cookie(k.lockmemory(1, 2, READ, null, p2));
    CompletableFuture<Void> exit = k.exit(p2);
    assertFalse(exit.isDone());
    assertEquals(6, k.used());
    k.unlock(lock);
    assertTrue(exit.isDone());
    assertEquals(4, k.used(), "those of the other process");
    assertEquals(4, k.used(Holder.ZONE, 0));
  }

  @Test
  void anExitWithoutLocksIsDoneAtOnce() {
    long p2 = k.kernel.newProcess(0);
    k.map(p2, 0, 4, MappingKind.ANON_PRIVATE, RW);
    k.unlock(cookie(k.lockmemory(1, 2, READ, null, p2)));
    assertTrue(k.exit(p2).isDone());
    assertEquals(p2 + 1, k.kernel.newProcess(0), "numbers are not used again");
  }

  @Test
  void spacesAreApart() {
    long p2 = k.kernel.newProcess(0);
    k.map(p2, 4, 8, MappingKind.ANON_PRIVATE, Prot.READ);
    k.locked(0, 8);
    k.kernel.enter(p2);
    assertEquals(Errno.EACCES, k.lock(4, 1, WRITE).errno());
    assertEquals(Errno.EFAULT, k.lock(0, 1, READ).errno());
    k.locked(8, 4);
    k.kernel.munmap(p2, addr(4), 4L * PAGE);
    assertTrue(k.isResident(4), "the page of the other process at that address");
  }

  @Test
  void aVforkedChildBorrowsAndLeavesEverything() {
    long child = k.kernel.vfork(P1);
    k.kernel.enter(child);
    long lock = k.lockedCalling(0, 2, c -> org.junit.jupiter.api.Assertions.fail("called"));
    assertEquals(2, k.used(Holder.PROCESS, child));
    assertTrue(k.isResident(1), "in the parent's space");
    k.kernel.enter(P1);
    assertTrue(k.exit(child).isDone());
    assertEquals(2, k.used());
    assertEquals(0, k.kernel.pageOut(), "still pinned");
    k.unlock(lock);
    assertEquals(0, k.used());
    assertEquals(2, k.kernel.pageOut());
    k.locked(0, 8);
  }

  @Test
  void theParentWaitsForALockOfTheChild() {
    long parent = k.kernel.newProcess(0);
    k.map(parent, 0, 2, MappingKind.ANON_PRIVATE, RW);
    long child = k.kernel.vfork(parent);
    long lock = cookie(k.lockmemory(0, 1, READ, null, child));
    assertTrue(k.exit(child).isDone());
    CompletableFuture<Void> exit = k.exit(parent);
    assertFalse(exit.isDone());
    k.unlock(lock);
    assertTrue(exit.isDone());
  }
}
