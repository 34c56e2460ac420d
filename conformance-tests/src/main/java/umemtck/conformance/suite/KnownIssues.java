package umemtck.conformance.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  private final Map<String, KnownIssue> issues = new LinkedHashMap<>();

  /** These issues are known; one for each clause. */
  public KnownIssues(List<KnownIssue> all) {
    all.forEach(i -> issues.put(i.clause(), i));
  }

  /** The verdicts, with KNOWN for what fails exactly as listed. */
  List<ClauseVerdict> applyTo(List<ClauseVerdict> verdicts) {
    return verdicts.stream().map(this::apply).toList();
  }

  private ClauseVerdict apply(ClauseVerdict v) {
    KnownIssue issue = issues.get(v.clause().id());
    if (issue == null || v.verdict() != Verdict.FAIL || !shows(issue, v)) {
      return v;
    }
    String link = issue.link().isEmpty() ? "" : " (" + issue.link() + ")";
    return new ClauseVerdict(
        v.clause(), Verdict.KNOWN, issue.reason() + link, v.tried(), v.finding());
  }

  /** What is wrong with the list, held against what came of the run. */
  List<String> trouble(List<ClauseVerdict> verdicts) {
    List<String> trouble = new ArrayList<>();
    Map<String, ClauseVerdict> by = new LinkedHashMap<>();
    verdicts.forEach(v -> by.put(v.clause().id(), v));
    for (KnownIssue issue : issues.values()) {
      ClauseVerdict v = by.get(issue.clause());
      if (v.verdict() != Verdict.FAIL) {
        trouble.add(
            "known issue " + issue.clause() + " is stale: it did not fail, it is " + v.verdict());
      } else if (!shows(issue, v)) {
        trouble.add(
            "known issue "
                + issue.clause()
                + " fails in another way: listed '"
                + issue.symptom()
                + "', now '"
                + v.reason()
                + "'");
      }
    }
    return trouble;
  }

  private static boolean shows(KnownIssue issue, ClauseVerdict v) {
    return !issue.symptom().isBlank() && v.reason().contains(issue.symptom());
  }
}
