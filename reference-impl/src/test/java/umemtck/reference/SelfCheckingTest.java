package umemtck.reference;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.Caller.SLEEP;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.model.ModelConfig;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemPanic;

/** Faulty kernels are found out, by the facet that they sin against. */
@Timeout(60) // Guards against hanging; no verdict depends on it.
class SelfCheckingTest {
  private static final KernelOptions SMALL = new KernelOptions(16, 8, 0x1000, Profile.DOCUMENTED);

  private final MonitorWaits waits = new MonitorWaits();
  private SelfChecking checked;

  private Caller check(Kernel kernel) {
    checked =
        new SelfChecking(
            kernel, ModelConfig.of(new ReferenceSubject(SMALL).declaration(), Profile.DOCUMENTED));
    Caller k = new Caller(checked, waits);
    for (Resource r : Resource.values()) {
      k.setFree(r, 8);
    }
    return k;
  }

  private static void caught(String facet, Executable step) {
    String said = assertThrows(AssertionError.class, step).getMessage();
    assertTrue(said.startsWith(facet + ": "), said);
    assertTrue(said.contains(": expected ") && said.contains("; got "), said);
  }

  @Test
  void aKernelThatForgetsToZero() {
    Caller k =
        check(
            new Kernel(SMALL, waits) {
              @Override
              protected void zero(Block b) {}
            });
    Allocated a = k.alloc(1, NOSLEEP);
    caught("ALLOC.zero-filled/locked", () -> k.memory().matches(a.address(), 16, (byte) 0));
    Allocated b = k.alloc(1, NOSLEEP | PAGEABLE);
    caught("ALLOC.zero-filled/pageable", () -> k.memory().load(b.address(), 16));
  }

  @Test
  void aKernelThatLeavesTheCookieUnset() {
    Caller k =
        check(
            new Kernel(SMALL, waits) {
              @Override
              protected long refuse(long pages, CookieKind kind, CookieRef cookiep) {
                cookiep.set(CookieRef.POISON);
                return 0;
              }
            });
    caught("ALLOC.cookie-out/failure", () -> k.alloc(9 * 16, NOSLEEP));
  }

  @Test
  void aKernelThatKeepsThePages() {
    Caller k =
        check(
            new Kernel(SMALL, waits) {
              @Override
              protected void charge(Block b, int sign) {
                if (sign < 0) {
                  super.charge(b, sign);
                }
              }
            });
    k.free(k.alloc(1, NOSLEEP));
    caught("FREE.entire-buffer/whole", () -> k.getFree(Resource.PAGES));
  }

  @Test
  void aKernelThatPanicsOnNull() {
    Caller k =
        check(
            new Kernel(SMALL, waits) {
              @Override
              protected void freeNull() {
                throw panic("NULL");
              }
            });
    caught("FREE.null-noop/no-effect", () -> k.free(0));
  }

  @Test
  void aKernelThatForgetsToWake() {
    Caller k =
        check(
            new Kernel(SMALL, waits) {
              @Override
              protected void wake() {}
            });
    Allocated all = k.alloc(8 * 16, NOSLEEP);
    CompletableFuture<Allocated> sleeper = k.allocElsewhere(1, SLEEP);
    assertDoesNotThrow(checked::settled, "there is nothing to have");
    k.free(all);
    assertFalse(sleeper.isDone());
    caught("ALLOC.sleep-succeeds/woken", checked::settled);
  }

  @Test
  void aKernelThatWakesIntoNull() {
    Caller k =
        check(
            new Kernel(SMALL, waits) {
              @Override
              protected boolean givesUp(long pages, CookieKind kind) {
                return true;
              }
            });
    k.setFree(Resource.PAGES, 0);
    CompletableFuture<Allocated> sleeper = k.allocElsewhere(1, SLEEP);
    Throwable cause = assertThrows(CompletionException.class, sleeper::join).getCause();
    caught(
        "ALLOC.sleep-succeeds/never-null",
        () -> {
          throw cause;
        });
  }

  @Test
  void othersMayCallWhileOneSleeps() {
    Caller k = check(new Kernel(SMALL, waits));
    Allocated all = k.alloc(8 * 16, NOSLEEP);
    CompletableFuture<Allocated> sleeper = k.allocElsewhere(3 * 16, SLEEP);
    assertEquals(Allocated.REFUSED, k.alloc(1, NOSLEEP));
    checked.settled();
    k.free(all);
    k.free(sleeper.join());
    assertEquals(8, k.getFree(Resource.PAGES));
    checked.settled();
  }

  @Test
  void nothingIsJudgedAfterMisuse() {
    Caller k =
        check(
            new Kernel(SMALL, waits) {
              @Override
              protected void stranger(long cookie) {}

              @Override
              protected void zero(Block b) {}
            });
    k.free(0x77);
    Allocated a = k.alloc(1, NOSLEEP);
    assertEquals(0, k.memory().matches(a.address(), 16, (byte) 0), "dirt, and nobody minds");
    assertFalse(checked.judges());
  }

  @Test
  void misuseGoesThrough() {
    Caller k = check(new Kernel(SMALL, waits));
    k.enter(Context.INTERRUPT);
    assertThrows(UmemPanic.class, () -> k.alloc(1, SLEEP));
  }
}
