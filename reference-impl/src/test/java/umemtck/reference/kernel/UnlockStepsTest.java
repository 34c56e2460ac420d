package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.kernel.Staged.shows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.reference.Stage.Actor;
import umemtck.spec.Profile;
import umemtck.spec.subject.Waits;

/** An unlock goes step by step, and events come between; each story fails with a step broken. */
@Timeout(60) // Guards against hanging; no verdict depends on it.
class UnlockStepsTest {
  @Test
  void anUnlockBeforeAnEventPicksTheLockCancels() {
    shows(UnlockStepsTest::cancels, PicksThenCalls::new);
  }

  private static void cancels(Staged k) {
    List<Long> called = new ArrayList<>();
    long cookie = k.lockedCalling(0, 1, called::add);
    Actor munmap = k.munmap(0, 1).to("StepCall");
    Actor unlock = k.unlock(cookie).to("StepUnpin");
    munmap.toWait();
    unlock.toEnd();
    munmap.toEnd();
    assertEquals(List.of(), called, "LOCKMEM.unlock-cancels");
  }

  private static final class PicksThenCalls extends Kernel {
    PicksThenCalls(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected Lock picked(LayoutChange change) {
      return locks().iterator().next();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAnEventHasPickedItCalls(Profile profile) {
    Staged k = new Staged(profile, Kernel::new);
    List<Long> called = new ArrayList<>();
    long cookie = k.lockedCalling(0, 1, called::add);
    Actor munmap = k.munmap(0, 1).to("cleanup");
    k.unlock(cookie).toEnd();
    assertEquals(0, k.used());
    munmap.toEnd();
    assertEquals(List.of(cookie), called, "LOCKMEM.callback-after-unlock");
  }

  @Test
  void twoEventsCallAFunctionOnce() {
    shows(UnlockStepsTest::callsOnce, ChoosesThenMarks::new);
  }

  private static void callsOnce(Staged k) {
    List<Long> called = new ArrayList<>();
    long cookie = k.lockedCalling(0, 2, called::add);
    Actor one = k.munmap(0, 1).to("StepCall");
    Actor two = k.munmap(1, 1).to("StepCall");
    one.next();
    two.toWait();
    one.toWait();
    k.unlock(cookie).toEnd();
    one.toEnd();
    two.toEnd();
    assertEquals(List.of(cookie), called, "LOCKMEM.callback-at-most-once");
  }

  private static final class ChoosesThenMarks extends Kernel {
    ChoosesThenMarks(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected Lock picked(LayoutChange change) {
      Lock l;
      synchronized (this) {
        l = chooseCallback(change);
      }
      stall("mark");
      pick(l);
      return l;
    }
  }

  @Test
  void anExitWaitsForTheCreditToo() {
    shows(UnlockStepsTest::exitWaits, OwesNothing::new);
  }

  private static void exitWaits(Staged k) {
    long cookie = k.locked(0, 1);
    Actor exit = k.exit().toWait();
    Actor unlock = k.unlock(cookie).to("StepCredit");
    exit.mustWait(); // ACCT.exit
    unlock.toEnd();
    exit.toEnd();
    assertEquals(0, k.used());
  }

  @Test
  void anExitWaitsForALockThatIsInTheCall() {
    shows(UnlockStepsTest::exitWaitsForTheCall, OwesNothing::new);
  }

  private static void exitWaitsForTheCall(Staged k) {
    Actor lock = k.lock(20, 1).to("StepRefund");
    Actor exit = k.exit().toWait();
    exit.mustWait();
    lock.toEnd();
    exit.toEnd();
  }

  private static final class OwesNothing extends Kernel {
    OwesNothing(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected boolean isOwed(Proc p) {
      return false;
    }
  }

  @Test
  void theWorkerIsToldOfWhatIsQueuedWhenItGoesToSleep() {
    shows(UnlockStepsTest::workerIsTold, LosesWhatIsQueued::new);
  }

  private static void workerIsTold(Staged k) {
    long one = k.locked(0, 1);
    long two = k.locked(1, 1);
    k.unlockInInterrupt(one).toEnd();
    k.stage.worker().to("StepRelease").next();
    assertEquals(1, k.used());
    k.unlockInInterrupt(two).toEnd();
    k.stage.worker().toWait();
    assertEquals(0, k.used(), "UNLOCK.deferred-eventually");
  }

  private static final class LosesWhatIsQueued extends Kernel {
    private final Waits waits;
    private boolean isToldToWork;

    LosesWhatIsQueued(KernelOptions options, Waits waits) {
      super(options, waits);
      this.waits = waits;
    }

    @Override
    protected void enqueue(Lock l) {
      super.enqueue(l);
      isToldToWork = true;
    }

    @Override
    protected void awaitWork() {
      if (queued().isEmpty()) {
        stall("sleep");
        isToldToWork = false;
        waits.await(() -> isToldToWork);
      }
    }
  }
}
