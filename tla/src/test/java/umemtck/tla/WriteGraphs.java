package umemtck.tla;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Not a test, and not run with them: writes the graphs anew after a change of the specification
 * (README.md, "When you change the specification").
 */
class WriteGraphs {
  @TempDir Path work;

  @Test
  void write() throws Exception {
    ModelTable table = ModelTable.load();
    Path folder = Files.createDirectories(Path.of("src/main/resources/umemtck/tla/graph"));
    Fork fork = new Fork(Optional.empty(), Duration.ofMinutes(10));
    for (String name : table.graphs()) {
      Expectation model = table.model(name);
      Path file = Graphs.export(model, fork, work, SpecFiles.shipped(table.modules()));
      Files.copy(file, folder.resolve(Graphs.file(model)), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
