package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.reference.Caller;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Outcome.Allocated;

/** Memory is zero to the end of its last page, whatever lay there before (ALLOC.zero-filled). */
class KernelZeroingTest {
  private static final int FRAMES = 4;

  @ParameterizedTest
  @CsvSource({"16, 0", "16, 2", "4096, 0", "4096, 2", "65536, 0", "65536, 2"})
  void freshAndUsedMemoryIsZeroToThePagesEnd(int page, int kind) {
    Caller k = Boot.kernel(new KernelOptions(page, FRAMES, 0x10000, Profile.DOCUMENTED));
    long extent = (long) FRAMES * page;
    for (int round = 0; round < 3; round++) {
      Allocated a = k.alloc(extent - page + 1, NOSLEEP | kind);
      assertEquals(-1, k.memory().matches(a.address(), extent, (byte) 0));
      k.memory().fill(a.address(), extent, (byte) 0xa5);
      k.free(a);
    }
  }

  @Test
  void whatWasPagedOutDoesNotComeBackToTheNextOwner() {
    Caller k = Boot.kernel(FRAMES);
    Allocated old = k.alloc(2 * Boot.PAGE, NOSLEEP | PAGEABLE);
    k.memory().fill(old.address(), 2 * Boot.PAGE, (byte) 5);
    k.paging().pageOut();
    k.free(old);
    Allocated next = k.alloc(2 * Boot.PAGE, NOSLEEP | PAGEABLE);
    assertEquals(old.address(), next.address(), "the test needs the same pages again");
    assertEquals(-1, k.memory().matches(next.address(), 2 * Boot.PAGE, (byte) 0));
  }
}
