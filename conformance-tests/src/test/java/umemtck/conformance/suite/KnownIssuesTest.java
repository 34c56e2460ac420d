package umemtck.conformance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import umemtck.conformance.suite.KnownIssues.KnownIssue;

/** What is listed is borne, exactly as listed; anything else fails the run. */
final class KnownIssuesTest {
  private static final String CLAUSE = "ALLOC.zero-filled";
  private static final String LOCKED = "locked: expected 0x00";
  private static final String PAGEABLE = "pageable: expected 0x00";

  @Test
  void what_fails_as_listed_is_known_and_the_run_passes() {
    Results r = run(failing(LOCKED), issue(CLAUSE, "locked"));
    assertEquals(Verdict.KNOWN, r.verdicts().get(0).verdict());
    assertEquals("the zero page is lazy (https://bugs/1)", r.verdicts().get(0).reason());
    assertEquals(0, r.exit());
  }

  @Test
  void what_is_not_listed_fails() {
    assertEquals(1, run(failing(LOCKED)).exit());
    assertEquals(1, run(failing(LOCKED), issue("ALLOC.disjoint", "live")).exit());
  }

  @Test
  void another_symptom_fails_and_says_so() {
    Results r = run(failing(LOCKED), issue(CLAUSE, "pageable"));
    assertEquals(Verdict.FAIL, r.verdicts().get(0).verdict());
    assertEquals(1, r.exit());
    assertEquals(
        List.of(
            "known issue ALLOC.zero-filled fails in another way: listed 'pageable', now 'locked:"
                + " expected 0x00'"),
        r.trouble());
  }

  @Test
  void a_known_facet_does_not_hide_a_new_one() {
    assertEquals(1, run(failing(LOCKED, PAGEABLE), issue(CLAUSE, "locked")).exit());
    Results both =
        run(failing(LOCKED, PAGEABLE), issue(CLAUSE, "locked"), issue(CLAUSE, "pageable"));
    assertEquals(0, both.exit());
    Results less = run(failing(LOCKED), issue(CLAUSE, "locked"), issue(CLAUSE, "pageable"));
    assertEquals(5, less.exit(), "half of it was mended: the list is stale");
  }

  @Test
  void an_empty_symptom_is_no_symptom() {
    assertEquals(1, run(failing(LOCKED), issue(CLAUSE, " ")).exit());
  }

  @Test
  void what_is_listed_and_passes_or_was_not_run_is_stale() {
    Results passes = run(verdict(Verdict.PASS), issue(CLAUSE, "locked"));
    assertEquals(5, passes.exit());
    assertEquals(
        List.of("known issue ALLOC.zero-filled is stale: it did not fail, it is PASS"),
        passes.trouble());
    for (Verdict v : List.of(Verdict.EXCLUDED, Verdict.UNSUPPORTED, Verdict.UNTESTED)) {
      assertEquals(5, run(verdict(v), issue(CLAUSE, "locked")).exit(), v.name());
    }
    assertEquals(4, run(verdict(Verdict.UNRESOLVED), issue(CLAUSE, "locked")).exit());
  }

  @Test
  void the_list_that_a_run_proposes_has_what_fails_and_nothing_else() {
    assertEquals(
        List.of(new KnownIssue(CLAUSE, "locked: expected", "new", "", "")),
        updated(failing(LOCKED)),
        "as much of the symptom as is the same each time");
    assertEquals(
        List.of(issue(CLAUSE, "locked")),
        updated(failing(LOCKED), issue(CLAUSE, "locked"), issue(CLAUSE, "pageable")),
        "what is listed keeps its reason; what was mended is gone");
    assertEquals(
        List.of(
            issue(CLAUSE, "locked"), new KnownIssue(CLAUSE, "pageable: expected", "new", "", "")),
        updated(failing(LOCKED, PAGEABLE), issue(CLAUSE, "locked")));
    assertEquals(List.of(), updated(verdict(Verdict.PASS), issue(CLAUSE, "locked")));
  }

  @Test
  void of_what_was_left_unresolved_the_list_is_kept() {
    KnownIssue listed = issue(CLAUSE, "locked");
    assertEquals(List.of(listed), updated(verdict(Verdict.UNRESOLVED), listed));
  }

  private static List<KnownIssue> updated(ClauseVerdict verdict, KnownIssue... known) {
    return new KnownIssues(List.of(known)).updated(List.of(verdict), "new").all();
  }

  private static Results run(ClauseVerdict verdict, KnownIssue... known) {
    KnownIssues issues = new KnownIssues(List.of(known));
    List<ClauseVerdict> all = List.of(verdict);
    return new Results(
        null, RunSettings.of(1), issues.applyTo(all), 0, issues.trouble(all), Optional.empty());
  }

  private static ClauseVerdict failing(String... reasons) {
    return new ClauseVerdict(
        Runs.CATALOGUE.clause(CLAUSE).orElseThrow(),
        Verdict.FAIL,
        reasons[0],
        1,
        Optional.of(Runs.finding(CLAUSE + "/locked", "0x00")),
        List.of(reasons));
  }

  private static ClauseVerdict verdict(Verdict v) {
    return ClauseVerdict.of(Runs.CATALOGUE.clause(CLAUSE).orElseThrow(), v, "", 1);
  }

  private static KnownIssue issue(String clause, String symptom) {
    return new KnownIssue(clause, symptom, "the zero page is lazy", "https://bugs/1", "");
  }
}
