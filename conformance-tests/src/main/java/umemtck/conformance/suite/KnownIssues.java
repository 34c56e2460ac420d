package umemtck.conformance.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The known-issues file: which clauses are expected to fail, how exactly, and why that is borne for
 * now. It never goes stale unnoticed: whatever is listed and does not fail just so fails the run.
 */
public final class KnownIssues {
  /** No issue is known. */
  public static final KnownIssues NONE = new KnownIssues(List.of());

  /**
   * One known issue.
   *
   * @param clause that fails
   * @param symptom a part of what is said of the failure: facet, or what was expected
   * @param reason why it is borne
   * @param link where it is tracked; may be empty
   * @param replay file that shows it; may be empty
   */
  public record KnownIssue(
      String clause, String symptom, String reason, String link, String replay) {}

  private final List<KnownIssue> issues;

  /** These issues are known; a clause may have several, one for each way in which it fails. */
  public KnownIssues(List<KnownIssue> all) {
    issues = List.copyOf(all);
  }

  /** The verdicts, with KNOWN for what fails exactly as listed. */
  List<ClauseVerdict> applyTo(List<ClauseVerdict> verdicts) {
    return verdicts.stream().map(this::apply).toList();
  }

  /** Every facet that failed must be listed: what is known must not hide what is new. */
  private ClauseVerdict apply(ClauseVerdict v) {
    List<KnownIssue> shown = of(v).stream().filter(i -> shows(i, v)).toList();
    if (v.verdict() != Verdict.FAIL || !v.failures().stream().allMatch(f -> isIn(shown, f))) {
      return v;
    }
    String why = shown.stream().map(KnownIssues::why).distinct().collect(Collectors.joining("; "));
    return new ClauseVerdict(v.clause(), Verdict.KNOWN, why, v.tried(), v.finding(), v.failures());
  }

  /** What is wrong with the list, held against what came of the run. */
  List<String> trouble(List<ClauseVerdict> verdicts) {
    List<String> trouble = new ArrayList<>();
    for (ClauseVerdict v : verdicts) {
      for (KnownIssue issue : of(v)) {
        String clause = "known issue " + issue.clause();
        if (v.verdict() != Verdict.FAIL) {
          trouble.add(clause + " is stale: it did not fail, it is " + v.verdict());
        } else if (!shows(issue, v)) {
          trouble.add(
              clause
                  + " fails in another way: listed '"
                  + issue.symptom()
                  + "', now '"
                  + String.join("', '", v.failures())
                  + "'");
        }
      }
    }
    return trouble;
  }

  /** The list, in its order. */
  public List<KnownIssue> all() {
    return issues;
  }

  /**
   * The list as a run says it should be: what fails is listed, what does not any more is gone. Of a
   * clause that the run left unresolved nothing is known, and nothing is changed.
   *
   * @param why the reason of what is new
   */
  public KnownIssues updated(List<ClauseVerdict> verdicts, String why) {
    List<KnownIssue> now = new ArrayList<>();
    for (ClauseVerdict v : verdicts) {
      List<KnownIssue> listed = of(v);
      boolean open = v.verdict() == Verdict.UNRESOLVED;
      listed.stream().filter(i -> open || shows(i, v)).forEach(now::add);
      v.failures().stream()
          .filter(f -> !isIn(listed, f))
          .forEach(f -> now.add(new KnownIssue(v.clause().id(), symptom(f), why, "", "")));
    }
    return new KnownIssues(now);
  }

  /** As much as is the same each time: not the addresses. */
  private static String symptom(String failure) {
    int address = failure.indexOf("0x");
    return (address < 0 ? failure : failure.substring(0, address)).strip();
  }

  private List<KnownIssue> of(ClauseVerdict v) {
    return issues.stream().filter(i -> i.clause().equals(v.clause().id())).toList();
  }

  private static boolean shows(KnownIssue issue, ClauseVerdict v) {
    return v.failures().stream().anyMatch(f -> isIn(List.of(issue), f));
  }

  private static boolean isIn(List<KnownIssue> issues, String failure) {
    return issues.stream().anyMatch(i -> !i.symptom().isBlank() && failure.contains(i.symptom()));
  }

  private static String why(KnownIssue issue) {
    return issue.reason() + (issue.link().isEmpty() ? "" : " (" + issue.link() + ")");
  }
}
