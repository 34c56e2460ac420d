package umemtck.tla;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.GraphFile;

/** The committed graphs, and the graphs that the specification has now. */
public final class Graphs {
  private static final String ROOT = "/umemtck/tla/graph/";

  private Graphs() {}

  /** The name of the file of a model's graph. */
  public static String file(Expectation model) {
    return model.title() + ".jsonl";
  }

  /** The committed graph of a model. Needs no TLC. */
  public static Graph committed(Expectation model) throws IOException {
    InputStream in = Graphs.class.getResourceAsStream(ROOT + file(model));
    if (in == null) {
      throw new FileNotFoundException("no graph of " + model.name() + " is committed");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return GraphFile.read(reader);
    }
  }

  /**
   * Makes the graph of a model anew, in a JVM of its own.
   *
   * @return the file, in a folder of its own in work
   * @throws IllegalStateException if TLC could not
   */
  public static Path export(Expectation model, Fork fork, Path work, SpecFiles.Source files)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(work, model.title());
    files.unpack(model, folder);
    Path file = folder.resolve(file(model));
    Fork.Ended ended =
        fork.run(
            folder,
            true,
            "umemtck.tla.host.GraphHost",
            List.of(
                model.module(), model.title(), model.title(), file.toAbsolutePath().toString()));
    if (ended.exit() != 0 || !Files.exists(file)) {
      throw new IllegalStateException(
          "the graph of " + model.name() + " cannot be made: " + String.join("\n", ended.output()));
    }
    return file;
  }
}
