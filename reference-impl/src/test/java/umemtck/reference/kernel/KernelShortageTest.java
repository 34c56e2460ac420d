package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.Caller.SLEEP;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.reference.Caller;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;

/** Each of the four resources can be short, also while the machine runs (ALLOC.nosleep-null). */
class KernelShortageTest {
  private static final int PAGE = Boot.PAGE;

  @ParameterizedTest
  @CsvSource({
    "PAGES, 0, 3",
    "PAGES, 2, 3",
    "SWAP, 2, 3",
    "ADDRESS, 0, 3",
    "ADDRESS, 2, 3",
    "COOKIES, 0, 1"
  })
  void justEnoughIsEnoughAndOneLessIsNot(Resource r, int kind, long need) {
    Caller k = Boot.kernel(8);
    k.setFree(r, need - 1);
    assertEquals(Allocated.REFUSED, k.alloc(3 * PAGE, NOSLEEP | kind));
    k.setFree(r, need);
    Allocated a = k.alloc(3 * PAGE, NOSLEEP | kind);
    assertNotEquals(0, a.address());
    assertEquals(Allocated.REFUSED, k.alloc(1, NOSLEEP | kind), "nothing is left");
    k.free(a);
    assertNotEquals(0, k.alloc(3 * PAGE, NOSLEEP | kind).address(), "all came back");
  }

  @ParameterizedTest
  @CsvSource({"PAGES", "SWAP", "COOKIES"})
  void theReadOutSaysWhatWasSet(Resource r) {
    Caller k = Boot.kernel(8);
    k.setFree(r, 5);
    assertEquals(5, k.getFree(r));
    Allocated a = k.alloc(1, NOSLEEP | PAGEABLE);
    assertEquals(4, k.getFree(r));
    k.setFree(r, 0);
    assertEquals(0, k.getFree(r));
    k.free(a);
    assertEquals(1, k.getFree(r));
  }

  @Test
  void lockedMemoryTakesNoSwap() {
    Caller k = Boot.kernel(8);
    k.setFree(Resource.SWAP, 0);
    assertNotEquals(0, k.alloc(8 * PAGE, NOSLEEP).address());
  }

  @Test
  void pagesEnoughInTwoHolesAreNotContiguous() {
    Caller k = Boot.kernel(3);
    Allocated a = k.alloc(1, NOSLEEP);
    k.alloc(1, NOSLEEP);
    Allocated c = k.alloc(1, NOSLEEP);
    k.free(a);
    k.free(c);
    assertEquals(2, k.getFree(Resource.PAGES));
    assertEquals(Allocated.REFUSED, k.alloc(2 * PAGE, NOSLEEP));
    assertNotEquals(0, k.alloc(1, NOSLEEP).address());
  }

  @Test
  void inIllumosPageableMemoryDoesNotWaitForSwap() {
    Caller k = Boot.kernel(new KernelOptions(PAGE, 8, 0x10000, Profile.ILLUMOS));
    k.setFree(Resource.SWAP, 1);
    assertEquals(Allocated.REFUSED, k.alloc(2 * PAGE, SLEEP | PAGEABLE));
    assertNotEquals(0, k.alloc(PAGE, SLEEP | PAGEABLE).address());
  }
}
