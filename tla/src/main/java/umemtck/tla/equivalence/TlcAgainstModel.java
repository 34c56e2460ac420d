package umemtck.tla.equivalence;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import umemtck.tla.Expectation;
import umemtck.tla.Fork;
import umemtck.tla.SpecFiles;

/** Has TLC put every step, and every step that might be, to the Java model. */
final class TlcAgainstModel {
  private TlcAgainstModel() {}

  /**
   * What came of it.
   *
   * @param steps of the specification that Java was asked about
   * @param questions whether a step is enabled
   * @param differences in words
   */
  record Found(long steps, long questions, List<String> differences) {}

  static Found run(Expectation model, Fork fork, Path work, SpecFiles.Source files)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(work, "Java" + model.title());
    Path cfg = files.unpack(model, folder);
    Files.write(cfg, asked(Files.readAllLines(cfg)));
    Path found = folder.resolve("found.json");
    Fork.Ended ended =
        fork.run(
            folder,
            true,
            "umemtck.tla.host.JavaModelHost",
            List.of(
                found.toAbsolutePath().toString(),
                "-metadir",
                folder.resolve("states").toAbsolutePath().toString(),
                "-workers",
                "1",
                "-config",
                cfg.getFileName().toString(),
                "MCJava"));
    if (ended.exit() != 0 || !Files.exists(found)) {
      throw new IllegalStateException(
          "TLC could not ask the Java model about "
              + model.name()
              + ": "
              + String.join("\n", ended.output()));
    }
    return new ObjectMapper().readValue(found.toFile(), Found.class);
  }

  /** The constants of the model, with the questions of MCJava instead of its properties. */
  private static List<String> asked(List<String> cfg) {
    List<String> lines = new java.util.ArrayList<>(List.of("SPECIFICATION JavaSpec"));
    for (String line : cfg) {
      if (line.startsWith("INVARIANTS") || line.startsWith("PROPERTIES")) {
        break;
      }
      if (!line.startsWith("SPECIFICATION")) {
        lines.add(line);
      }
    }
    lines.addAll(List.of("INVARIANT JavaForbidsTheRest", "VIEW View", "CHECK_DEADLOCK FALSE"));
    return lines;
  }
}
