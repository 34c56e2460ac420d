package umemtck.tla;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of all models of a lane.
 *
 * @param models in the order of the table
 */
public record ModelReport(List<ModelResult> models) {
  /** The version of {@code models.json}. */
  public static final String SCHEMA = "models-1";

  static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Keeps a copy. */
  public ModelReport {
    models = List.copyOf(models);
  }

  /**
   * The exit status: 0, 1 if a model did not do what was expected, 70 if a run went wrong or there
   * was none.
   */
  public int exit() {
    if (models.isEmpty() || models.stream().anyMatch(ModelResult::fault)) {
      return 70;
    }
    return models.stream().allMatch(ModelResult::asExpected) ? 0 : 1;
  }

  void write(Path folder) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("schema", SCHEMA);
    all.put("exit", exit());
    all.put("models", models);
    Files.createDirectories(folder);
    JSON.writeValue(folder.resolve("models.json").toFile(), all);
  }
}
