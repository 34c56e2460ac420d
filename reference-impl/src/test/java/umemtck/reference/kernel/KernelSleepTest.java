package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.Caller.SLEEP;
import static umemtck.reference.Caller.TRASH;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.reference.Caller;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.UmemPanic;

/** SLEEP blocks a real thread until there is enough (ALLOC.sleep-succeeds). */
@Timeout(60) // Guards against hanging; no verdict depends on it.
class KernelSleepTest {
  private static final int PAGE = Boot.PAGE;
  private final Caller k = Boot.kernel(8);

  @Test
  void aFreeWakes() {
    Allocated all = k.alloc(8 * PAGE, NOSLEEP);
    CompletableFuture<Allocated> sleeper = k.allocElsewhere(2 * PAGE, SLEEP);
    assertFalse(sleeper.isDone(), "there is nothing to have");
    k.free(all);
    assertNotEquals(0, sleeper.join().address());
    assertEquals(6, k.getFree(Resource.PAGES));
  }

  @ParameterizedTest
  @CsvSource({"PAGES, 0", "PAGES, 2", "SWAP, 2", "ADDRESS, 0", "COOKIES, 0", "COOKIES, 4"})
  void moreOfWhatIsShortWakes(Resource r, int kind) {
    k.setFree(r, 0);
    CompletableFuture<Allocated> sleeper = k.allocElsewhere(1, SLEEP | kind);
    assertFalse(sleeper.isDone());
    k.setFree(r, 1);
    assertNotEquals(0, sleeper.join().cookie());
  }

  @Test
  void sleepsOnWhileThereIsTooLittle() {
    k.setFree(Resource.PAGES, 0);
    CompletableFuture<Allocated> sleeper = k.allocElsewhere(2 * PAGE, SLEEP);
    k.setFree(Resource.PAGES, 1);
    assertFalse(sleeper.isDone());
    k.setFree(Resource.PAGES, 2);
    assertNotEquals(0, sleeper.join().address());
  }

  @Test
  void oneOfTwoGoesOnWhenThereIsEnoughForOne() {
    k.setFree(Resource.PAGES, 0);
    CompletableFuture<Allocated> one = k.allocElsewhere(1, SLEEP);
    CompletableFuture<Allocated> two = k.allocElsewhere(1, SLEEP);
    k.setFree(Resource.PAGES, 1);
    assertTrue(one.isDone() ^ two.isDone());
    k.setFree(Resource.PAGES, 1);
    assertNotEquals(one.join().cookie(), two.join().cookie());
  }

  @Test
  void aSmallSleeperDoesNotWaitBehindABigOne() {
    k.setFree(Resource.PAGES, 0);
    CompletableFuture<Allocated> big = k.allocElsewhere(4 * PAGE, SLEEP);
    CompletableFuture<Allocated> small = k.allocElsewhere(1, SLEEP);
    k.setFree(Resource.PAGES, 1);
    assertTrue(small.isDone());
    assertFalse(big.isDone());
  }

  @Test
  void aWokenSleeperGetsZeros() {
    Allocated all = k.alloc(8 * PAGE, NOSLEEP);
    k.memory().fill(all.address(), 8 * PAGE, (byte) 0x55);
    CompletableFuture<Allocated> sleeper = k.allocElsewhere(PAGE + 1, SLEEP | PAGEABLE);
    k.free(all);
    assertEquals(-1, k.memory().matches(sleeper.join().address(), 2 * PAGE, (byte) 0));
  }

  @Test
  void trashWaitsForACookieOnly() {
    k.setFree(Resource.PAGES, 0);
    assertNotEquals(0, k.alloc(PAGE, SLEEP | TRASH).cookie());
  }

  @Test
  void nobodySleepsOnInAMachineThatIsDown() {
    k.setFree(Resource.PAGES, 0);
    CompletableFuture<Allocated> sleeper = k.allocElsewhere(1, SLEEP);
    assertThrows(UmemPanic.class, () -> k.free(0x77));
    k.setFree(Resource.PAGES, 1);
    assertEquals(
        UmemPanic.class,
        assertThrows(CompletionException.class, sleeper::join).getCause().getClass());
  }
}
