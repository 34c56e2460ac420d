package umemtck.conformance.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import umemtck.conformance.suite.Results;
import umemtck.conformance.tour.Toured;

/**
 * {@code edges.json}: its schema is {@code schema/edges-1.json}. Fields may be added, these stay.
 *
 * @param schema which schema
 * @param kit version of the kit
 * @param subject who was judged
 * @param profile by whose contract
 * @param seed decimal
 * @param covered edges that the subject was seen to take
 * @param known edges of the graphs of the profile
 * @param models one for each graph of the profile
 */
public record EdgesFile(
    String schema,
    String kit,
    VerdictsFile.Named subject,
    String profile,
    String seed,
    int covered,
    int known,
    List<Model> models) {
  /** The name of the schema. */
  public static final String SCHEMA = "umem-tck/edges/1";

  /**
   * One graph.
   *
   * @param model its name
   * @param known its edges
   * @param covered those that were taken
   * @param byTour those that the tour took
   * @param unsupported those that need what the subject does not offer
   * @param fault how the subject failed in the tour, outside the contract
   * @param exceptions those that were not taken
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Model(
      String model,
      int known,
      int covered,
      int byTour,
      int unsupported,
      String fault,
      List<Toured.Exception> exceptions) {}

  /** What is to be written of a run. */
  public static EdgesFile of(Results r) {
    VerdictsFile.Edges edges = VerdictsFile.Edges.of(r);
    return new EdgesFile(
        SCHEMA,
        Kit.VERSION,
        new VerdictsFile.Named(r.bench().subject().name(), r.bench().subject().version()),
        r.bench().profile().word(),
        Long.toString(r.settings().seed()),
        edges.covered(),
        edges.known(),
        r.toured().stream().map(EdgesFile::model).toList());
  }

  private static Model model(Toured t) {
    return new Model(
        t.model(),
        t.known(),
        t.covered(),
        t.byTour(),
        t.unsupported(),
        t.fault().orElse(null),
        t.exceptions());
  }
}
