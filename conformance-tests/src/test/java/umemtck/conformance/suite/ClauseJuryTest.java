package umemtck.conformance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.conformance.suite.Runs.held;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.conformance.Faulty;
import umemtck.conformance.judge.Situation;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.Feature;

/** What facets amount to, and how their records become verdicts. */
final class ClauseJuryTest {
  private static final String CLAUSE = "ALLOC.zero-filled";
  private static final String LOCKED = CLAUSE + "/locked";
  private static final String PAGEABLE = CLAUSE + "/pageable";
  private static final String OVERLAPPING = CLAUSE + "/overlapping";

  private final Run run = Runs.documented();

  @Test
  void all_held_is_pass_and_says_how_often_it_was_tried() {
    held(run, LOCKED);
    held(run, PAGEABLE);
    held(run, OVERLAPPING);
    says(Verdict.PASS, "");
    assertEquals(24, verdict(CLAUSE).tried());
  }

  @Test
  void of_several_the_worst_counts() {
    held(run, LOCKED).tries = 10;
    run.record(PAGEABLE);
    says(Verdict.UNTESTED, "pageable: never saw dirty-memory-came-back-pageable");
    run.record(LOCKED).fault = "boot threw X";
    says(Verdict.UNRESOLVED, "locked: boot threw X");
    run.record(PAGEABLE).finding = Runs.finding(PAGEABLE, "0x00");
    says(Verdict.FAIL, "pageable: expected 0x00");
  }

  @Test
  void every_facet_that_failed_is_kept() {
    run.record(LOCKED).finding = Runs.finding(LOCKED, "a");
    run.record(PAGEABLE).finding = Runs.finding(PAGEABLE, "b");
    assertEquals(
        java.util.List.of("locked: expected a", "pageable: expected b"),
        verdict(CLAUSE).failures());
  }

  @Test
  void a_finding_outweighs_what_was_held_before() {
    held(run, LOCKED).finding = Runs.finding(LOCKED, "0x00");
    held(run, PAGEABLE);
    says(Verdict.FAIL, "locked: expected 0x00");
  }

  @Test
  void cut_short_each_time_is_unresolved_but_once_is_not() {
    held(run, PAGEABLE);
    held(run, OVERLAPPING);
    FacetRecord r = run.record(LOCKED);
    r.tries = 3;
    r.cutShort = 3;
    r.cutShortBy = "ALLOC.disjoint/live";
    says(
        Verdict.UNRESOLVED,
        "locked: every try that got there was cut short, the last by ALLOC.disjoint/live");
    held(run, LOCKED);
    says(Verdict.PASS, "");
  }

  /** What a broken plan contained proves nothing of a facet that it did not come to judge. */
  @Test
  void seen_only_in_broken_plans_is_untested() {
    held(run, PAGEABLE);
    FacetRecord r = run.record(LOCKED);
    r.tries = 5;
    says(Verdict.UNTESTED, "locked: never saw dirty-memory-came-back");
  }

  @Test
  void each_situation_has_to_be_seen_where_the_subject_offers_it() {
    String facet = "ALLOC.nosleep-null/null-when-short";
    Run notSettable = without(Feature.COOKIES);
    for (Run r : List.of(run, notSettable)) {
      Runs.CATALOGUE
          .clause("ALLOC.nosleep-null")
          .orElseThrow()
          .facets()
          .forEach(f -> held(r, f.id()));
      r.record(facet).seen.remove(Situation.SHORT_OF_COOKIES);
    }
    assertEquals(Verdict.UNTESTED, verdict("ALLOC.nosleep-null").verdict());
    assertEquals(
        "null-when-short: never saw short-of-cookies", verdict("ALLOC.nosleep-null").reason());
    assertEquals(Verdict.PASS, verdict(notSettable, "ALLOC.nosleep-null").verdict());
  }

  @Test
  void given_up_leaves_nothing_but_what_was_found() {
    held(run, LOCKED);
    run.record(PAGEABLE).finding = Runs.finding(PAGEABLE, "0x00");
    var all = new ClauseJury(run, "given up").all();
    assertEquals(Verdict.FAIL, Runs.verdict(all, CLAUSE).verdict());
    assertEquals(Verdict.UNRESOLVED, Runs.verdict(all, "ALLOC.page-aligned").verdict());
    assertTrue(all.stream().noneMatch(v -> v.verdict() == Verdict.PASS));
  }

