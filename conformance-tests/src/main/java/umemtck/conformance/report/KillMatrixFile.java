package umemtck.conformance.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * {@code kill-matrix.json}: its schema is {@code schema/kill-matrix-1.json}.
 *
 * @param schema which schema
 * @param kit version of the kit
 * @param seeds how many seeds each subject was judged with
 * @param subjects the residents of the zoo
 */
public record KillMatrixFile(String schema, String kit, int seeds, List<Row> subjects) {
  /** The name of the schema. */
  public static final String SCHEMA = "umem-tck/kill-matrix/1";

  /**
   * One resident.
   *
   * @param name of the resident
   * @param profile by whose contract it was judged
   * @param kind faulty or legal
   * @param sin the clause that a faulty one breaks
   * @param caught whether every seed's run named the sin; for a legal one, whether any accused it
   * @param by all clauses that the judge named
   * @param times with how many seeds the sin was named, or a legal one passed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String name,
      String profile,
      String kind,
      String sin,
      boolean caught,
      List<String> by,
      int times) {}
}
