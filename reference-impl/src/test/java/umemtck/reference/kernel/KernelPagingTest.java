package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;

import org.junit.jupiter.api.Test;
import umemtck.reference.Caller;
import umemtck.spec.ddi.Outcome.Allocated;

/** Pageable memory leaves and comes back; locked memory stays (ALLOC.pageable, default-locked). */
class KernelPagingTest {
  private static final int PAGE = Boot.PAGE;
  private final Caller k = Boot.kernel(4);

  @Test
  void contentsComeBackThoughTheFramesWereUsedByOthers() {
    Allocated a = k.alloc(2 * PAGE, NOSLEEP | PAGEABLE);
    k.memory().fill(a.address(), PAGE, (byte) 1);
    k.memory().fill(a.address() + PAGE, PAGE, (byte) 2);
    assertEquals(2, k.paging().pageOut());
    // Takes the frames that have just become free, so the bytes must be elsewhere.
    Allocated b = k.alloc(2 * PAGE, NOSLEEP);
    k.memory().fill(b.address(), 2 * PAGE, (byte) 9);
    assertEquals(-1, k.memory().matches(a.address(), PAGE, (byte) 1));
    assertEquals(-1, k.memory().matches(a.address() + PAGE, PAGE, (byte) 2));
    assertEquals(-1, k.memory().matches(b.address(), 2 * PAGE, (byte) 9));
  }

  @Test
  void aChangeAfterTheFirstPageOutSurvivesTheSecond() {
    Allocated a = k.alloc(PAGE, NOSLEEP | PAGEABLE);
    for (byte value = 1; value < 4; value++) {
      k.memory().store(a.address() + 7, new byte[] {value});
      assertEquals(1, k.paging().pageOut());
      assertEquals(value, k.memory().load(a.address() + 7, 1)[0]);
    }
  }

  @Test
  void aTouchBringsInOnePage() {
    Allocated a = k.alloc(2 * PAGE, NOSLEEP | PAGEABLE);
    k.paging().pageOut();
    assertFalse(k.paging().isResident(a.address()));
    k.memory().load(a.address() + PAGE, 1);
    assertFalse(k.paging().isResident(a.address() + PAGE - 1));
    assertTrue(k.paging().isResident(a.address() + PAGE));
    assertEquals(1, k.paging().pageOut(), "only one page is there to leave");
  }

  @Test
  void lockedMemoryStays() {
    Allocated a = k.alloc(2 * PAGE, NOSLEEP);
    k.memory().fill(a.address(), 2 * PAGE, (byte) 4);
    assertEquals(0, k.paging().pageOut());
    assertTrue(k.paging().isResident(a.address()));
    assertTrue(k.paging().isResident(a.address() + 2 * PAGE - 1));
    assertEquals(-1, k.memory().matches(a.address(), 2 * PAGE, (byte) 4));
  }

  @Test
  void whatIsPagedOutCanBeFreed() {
    Allocated a = k.alloc(4 * PAGE, NOSLEEP | PAGEABLE);
    k.paging().pageOut();
    k.free(a);
    assertEquals(a.address(), k.alloc(4 * PAGE, NOSLEEP).address());
  }
}
