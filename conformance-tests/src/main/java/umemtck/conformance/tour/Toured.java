package umemtck.conformance.tour;

import java.util.List;
import java.util.Optional;

/**
 * What came of the tour of one model.
 *
 * @param model its name
 * @param known the edges of its graph
 * @param covered those that the subject was seen to take
 * @param byTour those that it took in the tour
 * @param unsupported those that need what the subject does not offer
 * @param fault how the subject failed, outside the contract
 * @param exceptions those that it was not seen to take, in order
 */
public record Toured(
    String model,
    int known,
    int covered,
    int byTour,
    int unsupported,
    Optional<String> fault,
    List<Exception> exceptions) {
  /** Keeps a copy. */
  public Toured {
    exceptions = List.copyOf(exceptions);
  }

  /**
   * An edge that the subject was not seen to take.
   *
   * @param edge MODEL/n
   * @param state index of the state that it leaves
   * @param call and outcome, in words
   * @param reason why
   */
  public record Exception(String edge, int state, String call, String reason) {}

  static Toured of(Cover cover, Optional<String> fault) {
    String model = cover.edges().graph().model();
    List<Exception> exceptions =
        cover.edges().all().stream()
            .filter(e -> !cover.has(e))
            .map(e -> new Exception(e.id(model), e.from(), cover.edges().words(e), cover.why(e)))
            .toList();
    return new Toured(
        model,
        cover.edges().size(),
        cover.covered(),
        cover.covered(),
        cover.unsupported(),
        fault,
        exceptions);
  }
}
