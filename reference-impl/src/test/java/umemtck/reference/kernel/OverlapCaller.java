package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;
import static umemtck.reference.kernel.Locker.RW;
import static umemtck.reference.kernel.Locker.addr;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.CookieRef;

/**
 * Makes calls as they are drawn. Each takes something, and gives it back before the next, so that
 * nobody ever waits for somebody who waits for him.
 */
final class OverlapCaller implements Runnable {
  static final int CALLERS = 5;

  /** Pages that may be locked, and pages that may be allocated: too few for all at once. */
  static final int LIMIT = 4;

  static final int PAGES = 4;
  private static final int CALLS = 6;

  private final Kernel kernel;
  private final int number;
  private final Random random;

  OverlapCaller(Staged k, int number, long seed) {
    kernel = k.kernel;
    this.number = number;
    random = new Random(seed);
  }

  @Override
  public void run() {
    for (int i = 0; i < CALLS; i++) {
      if (number < 2) {
        change();
      } else if (random.nextInt(3) == 0) {
        allocate();
      } else {
        lock();
      }
    }
  }

  /** Each of the two who do so has pages of his own: nobody unmaps what is not mapped. */
  private void change() {
    long page = number * 4 + random.nextInt(3);
    long pages = 1 + random.nextInt(2);
    if (random.nextBoolean()) {
      kernel.mprotect(P1, addr(page), pages * PAGE, RW);
    } else {
      kernel.munmap(P1, addr(page), pages * PAGE);
      kernel.mmap(P1, addr(page), pages * PAGE, MappingKind.ANON_PRIVATE, RW);
    }
  }

  private void allocate() {
    CookieRef cookiep = new CookieRef();
    long size = (1 + random.nextInt(3)) * (long) PAGE;
    int flag = random.nextInt(2) | (random.nextBoolean() ? PAGEABLE : 0);
    long address = kernel.ddi_umem_alloc(size, flag, cookiep);
    if (address != 0) {
      assertEquals(-1, kernel.memory().matches(address, size, (byte) 0), "it is zeroed");
      kernel.memory().fill(address, size, (byte) 7);
      kernel.ddi_umem_free(cookiep.get());
    }
  }

  private void lock() {
    List<Long> called = new ArrayList<>();
    CookieRef cookiep = new CookieRef();
    long page = random.nextInt(6);
    long len = (1 + random.nextInt(3)) * (long) PAGE;
    int flags = random.nextBoolean() ? READ : READ | Locker.LONGTERM;
    int errno =
        kernel.umem_lockmemory(addr(page), len, flags, cookiep, Locker.calling(called::add), 0);
    if (errno == 0) {
      assertTrue(kernel.isUserResident(P1, addr(page)), "it is there, and in memory");
      unlock(cookiep.get());
      assertTrue(called.size() <= 1, "LOCKMEM.callback-at-most-once");
    }
  }

  private void unlock(long cookie) {
    kernel.enter(random.nextInt(3) == 0 ? Context.INTERRUPT : Context.USER);
    kernel.ddi_umem_unlock(cookie);
    kernel.enter(Context.USER);
  }
}
