package umemtck.conformance.suite;

import java.util.List;
import java.util.Optional;
import umemtck.conformance.catalogue.Clause;

/**
 * The verdict on one clause.
 *
 * @param clause which
 * @param verdict what is said of it
 * @param reason why; may be empty only for PASS
 * @param tried how many plans put it to the test
 * @param finding what broke it, for FAIL and KNOWN; what happened, for UNRESOLVED
 * @param failures the reason of each facet that failed: the clause's reason is only the first
 */
public record ClauseVerdict(
    Clause clause,
    Verdict verdict,
    String reason,
    int tried,
    Optional<Shown> finding,
    List<String> failures) {
  /** Why a clause is EXCLUDED that the run was told to pass over. */
  public static final String NOT_SELECTED = "not selected";

  /** Keeps a copy. */
  public ClauseVerdict {
    failures = List.copyOf(failures);
  }

  /** A verdict without a finding. */
  public static ClauseVerdict of(Clause clause, Verdict verdict, String reason, int tried) {
    return new ClauseVerdict(clause, verdict, reason, tried, Optional.empty(), List.of());
  }
}
