package umemtck.conformance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import umemtck.conformance.Faulty;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Bench;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.spec.Profile;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.CookieRef;

/** The verdict belongs to the clause that the judge names, whatever property was running. */
final class BlameTest {
  private static final Faulty FORGETS_TO_ZERO =
      Faulty.of(
          "forgets-to-zero",
          (o, w) ->
              new Kernel(o, w) {
                @Override
                protected void zero(Block b) {}
              });

  @Test
  void one_sin_one_clause() {
    Results r = run(FORGETS_TO_ZERO, 6);
    assertEquals(Set.of("ALLOC.zero-filled"), failed(r));
    assertEquals(1, r.exit());
    Shown f = Runs.verdict(r.verdicts(), "ALLOC.zero-filled").finding().orElseThrow();
    assertEquals(1, f.plan().steps().size(), "the shortest: " + f.plan());
  }

  @Test
  void a_property_whose_every_try_another_clause_ended_says_nothing_of_its_own() {
    Results r = run(FORGETS_TO_ZERO, 6);
    ClauseVerdict v = Runs.verdict(r.verdicts(), "ALLOC.default-locked");
    assertEquals(Verdict.UNRESOLVED, v.verdict());
    assertTrue(v.reason().contains("was cut short, the last by ALLOC.zero-filled"));
  }

  @Test
  void what_fails_only_in_a_plan_of_another_clause_is_still_charged() {
    Faulty leaksTrash =
        Faulty.of(
            "refuses-with-a-cookie",
            (o, w) ->
                new Kernel(o, w) {
                  @Override
                  protected long refuse(long pages, CookieKind kind, CookieRef cookiep) {
                    cookiep.set(0x77);
                    return 0;
                  }
                });
    assertEquals(Set.of("ALLOC.cookie-out"), failed(run(leaksTrash, 4)));
  }

  @Test
  void plans_that_do_nothing_leave_a_facet_untested() {
    Run run = Runs.documented();
    Plan nothing = new Plan(java.util.Map.of(), false, List.of());
    run.try_("ALLOC.page-aligned/address", nothing, 0);
    ClauseVerdict v = Runs.verdict(new ClauseJury(run, null).all(), "ALLOC.page-aligned");
    assertEquals(Verdict.UNTESTED, v.verdict());
    assertEquals("address: never saw memory-allocated", v.reason());
  }

  @Test
  void a_sound_subject_is_accused_of_nothing_and_nothing_is_left_out() {
    Results r = run(Faulty.none(), 40);
    assertEquals(
        0,
        r.exit(),
        () ->
            r.verdicts().stream().filter(v -> v.verdict() == Verdict.UNTESTED).toList().toString());
    assertEquals(Set.of(), failed(r));
  }

  private static Results run(Faulty subject, int tries) {
    return Suite.run(
        new Bench(subject, Profile.DOCUMENTED),
        Runs.CATALOGUE,
        RunSettings.of(1).withTries(tries),
        KnownIssues.NONE,
        Suite.Progress.SILENT);
  }

  private static Set<String> failed(Results r) {
    return r.verdicts().stream()
        .filter(v -> v.verdict() == Verdict.FAIL)
        .map(v -> v.clause().id())
        .collect(Collectors.toSet());
  }
}
