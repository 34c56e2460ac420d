package umemtck.tla.host;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.FP64;
import tlc2.util.Vect;
import tlc2.value.IValue;
import umemtck.tla.graph.AllocBounds;
import umemtck.tla.graph.Bounds;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.GraphFile;
import umemtck.tla.graph.GraphState;
import umemtck.tla.graph.Step;
import util.SimpleFilenameToStream;

/**
 * Walks through all states of a model with TLC's own evaluator, and writes its graph: states
 * without the answer, and every step with its arguments. That the answer never decides what comes
 * next is checked on the way: states that differ in nothing else have the same steps.
 */
public final class GraphHost {
  /** After so many different answers a state is explored, and must have the same steps. */
  private static final int ANSWERS = 3;

  /**
   * How the states, steps and bounds of a module are read.
   *
   * @param state without the answer
   * @param step from the name of the action, and the answer
   * @param bounds from the constants
   */
  private record Reading(
      Function<TLCState, GraphState> state,
      BiFunction<String, IValue, Step> step,
      Function<Map<String, IValue>, Bounds> bounds) {

    static Reading of(String module) {
      return switch (module) {
        case "MCUmemLock" -> new Reading(LockValues::state, LockValues::step, LockValues::bounds);
        case "MCUmemIo" -> new Reading(IoValues::state, IoValues::step, IoValues::bounds);
        case "MCUmemDevmap" ->
            new Reading(DevmapValues::state, DevmapValues::step, DevmapValues::bounds);
        default -> new Reading(GraphHost::allocation, Values::step, GraphHost::bounds);
      };
    }
  }

  private final FastTool tool;
  private final Reading reading;
  private final long limit;
  private final Map<GraphState, SortedMap<Step, GraphState>> all = new HashMap<>();

  private GraphHost(FastTool tool, Reading reading, long limit) {
    this.tool = tool;
    this.reading = reading;
    this.limit = limit;
  }

  /**
   * Exports the graph of a model in the current folder.
   *
   * @param args module, configuration without extension, name of the graph, file to write
   */
  public static void main(String[] args) throws Exception {
    FP64.Init();
    FastTool tool =
        new FastTool(args[0], args[1], new SimpleFilenameToStream(new File("").getAbsolutePath()));
    GraphFile.write(graph(tool, args[0], args[2], Long.MAX_VALUE), Path.of(args[3]));
  }

  /**
   * The graph of a model.
   *
   * @param module the root module
   * @param limit with more states than that there is no graph
   * @throws IllegalStateException if there is none
   */
  static Graph graph(FastTool tool, String module, String name, long limit) {
    GraphHost host = new GraphHost(tool, Reading.of(module), limit);
    GraphState init = host.walk();
    return host.graph(name, init);
  }

  private GraphState walk() {
    Deque<TLCState> open = new ArrayDeque<>();
    Map<Long, GraphState> seen = new HashMap<>();
    Map<GraphState, Integer> explored = new HashMap<>();
    StateVec inits = tool.getInitStates();
    if (inits.size() != 1) {
      throw new IllegalStateException("one initial state expected, found " + inits.size());
    }
    open.add(inits.elementAt(0));
    seen.put(inits.elementAt(0).fingerPrint(), reading.state().apply(inits.elementAt(0)));
    while (!open.isEmpty()) {
      TLCState from = open.remove();
      GraphState start = seen.get(from.fingerPrint());
      if (explored.merge(start, 1, Integer::sum) > ANSWERS) {
        continue;
      }
      SortedMap<Step, GraphState> steps = new TreeMap<>();
      for (Action action : tool.getActions()) {
        StateVec next = tool.getNextStates(action, from);
        for (int i = 0; i < next.size(); i++) {
          TLCState to = next.elementAt(i);
          GraphState end = seen.get(to.fingerPrint());
          if (end == null) {
            end = reading.state().apply(to);
            seen.put(to.fingerPrint(), end);
            open.add(to);
          }
          Step step = reading.step().apply(action.getName().toString(), to.lookup("answer"));
          GraphState before = steps.put(step, end);
          if (before != null && !before.equals(end)) {
            throw new IllegalStateException(step + " has two outcomes that look alike");
          }
        }
      }
      if (seen.size() > limit) {
        throw new IllegalStateException("more than " + limit + " states");
      }
      SortedMap<Step, GraphState> before = all.put(start, steps);
      if (before != null && !before.equals(steps)) {
        throw new IllegalStateException("the answer decides what comes next in " + start);
      }
    }
    return seen.get(inits.elementAt(0).fingerPrint());
  }

  private static GraphState allocation(TLCState s) {
    return Values.state(s.lookup("live"), s.lookup("free"), s.lookup("memory"), s.lookup("asleep"));
  }

  private Graph graph(String name, GraphState init) {
    SortedMap<String, GraphState> ordered = new TreeMap<>();
    all.keySet().forEach(s -> ordered.put(GraphFile.text(s), s));
    List<GraphState> states = List.copyOf(ordered.values());
    Map<GraphState, Integer> index = new HashMap<>();
    states.forEach(s -> index.put(s, index.size()));
    List<SortedMap<Step, Integer>> steps = new ArrayList<>();
    for (GraphState s : states) {
      SortedMap<Step, Integer> targets = new TreeMap<>();
      all.get(s).forEach((step, to) -> targets.put(step, index.get(to)));
      steps.add(targets);
    }
    return new Graph(name, bounds(), index.get(init), states, steps);
  }

  private Bounds bounds() {
    Map<String, IValue> constants = new HashMap<>();
    Vect<?> lines = tool.getModelConfig().getConstants();
    for (int i = 0; i < lines.size(); i++) {
      Vect<?> line = (Vect<?>) lines.elementAt(i);
      constants.put(line.elementAt(0).toString(), (IValue) line.elementAt(1));
    }
    return reading.bounds().apply(constants);
  }

  private static AllocBounds bounds(Map<String, IValue> constants) {
    return new AllocBounds(
        Values.number(constants.get("WordMax")),
        Values.number(constants.get("PageSize")),
        Values.number(constants.get("Capacity")),
        Values.text(constants.get("Profile")),
        Values.set(constants.get("Threads")),
        Values.set(constants.get("Interrupts")),
        Values.numbers(constants.get("Cookies")),
        Values.numbers(constants.get("Sizes")),
        Values.numbers(constants.get("Flags")),
        Values.numbers(constants.get("Addresses")),
        Values.set(constants.get("Fills")),
        Values.set(constants.get("Settable")));
  }
}
