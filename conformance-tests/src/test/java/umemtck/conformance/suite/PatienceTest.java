package umemtck.conformance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import umemtck.conformance.Faulty;
import umemtck.conformance.session.Bench;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.spec.Profile;

/** A call that never returns ends the run, and all that is said of it is UNRESOLVED. */
final class PatienceTest {
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void letGo() {
    never.countDown();
  }

  @Test
  void a_call_that_hangs() {
    Results r =
        run(
            Faulty.of(
                "hangs",
                (o, w) ->
                    new Kernel(o, w) {
                      @Override
                      protected void release(Block b) {
                        hang();
                      }
                    }));
    assertEquals(4, r.exit());
    assertEquals(
        Set.of(Verdict.UNRESOLVED, Verdict.EXCLUDED),
        r.verdicts().stream().map(ClauseVerdict::verdict).collect(Collectors.toSet()));
    assertEquals(
        "given up: ddi_umem_free did not return within 1 seconds", r.givenUp().orElseThrow());
  }

  @Test
  void a_close_that_hangs() {
    Results r =
        run(
            Faulty.of(
                "hangs",
                (o, w) ->
                    new Kernel(o, w) {
                      @Override
                      public void close() {
                        hang();
                      }
                    }));
    assertEquals("given up: close did not return within 1 seconds", r.givenUp().orElseThrow());
  }

  @Test
  void a_thread_that_ends_is_not_given_up() {
    Thread thread = new Thread(() -> {});
    thread.start();
    assertNull(
        Patience.until(
            thread, new Bench(Faulty.none(), Profile.DOCUMENTED).watch(), 1, why -> false));
  }

  private void hang() {
    try {
      never.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Results run(Faulty subject) {
    RunSettings once = new RunSettings(1, 1, f -> f.clause().equals("ALLOC.page-aligned"), 1);
    return Suite.run(
        new Bench(subject, Profile.DOCUMENTED),
        Runs.CATALOGUE,
        once,
        KnownIssues.NONE,
        Suite.Progress.SILENT);
  }
}
