package umemtck.conformance.suite;

import java.util.List;
import java.util.Optional;
import umemtck.conformance.session.Bench;
import umemtck.conformance.tour.Toured;

/**
 * What came of a run.
 *
 * @param bench the subject, and by whose contract it was judged
 * @param settings how the run was done
 * @param verdicts one for each clause of the catalogue, in its order
 * @param calls judged calls into the DDI
 * @param trouble what fails the run beside the verdicts: stale known issues
 * @param givenUp why the run was not finished
 * @param toured the models whose graphs were walked; none if no tour was wanted
 */
public record Results(
    Bench bench,
    RunSettings settings,
    List<ClauseVerdict> verdicts,
    int calls,
    List<String> trouble,
    Optional<String> givenUp,
    List<Toured> toured) {
  /** Without tours. */
  public Results(
      Bench bench,
      RunSettings settings,
      List<ClauseVerdict> verdicts,
      int calls,
      List<String> trouble,
      Optional<String> givenUp) {
    this(bench, settings, verdicts, calls, trouble, givenUp, List.of());
  }

  /** The same with other tours. */
  Results with(List<Toured> others) {
    return new Results(bench, settings, verdicts, calls, trouble, givenUp, others);
  }

  /** The exit status: of several reasons the one that says most. */
  public int exit() {
    if (has(Verdict.FAIL)) {
      return 1;
    }
    if (has(Verdict.UNRESOLVED) || fault().isPresent()) {
      return 4;
    }
    return has(Verdict.UNTESTED) || judgedNothing() || !trouble.isEmpty() ? 5 : 0;
  }

  /** What it comes to, in a sentence. */
  public String conclusion() {
    return switch (exit()) {
      case 0 ->
          askedNothing() ? "the tours saw nothing wrong; no clause was asked for" : "conformant";
      case 1 ->
          count(Verdict.FAIL) == 1
              ? "not conformant: 1 clause was broken"
              : "not conformant: " + count(Verdict.FAIL) + " clauses were broken";
      case 4 ->
          has(Verdict.UNRESOLVED)
              ? "unresolved: of some clauses nothing is known"
              : "unresolved: a tour ended with a fault: " + fault().orElseThrow();
      default ->
          judgedNothing()
              ? "weak: no clause was put to the test"
              : has(Verdict.UNTESTED)
                  ? "weak: some clauses were not put to the test"
                  : "the known-issues file is stale";
    };
  }

  /** Whether no clause at all was put to the test: that is no conformance. */
  public boolean judgedNothing() {
    return askedNothing() && toured.stream().noneMatch(t -> t.covered() > 0);
  }

  private boolean askedNothing() {
    return !has(Verdict.FAIL) && !has(Verdict.PASS) && !has(Verdict.NOTED) && !has(Verdict.KNOWN);
  }

  /** How the subject failed in a tour, outside the contract. */
  public Optional<String> fault() {
    return toured.stream().flatMap(t -> t.fault().stream()).findFirst();
  }

  /** Whether some clause has a verdict. */
  public boolean has(Verdict verdict) {
    return count(verdict) > 0;
  }

  /** How many clauses have a verdict. */
  public long count(Verdict verdict) {
    return verdicts.stream().filter(v -> v.verdict() == verdict).count();
  }
}
