package umemtck.conformance.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.Verdict;
import umemtck.conformance.tour.Toured;

/**
 * {@code verdicts.json}: its schema is {@code schema/verdicts-1.json}. Fields may be added, these
 * stay.
 *
 * @param schema which schema
 * @param kit version of the kit
 * @param subject who was judged
 * @param profile by whose contract
 * @param seed decimal
 * @param exit the exit status
 * @param clauses all clauses of the catalogue, in its order
 * @param trouble what failed the run beside the verdicts
 * @param edges of the graphs of the specification; null if no tour was wanted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerdictsFile(
    String schema,
    String kit,
    Named subject,
    String profile,
    String seed,
    int exit,
    List<Row> clauses,
    List<String> trouble,
    Edges edges) {
  /** The name of the schema. */
  public static final String SCHEMA = "umem-tck/verdicts/1";

  /**
   * Edges of the graphs of the profile: (state, call, outcome, next state).
   *
   * @param covered those that the subject was seen to take
   * @param known those that there are
   */
  public record Edges(int covered, int known) {
    static Edges of(Results r) {
      return r.toured().isEmpty()
          ? null
          : new Edges(
              r.toured().stream().mapToInt(Toured::covered).sum(),
              r.toured().stream().mapToInt(Toured::known).sum());
    }
  }

  /**
   * A subject.
   *
   * @param name its name
   * @param version its version
   */
  public record Named(String name, String version) {}

  /**
   * One clause.
   *
   * @param id of the clause
   * @param verdict what is said of it
   * @param reason why; may be left out for PASS
   * @param tried how many plans put it to the test
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(String id, Verdict verdict, String reason, int tried) {}

  /** What is to be written of a run. */
  public static VerdictsFile of(Results results) {
    return new VerdictsFile(
        SCHEMA,
        Kit.VERSION,
        new Named(results.bench().subject().name(), results.bench().subject().version()),
        results.bench().profile().word(),
        Long.toString(results.settings().seed()),
        results.exit(),
        results.verdicts().stream().map(VerdictsFile::row).toList(),
        results.trouble().isEmpty() ? null : results.trouble(),
        Edges.of(results));
  }

  private static Row row(ClauseVerdict v) {
    return new Row(
        v.clause().id(), v.verdict(), v.reason().isEmpty() ? null : v.reason(), v.tried());
  }
}
