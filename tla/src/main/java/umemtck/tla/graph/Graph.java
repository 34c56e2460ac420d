package umemtck.tla.graph;

import java.util.List;
import java.util.SortedMap;

/**
 * Every state and every step of one bounded model, in canonical order: states by their text, steps
 * by name and arguments. The n-th step is the edge MODEL/n.
 *
 * @param model its name
 * @param bounds its constants
 * @param init index of the initial state
 * @param states by index
 * @param steps of each state, with the index of the state that each leads to
 */
public record Graph(
    String model,
    Bounds bounds,
    int init,
    List<GraphState> states,
    List<SortedMap<Step, Integer>> steps) {

  /** Steps that are not refusals. */
  public long transitions() {
    return count(false);
  }

  /** Steps that are refusals. */
  public long refusals() {
    return count(true);
  }

  private long count(boolean refusals) {
    return steps.stream()
        .flatMap(m -> m.keySet().stream())
        .filter(s -> s.isRefusal() == refusals)
        .count();
  }
}
