package umemtck.conformance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import umemtck.conformance.Faulty;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.session.Bench;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.spec.Profile;

/** A subject that fails by chance is told so; it is no fault of the kit. */
class NotTheSameEachTimeTest {
  private static final String ZERO = "ALLOC.zero-filled";

  @Test
  void what_is_not_seen_again_is_told_as_it_was_seen() {
    Finding f = finding(5); // By then it is shrinking.
    assertFalse(f.again());
    assertEquals(ZERO, f.breach().clause());
    assertFalse(f.trial().history().events().isEmpty());
  }

  @Test
  void what_is_seen_again_is_not_said_to_be_by_chance() {
    assertTrue(finding(Integer.MAX_VALUE).again());
  }

  /** What is found of a subject that forgets to zero until so many blocks were allocated. */
  private static Finding finding(int blocks) {
    AtomicInteger allocated = new AtomicInteger();
    Faulty subject =
        Faulty.of(
            "forgets-at-first",
            (o, w) ->
                new Kernel(o, w) {
                  @Override
                  protected void zero(Block b) {
                    if (allocated.getAndIncrement() >= blocks) {
                      super.zero(b);
                    }
                  }
                });
    Results results =
        Suite.run(
            new Bench(subject, Profile.DOCUMENTED),
            Catalogue.load(),
            RunSettings.of(1).withTries(3).only(ZERO::equals),
            KnownIssues.NONE,
            Suite.Progress.SILENT);
    return (Finding) Runs.verdict(results.verdicts(), ZERO).finding().orElseThrow();
  }
}
