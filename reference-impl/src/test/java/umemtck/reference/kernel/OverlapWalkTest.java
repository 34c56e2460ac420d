package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static umemtck.reference.kernel.Locker.PAGE;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.reference.Stage.Actor;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Waits;

/** Callers that overlap as is drawn: nobody is left waiting, nothing is left behind. */
@Timeout(120) // Guards against hanging; no verdict depends on it.
class OverlapWalkTest {
  private static final int WALKS = 300;
  private static final int FRAMES = 64;

  @ParameterizedTest
  @EnumSource
  void theKernelKeepsWhatItPromises(Profile profile) {
    walks(profile, Kernel::new);
  }

  @Test
  void theWalksFindTheLimitOverdrawn() {
    assertThrows(AssertionError.class, () -> walks(Profile.ILLUMOS, TestsThenCharges::new));
  }

  @Test
  void theWalksFindAWakeUpThatIsLost() {
    assertThrows(AssertionError.class, () -> walks(Profile.ILLUMOS, UnpinsInSilence::new));
  }

  private static void walks(Profile profile, BiFunction<KernelOptions, Waits, Kernel> boots) {
    for (int seed = 0; seed < WALKS; seed++) {
      walk(new Staged(profile, boots), seed);
    }
  }

  private static void walk(Staged k, int seed) {
    Random random = new Random(seed);
    k.limit(OverlapCaller.LIMIT * PAGE);
    k.kernel.setFree(Resource.PAGES, OverlapCaller.PAGES);
    List<Actor> calls =
        IntStream.range(0, OverlapCaller.CALLERS)
            .mapToObj(number -> new OverlapCaller(k, number, random.nextLong()))
            .map(k.stage::act)
            .toList();
    k.stage.play(calls, random, () -> holds(k, seed));
    calls.forEach(Actor::toEnd);
    assertEquals(0, k.used(), "seed " + seed);
    assertEquals(OverlapCaller.PAGES, k.kernel.free(Resource.PAGES), "seed " + seed);
    k.kernel.setFree(Resource.PAGES, FRAMES);
    assertEquals(List.of(), k.kernel.queued());
    assertEquals(List.of(), List.copyOf(k.kernel.locks()), "seed " + seed);
    UserSpace space = k.kernel.proc(Locker.P1).space();
    assertEquals(0, space.readers());
    assertEquals(0, space.pages(PageRange.ALL).stream().mapToInt(UserPage::pins).sum());
  }

  private static void holds(Staged k, int seed) {
    if (k.used() > OverlapCaller.LIMIT || k.kernel.free(Resource.PAGES) < 0) {
      throw new AssertionError("seed " + seed + ": " + k.used() + " pages are counted");
    }
  }

  private static final class TestsThenCharges extends Kernel {
    TestsThenCharges(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected int charged(Lock l) {
      if (!admits(payer(l.request()), price(l.request()))) {
        return Errno.ENOMEM;
      }
      stall("charge");
      return super.charged(l) == 0 ? 0 : overdraw(l);
    }

    private synchronized int overdraw(Lock l) {
      charge(l, payer(l.request()), price(l.request()));
      return 0;
    }
  }

  private static final class UnpinsInSilence extends Kernel {
    UnpinsInSilence(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected void wakeWaiters() {}
  }
}
