package umemtck.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.Step;

/** Graphs with one thing changed, as if the specification said so. */
public final class EditedGraphs {
  private EditedGraphs() {}

  /** Without one step of a state. */
  public static Graph without(Graph g, int state, Step step) {
    return edited(g, state, steps -> steps.remove(step));
  }

  /** With a step that leads from a state to another. */
  public static Graph with(Graph g, int state, Step step, int to) {
    return edited(g, state, steps -> steps.put(step, to));
  }

  private static Graph edited(
      Graph g, int state, java.util.function.Consumer<SortedMap<Step, Integer>> edit) {
    List<SortedMap<Step, Integer>> all = new ArrayList<>(g.steps());
    SortedMap<Step, Integer> steps = new TreeMap<>(all.get(state));
    edit.accept(steps);
    all.set(state, steps);
    return new Graph(g.model(), g.bounds(), g.init(), g.states(), all);
  }
}
