package umemtck.tla;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All modules and models, and what each model must do. Read strictly: a row that is not understood
 * to the last field is refused.
 *
 * @param modules in the order in which they are read
 * @param models every {@code .cfg} there is
 * @param graphs names of the models whose state graph is committed, and compared with Java
 */
public record ModelTable(List<String> modules, List<Expectation> models, List<String> graphs) {
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** Refuses a table with nothing in it, or with two rows of one name. */
  public ModelTable {
    modules = List.copyOf(modules);
    models = List.copyOf(models);
    graphs = List.copyOf(graphs);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("the table of models is empty");
    }
    Set<String> names = new HashSet<>();
    for (Expectation m : models) {
      if (!names.add(m.name())) {
        throw new IllegalArgumentException("two rows are called " + m.name());
      }
    }
    for (String g : graphs) {
      if (!names.contains(g)) {
        throw new IllegalArgumentException("no model is called " + g + ", whose graph is wanted");
      }
    }
  }

  /** The committed table. */
  public static ModelTable load() {
    try (InputStream in = SpecFiles.open("models.json")) {
      return read(in);
    } catch (IOException e) {
      throw new IllegalStateException("the table of models cannot be read: " + e.getMessage(), e);
    }
  }

  /** Reads a table. */
  static ModelTable read(InputStream in) throws IOException {
    return STRICT.readValue(in, ModelTable.class);
  }

  /** The models of a lane, in order. */
  public List<Expectation> of(Lane lane) {
    return models.stream().filter(m -> lane.runs(m.folder())).toList();
  }

  /** The row of a model. */
  public Expectation model(String name) {
    return models.stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no model is called " + name));
  }
}
