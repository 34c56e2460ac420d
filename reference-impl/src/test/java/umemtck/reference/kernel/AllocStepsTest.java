package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.SLEEP;
import static umemtck.reference.kernel.Staged.shows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import umemtck.reference.Stage.Actor;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Waits;

/** Allocations and frees overlap; each story fails with a step broken. */
@Timeout(60) // Guards against hanging; no verdict depends on it.
class AllocStepsTest {
  @Test
  void oneOfTwoGetsTheLastPage() {
    shows(AllocStepsTest::lastPage, TestsThenTakes::new);
  }

  private static void lastPage(Staged k) {
    k.kernel.setFree(Resource.PAGES, 1);
    Actor one = k.alloc(1, NOSLEEP);
    one.next();
    assertEquals(0L, k.alloc(1, NOSLEEP).toEnd());
    assertNotEquals(0L, one.toEnd());
    assertEquals(0, k.kernel.free(Resource.PAGES));
  }

  private static final class TestsThenTakes extends Kernel {
    TestsThenTakes(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected boolean take(AllocCall call) {
      synchronized (this) {
        if (!isEnough(call.pages(), call.kind())) {
          return false;
        }
      }
      stall("take");
      grant(call);
      return true;
    }
  }

  @Test
  void whoSleepsIsToldWhenThereIsEnough() {
    shows(AllocStepsTest::isTold, FreeWakesBeforeItGives::new);
  }

  private static void isTold(Staged k) {
    Object all = k.alloc(64, NOSLEEP).toEnd();
    Actor sleeper = k.alloc(1, SLEEP).toWait();
    Actor free = k.free((Long) all);
    free.next();
    sleeper.mustWait();
    free.toEnd();
    assertNotEquals(0L, sleeper.toEnd());
  }

  private static final class FreeWakesBeforeItGives extends Kernel {
    private final Waits waits;

    FreeWakesBeforeItGives(KernelOptions options, Waits waits) {
      super(options, waits);
      this.waits = waits;
    }

    @Override
    public void ddi_umem_free(long cookie) {
      waits.changed();
      stall("free");
      super.ddi_umem_free(cookie);
    }

    @Override
    protected void wake() {}
  }
}
