package umemtck.tla.equivalence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import umemtck.tla.graph.Graph;

/**
 * Whether the specification and the Java model say the same.
 *
 * @param models one row for each committed graph
 */
public record EquivalenceReport(List<Row> models) {
  /** The version of {@code equivalence.json}. */
  public static final String SCHEMA = "equivalence-1";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Keeps a copy. */
  public EquivalenceReport {
    models = List.copyOf(models);
  }

  /**
   * One model.
   *
   * @param name of the model
   * @param states of the graph
   * @param transitions steps that are not refusals
   * @param refusals steps that are
   * @param forbidden steps that are not in the graph, and were tried
   * @param asked steps and questions that TLC put to the Java model
   * @param concurrent steps of the graph that no history has which the Java model judges: between
   *     the charge and the answer of somebody's lock; of exports, from states to which only a step
   *     leads that is never asked, or that is a quality not met
   * @param explained how often a known difference was met, and held to its reason; by clause
   * @param differences found by either, and those of the committed graph to the specification
   * @param what the differences in words; a graph that is out of date first
   * @param fault what went wrong with the comparison itself; null if nothing
   */
  public record Row(
      String name,
      int states,
      long transitions,
      long refusals,
      long forbidden,
      long asked,
      long concurrent,
      SortedMap<String, Long> explained,
      long differences,
      @JsonIgnore List<String> what,
      @JsonIgnore String fault) {
    /** Keeps a copy. */
    public Row {
      what = List.copyOf(what);
      explained = new TreeMap<>(explained);
    }

    /** A comparison that went wrong. */
    static Row faulty(String name, Graph g, List<String> what, String fault) {
      return new Row(
          name,
          g.states().size(),
          g.transitions(),
          g.refusals(),
          0,
          0,
          0,
          new TreeMap<>(),
          what.size(),
          what,
          fault);
    }
  }

  /**
   * The exit status: 0, 1 if there are differences, 70 if the comparison went wrong or compared
   * nothing.
   */
  public int exit() {
    if (models.isEmpty()
        || models.stream().anyMatch(m -> m.fault() != null || m.refusals() * m.forbidden() == 0)) {
      return 70;
    }
    return models.stream().allMatch(m -> m.differences() == 0) ? 0 : 1;
  }

  void write(Path folder) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("schema", SCHEMA);
    all.put("exit", exit());
    all.put("models", models);
    Files.createDirectories(folder);
    JSON.writeValue(folder.resolve("equivalence.json").toFile(), all);
  }
}
