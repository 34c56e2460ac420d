package umemtck.tla.graph;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A graph as JSON lines: a head; for each state a line with its text, then one for each action with
 * all its steps, {@code "kernel 5 1 4 2 > 17"}: arguments, and the state it leads to.
 */
public final class GraphFile {
  private static final String SCHEMA = "graph-1";
  private static final String ARROW = " > ";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private GraphFile() {}

  private record Head(
      String schema,
      String model,
      Bounds bounds,
      int init,
      int states,
      long transitions,
      long refusals) {}

  /** The text by which states are ordered. */
  public static String text(GraphState state) {
    try {
      return JSON.writeValueAsString(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a graph. The same graph gives the same bytes. */
  public static void write(Graph g, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        JSON.writeValueAsString(
            new Head(
                SCHEMA,
                g.model(),
                g.bounds(),
                g.init(),
                g.states().size(),
                g.transitions(),
                g.refusals())));
    for (int i = 0; i < g.states().size(); i++) {
      ObjectNode state = JSON.createObjectNode().put("state", i);
      state.setAll((ObjectNode) JSON.valueToTree(g.states().get(i)));
      lines.add(JSON.writeValueAsString(state));
      SortedMap<String, List<String>> byAction = new TreeMap<>();
      for (Map.Entry<Step, Integer> e : g.steps().get(i).entrySet()) {
        byAction
            .computeIfAbsent(e.getKey().action(), a -> new ArrayList<>())
            .add(String.join(" ", e.getKey().args()) + ARROW + e.getValue());
      }
      for (Map.Entry<String, List<String>> e : byAction.entrySet()) {
        lines.add(JSON.writeValueAsString(Map.of(e.getKey(), e.getValue())));
      }
    }
    Files.write(file, lines);
  }

  /**
   * Reads a graph.
   *
   * @throws IOException also if its counts are not those of its head
   */
  public static Graph read(BufferedReader in) throws IOException {
    Head head = JSON.readValue(in.readLine(), Head.class);
    List<GraphState> states = new ArrayList<>();
    List<SortedMap<Step, Integer>> steps = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode node = JSON.readTree(line);
      if (node.has("state")) {
        states.add(JSON.treeToValue(((ObjectNode) node).without("state"), GraphState.class));
        steps.add(new TreeMap<>());
      } else {
        Map<String, List<String>> byAction =
            JSON.convertValue(node, new TypeReference<Map<String, List<String>>>() {});
        byAction.forEach(
            (action, all) -> all.forEach(s -> put(steps.get(steps.size() - 1), action, s)));
      }
    }
    Graph g = new Graph(head.model(), head.bounds(), head.init(), states, steps);
    if (g.states().size() != head.states()
        || g.transitions() != head.transitions()
        || g.refusals() != head.refusals()) {
      throw new IOException("the graph of " + head.model() + " is not what its head says");
    }
    return g;
  }

  private static void put(SortedMap<Step, Integer> steps, String action, String text) {
    int arrow = text.lastIndexOf(ARROW);
    List<String> args = Arrays.asList(text.substring(0, arrow).split(" "));
    steps.put(new Step(action, args), Integer.parseInt(text.substring(arrow + ARROW.length())));
  }
}