  @Test
  void a_quality_not_met_is_noted() {
    held(run, "ALLOC.trash/answer").noted = Runs.finding("ALLOC.trash/answer", "NULL");
    held(run, "ALLOC.trash/no-backing");
    assertEquals(Verdict.NOTED, verdict("ALLOC.trash").verdict());
    assertEquals("answer: not met, expected NULL", verdict("ALLOC.trash").reason());
  }

  @Test
  void what_is_left_open_is_noted_even_if_it_went_well() {
    held(run, "ALLOC.impossible-size/nosleep");
    held(run, "ALLOC.impossible-size/sleep");
    assertEquals(Verdict.NOTED, verdict("ALLOC.impossible-size").verdict());
  }

  @Test
  void unsupported_only_when_every_facet_is() {
    Run without = without(Feature.SETTLE);
    held(without, "ALLOC.near-max-wrap/nosleep");
    assertEquals(Verdict.PASS, verdict(without, "ALLOC.near-max-wrap").verdict());
    ClauseVerdict v = verdict(without(Feature.CONTEXTS), "FREE.context");
    assertEquals(Verdict.UNSUPPORTED, v.verdict());
    assertEquals("interrupt: no CONTEXTS here", v.reason());
  }

  @Test
  void memory_of_a_kind_that_cannot_be_mapped_is_unsupported() {
    Run plain =
        Runs.of(
            Faulty.none()
                .declaring(
                    d ->
                        d.mapping(KernelOptions.WINDOW, MappingKind.ANON_PRIVATE)
                            .without(Feature.REMAP, "no REMAP here")),
            Profile.DOCUMENTED);
    ClauseVerdict v = verdict(plain, "LOCK.efault-unsupported");
    assertEquals(Verdict.UNSUPPORTED, v.verdict());
    assertEquals("errno: the subject does not declare memory of kind NOT_LOCKABLE", v.reason());
    assertEquals(Verdict.UNTESTED, verdict(run, "LOCK.efault-unsupported").verdict());
  }

  /** Who does not make others wait cannot show that they are woken. */
  @Test
  void what_hinges_on_a_quality_that_is_not_met_is_noted() {
    FacetRecord r = run.record("UNLOCK.wakes-waiters/munmap");
    r.tries = 10;
    r.unmet = "LOCK.blocks-layout-change/munmap";
    run.record("UNLOCK.wakes-waiters/mprotect").unmet = r.unmet;
    run.record("UNLOCK.wakes-waiters/exit").unmet = r.unmet;
    run.record("UNLOCK.wakes-waiters/overlapping").unmet = r.unmet;
    ClauseVerdict v = verdict("UNLOCK.wakes-waiters");
    assertEquals(Verdict.NOTED, v.verdict());
    assertTrue(v.reason().endsWith(r.unmet + " is not met, and does not bind"), v.reason());
    run.record("UNLOCK.wakes-waiters/exit").unmet = null;
    assertEquals(Verdict.UNTESTED, verdict("UNLOCK.wakes-waiters").verdict());
  }

  @Test
  void undefined_without_checked_is_excluded() {
    ClauseVerdict v = verdict(without(Feature.CHECKED), "FREE.exactly-once");
    assertEquals(Verdict.EXCLUDED, v.verdict());
    assertEquals("undefined, and the subject does not declare CHECKED", v.reason());
  }

  @Test
  void everything_else_is_excluded_with_the_catalogues_reason() {
    assertTrue(verdict("SHARED.unknown-model").reason().startsWith("model-only: "));
    assertTrue(verdict("ALLOC.suspend").reason().startsWith("untestable: "));
    assertEquals(192, new ClauseJury(run, null).all().size());
  }

  private void says(Verdict verdict, String reason) {
    assertEquals(verdict, verdict(CLAUSE).verdict());
    assertEquals(reason, verdict(CLAUSE).reason());
  }

  private ClauseVerdict verdict(String clause) {
    return verdict(run, clause);
  }

  private static ClauseVerdict verdict(Run run, String clause) {
    return Runs.verdict(new ClauseJury(run, null).all(), clause);
  }

  private static Run without(Feature feature) {
    return Runs.of(
        Faulty.none().declaring(d -> d.without(feature, "no " + feature + " here")),
        Profile.DOCUMENTED);
  }
}
