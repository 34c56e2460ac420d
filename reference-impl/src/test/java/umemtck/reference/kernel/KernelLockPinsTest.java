package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.kernel.Locker.LONGTERM;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.reference.Caller;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Outcome.Locked;
import umemtck.spec.ddi.Resource;

/** A lock brings pages in and keeps them; a lock that fails leaves nothing behind. */
class KernelLockPinsTest {

  private static void resident(Locker k, String pages) {
    StringBuilder seen = new StringBuilder();
    for (int page = 0; page < pages.length(); page++) {
      seen.append(k.isResident(page) ? 'x' : '.');
    }
    assertEquals(pages, seen.toString());
  }

  @ParameterizedTest
  @EnumSource
  void pinsAreCounted(Profile profile) {
    Locker k = new Locker(profile);
    k.map(0, 5);
    resident(k, ".....");
    long a = k.locked(1, 2);
    long b = k.locked(2, 2);
    resident(k, ".xxx.");
    assertEquals(0, k.kernel.pageOut());
    resident(k, ".xxx.");
    k.unlock(a);
    assertEquals(1, k.kernel.pageOut());
    resident(k, "..xx.");
    k.unlock(b);
    assertEquals(2, k.kernel.pageOut());
    resident(k, ".....");
  }

  @ParameterizedTest
  @EnumSource
  void severalMappingsAsOne(Profile profile) {
    Locker k = new Locker(profile);
    k.map(0, 1);
    k.map(1, 2);
    k.map(3, 1);
    k.locked(0, 4);
    resident(k, "xxxx");
  }

  @ParameterizedTest
  @EnumSource
  void pagingCountsThePagesOfProcessesWithTheOthers(Profile profile) {
    Locker k = new Locker(profile);
    Caller alloc = new Caller(k.kernel, k.waits);
    alloc.alloc(2 * PAGE, NOSLEEP | PAGEABLE);
    k.map(0, 3);
    k.unlock(k.locked(0, 3));
    assertEquals(5, k.kernel.pageOut());
    assertEquals(KernelOptions.FRAMES - 2, alloc.getFree(Resource.PAGES));
  }

  @ParameterizedTest
  @CsvSource({
    "DOCUMENTED, PAGE_LOCK, 11",
    "DOCUMENTED, PAGE_LOCK, 12",
    "ILLUMOS, PAGE_LOCK, 11",
    "DOCUMENTED, REGISTER_CALLBACK, 11",
    "ILLUMOS, REGISTER_CALLBACK, 12"
  })
  void aStepThatFailsUndoesEverything(Profile profile, FaultyStep step, int errno) {
    Locker k = new Locker(profile);
    k.map(0, 4);
    int[] calls = {0};
    k.kernel.failNext(step, errno);
    Locked got = k.lockmemory(0, 3, READ | LONGTERM, Locker.calling(c -> calls[0]++), 0);
    assertEquals(new Locked(errno, 0), got);
    assertEquals(0, k.used());
    resident(k, "....");
    long next = k.lockedCalling(3, 1, c -> {});
    k.unlock(next);
    assertTrue(k.munmap(0, 4).isDone(), "nothing is pinned");
    assertEquals(0, calls[0]);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "5"})
  void anotherLockKeepsItsPinsWhenOneFails(int pages) {
    Locker k = new Locker(Profile.DOCUMENTED);
    k.map(0, 5);
    k.locked(0, 5);
    k.kernel.failNext(FaultyStep.PAGE_LOCK, Errno.EAGAIN);
    assertEquals(new Locked(Errno.EAGAIN, 0), k.lock(0, pages, READ));
    assertEquals(5, k.used());
    assertEquals(0, k.kernel.pageOut());
    assertFalse(k.munmap(pages - 1, 1).isDone());
  }

  @ParameterizedTest
  @EnumSource
  void aFaultComesBehindTheChecksAndOnce(Profile profile) {
    Locker k = new Locker(profile);
    k.map(0, 2);
    k.kernel.failNext(FaultyStep.PAGE_LOCK, Errno.EAGAIN);
    k.kernel.failNext(FaultyStep.REGISTER_CALLBACK, Errno.ENOMEM);
    assertEquals(Errno.EINVAL, k.lock(0, 1, 0).errno());
    assertEquals(Errno.EFAULT, k.lock(1, 2, READ).errno());
    k.limit(0);
    assertEquals(Errno.ENOMEM, k.lock(0, 1, READ).errno());
    k.limit(9 * PAGE);
    var ops = Locker.calling(c -> {});
    assertEquals(Errno.EAGAIN, k.lockmemory(0, 1, READ, ops, 0).errno());
    assertEquals(0, k.lock(0, 1, READ).errno(), "it has no callback to register");
    assertEquals(Errno.ENOMEM, k.lockmemory(0, 1, READ, ops, 0).errno());
    assertEquals(0, k.lockmemory(0, 1, READ, ops, 0).errno());
    assertEquals(2, k.used());
  }

  @ParameterizedTest
  @EnumSource
  void cookiesOfLocksAndAllocationsDiffer(Profile profile) {
    Locker k = new Locker(profile);
    Caller alloc = new Caller(k.kernel, k.waits);
    k.map(0, 1);
    long a = k.locked(0, 1);
    long b = alloc.alloc(1, NOSLEEP).cookie();
    long c = k.locked(0, 1);
    assertNotEquals(a, b);
    assertNotEquals(b, c);
    assertNotEquals(a, c);
  }
}
