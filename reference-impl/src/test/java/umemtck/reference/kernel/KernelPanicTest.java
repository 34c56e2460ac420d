package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.Caller.SLEEP;
import static umemtck.reference.Caller.TRASH;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.reference.Caller;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.subject.UmemPanic;

/** Misuse stops the machine, says why, and the machine stays down. */
class KernelPanicTest {
  private final Caller k = Boot.kernel(8);

  private void panics(String why, Executable misuse) {
    String said = assertThrows(UmemPanic.class, misuse).getMessage();
    assertTrue(said.contains(why), said);
    k.enter(Context.USER);
    assertThrows(UmemPanic.class, () -> k.alloc(1, NOSLEEP), "the machine is down");
    assertThrows(UmemPanic.class, () -> k.free(0), "the machine is down");
    assertThrows(UmemPanic.class, () -> k.memory().load(0x10000, 1), "the machine is down");
  }

  @Test
  void aCookieFreedTwice() {
    Allocated a = k.alloc(1, NOSLEEP);
    k.free(a);
    panics("freed twice", () -> k.free(a));
  }

  @Test
  void aStranger() {
    k.alloc(1, NOSLEEP);
    panics("0x77 is not live", () -> k.free(0x77));
  }

  @ParameterizedTest
  @CsvSource({"INTERRUPT, 0", "INTERRUPT, 2", "HIGH_LEVEL_INTERRUPT, 0", "HIGH_LEVEL_INTERRUPT, 1"})
  void anAllocationThatMayNotBeMadeHere(Context context, int flag) {
    k.enter(context);
    panics(context + " context", () -> k.alloc(1, flag));
  }

  @Test
  void aFreeAtHighLevel() {
    Allocated a = k.alloc(1, NOSLEEP);
    k.enter(Context.HIGH_LEVEL_INTERRUPT);
    panics("high-level interrupt", () -> k.free(a));
  }

  @Test
  void pageableTrash() {
    panics("bad flag", () -> k.alloc(1, NOSLEEP | PAGEABLE | TRASH));
  }

  @Test
  void aBitWithoutAMeaning() {
    panics("0x8", () -> k.alloc(1, NOSLEEP | 8));
  }

  @ParameterizedTest
  @CsvSource({"INTERRUPT", "HIGH_LEVEL_INTERRUPT"})
  void pageableMemoryTouchedFromAnInterrupt(Context context) {
    Allocated a = k.alloc(1, NOSLEEP | PAGEABLE);
    k.enter(context);
    panics("pageable memory touched", () -> k.memory().load(a.address(), 1));
  }

  @Test
  void inIllumosABitWithoutAMeaningIsIgnored() {
    Caller illumos = Boot.kernel(new KernelOptions(Boot.PAGE, 8, 0x10000, Profile.ILLUMOS));
    assertNotEquals(0, illumos.alloc(1, NOSLEEP | 0x108).address());
    assertEquals(Allocated.REFUSED, illumos.alloc(9 * Boot.PAGE, NOSLEEP | 0x108));
  }

  @Test
  void whatAnInterruptMayDo() {
    Allocated locked = k.alloc(1, SLEEP);
    k.enter(Context.INTERRUPT);
    assertNotEquals(0, k.alloc(1, NOSLEEP | PAGEABLE).address());
    k.memory().fill(locked.address(), 1, (byte) 1);
    k.free(locked);
    k.free(0);
  }
}
