package umemtck.tla.mutants;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The committed results, which a run writes, and the reasons, which somebody does. */
public final class MutantFiles {
  /** The version of {@code mutants.json}. */
  public static final String SCHEMA = "mutants-1";

  private static final String ROOT = "/umemtck/tla/mutants/";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private MutantFiles() {}

  /** What is in {@code mutants.json}. */
  record Results(String schema, List<Row> mutants) {}

  /** The committed results. */
  public static List<Row> results() throws IOException {
    try (InputStream in = MutantFiles.class.getResourceAsStream(ROOT + "mutants.json")) {
      return in == null ? List.of() : JSON.readValue(in, Results.class).mutants();
    }
  }

  /** The committed reasons. */
  public static List<Survivor> survivors() throws IOException {
    try (InputStream in = MutantFiles.class.getResourceAsStream(ROOT + "survivors.json")) {
      return in == null ? List.of() : List.of(JSON.readValue(in, Survivor[].class));
    }
  }

  /** Writes results, a line for each mutant. */
  static void write(List<Row> rows, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add("  " + JSON.writeValueAsString(row));
    }
    String head = "{\"schema\":\"" + SCHEMA + "\",\"mutants\":[\n";
    Files.writeString(folder.resolve("mutants.json"), head + String.join(",\n", lines) + "\n]}\n");
  }
}
