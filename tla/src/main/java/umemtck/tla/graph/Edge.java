package umemtck.tla.graph;

/**
 * A step of a graph from one of its states: a call with its arguments, what comes of it, and the
 * state that it leads to. Refusals and sleeps are edges.
 *
 * @param n its number in canonical order, from 1
 * @param from index of the state
 * @param step the call and its outcome
 * @param to index of the next state
 */
public record Edge(int n, int from, Step step, int to) {
  /** MODEL/n. */
  public String id(String model) {
    return model + "/" + n;
  }
}
