package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Staged.shows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.reference.Stage.Actor;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.subject.Waits;

/** A lock is taken step by step, and others come between; each story fails with a step broken. */
@Timeout(60) // Guards against hanging; no verdict depends on it.
class LockStepsTest {
  @Test
  void oneOfTwoLocksGetsTheLastPageOfALimit() {
    shows(LockStepsTest::lastPage, TestsThenCharges::new);
  }

  private static void lastPage(Staged k) {
    k.limit(PAGE);
    Actor one = k.lock(0, 1);
    Actor two = k.lock(1, 1);
    one.next();
    assertEquals(Errno.ENOMEM, two.toEnd(), "the other one is charged already: ACCT.atomic");
    assertEquals(0, one.toEnd());
    assertEquals(1, k.used());
  }

  private static final class TestsThenCharges extends Kernel {
    TestsThenCharges(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected int charged(Lock l) {
      synchronized (this) {
        if (!admits(payer(l.request()), price(l.request()))) {
          return Errno.ENOMEM;
        }
      }
      stall("charge");
      synchronized (this) {
        charge(l, payer(l.request()), price(l.request()));
        return 0;
      }
    }
  }

  @Test
  void aMunmapIsDoneBeforeALockMayEnter() {
    shows(LockStepsTest::munmapFirst, LooksThenUnmaps::new);
  }

  private static void munmapFirst(Staged k) {
    Actor munmap = k.munmap(0, 1);
    munmap.to("StepDone").next();
    assertEquals(Errno.EFAULT, k.lock(0, 1).toEnd());
    munmap.toEnd();
    assertEquals(0, k.used());
  }

  private static final class LooksThenUnmaps extends Kernel {
    LooksThenUnmaps(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected boolean done(LayoutChange change) {
      synchronized (this) {
        if (!mayFinish(change)) {
          return super.done(change);
        }
        letGo(change);
      }
      stall("unmap");
      synchronized (this) {
        finish(change);
      }
      return true;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMunmapWaitsForALockThatReadsAndThenForItsUnlock(Profile profile) {
    Staged k = new Staged(profile, Kernel::new);
    Actor lock = k.lock(0, 1).to("StepPin");
    Actor munmap = k.munmap(0, 1).toWait();
    munmap.mustWait();
    Actor another = k.lock(4, 1).toWait(); // A writer that wants to enter comes first.
    lock.to("StepRegister");
    munmap.toWait();
    assertEquals(0, another.toEnd());
    assertEquals(0, lock.toEnd());
    munmap.mustWait();
    k.unlock(k.cookie).toEnd();
    munmap.toEnd();
  }

  @Test
  void aLongtermLockEntersAgain() {
    shows(LockStepsTest::entersAgain, NestsTheReadLock::new);
  }

  private static void entersAgain(Staged k) {
    Actor lock = k.longterm(0, 1, cookie -> {}).to("StepScan");
    Actor munmap = k.munmap(0, 1).to("StepDone");
    lock.toWait();
    munmap.toWait();
    assertEquals(0, lock.toEnd());
  }

  private static final class NestsTheReadLock extends Kernel {
    NestsTheReadLock(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected synchronized int pinned(Lock l) {
      int errno = super.pinned(l);
      if (errno == 0 && l.request().longterm()) {
        enterToRead(l.space());
      }
      return errno;
    }

    @Override
    protected int scanned(Lock l) {
      int errno = super.scanned(l);
      leave(l.space());
      return errno;
    }
  }

  @Test
  void aLockThatIsShortUndoesItsPinsAndThenItsCharge() {
    shows(LockStepsTest::isShort, UnpinsInSilence::new);
  }

  private static void isShort(Staged k) {
    k.kernel.failNext(FaultyStep.PAGE_LOCK, Errno.EAGAIN);
    Actor lock = k.lock(0, 2).to("StepUndo");
    Actor munmap = k.munmap(0, 1).toWait();
    lock.to("StepRefund");
    munmap.toEnd(); // Nothing is pinned any more.
    assertEquals(2, k.used());
    assertEquals(Errno.EAGAIN, lock.toEnd());
    assertEquals(0, k.used());
  }

  private static final class UnpinsInSilence extends Kernel {
    UnpinsInSilence(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected void unpinAll(Lock l) {}
  }
}
