package umemtck.tla.mutants;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import umemtck.tla.Fork;

/** Lists the mutants of a specification, on SANY's tree of it, in a JVM of its own. */
final class MutantFinder {
  private MutantFinder() {}

  /**
   * Lists them.
   *
   * @throws IllegalStateException if SANY could not read the specification
   */
  static List<Found> find(List<Sought> sought, Spec spec, Fork fork, Path work)
      throws IOException, InterruptedException {
    ObjectMapper json = new ObjectMapper();
    Path folder = Files.createTempDirectory(work, "sites");
    spec.unpack(folder);
    Path asked = folder.resolve("sought.json");
    Path found = folder.resolve("found.json");
    json.writeValue(asked.toFile(), sought);
    Fork.Ended ended =
        fork.run(
            folder,
            true,
            "umemtck.tla.host.MutantSitesHost",
            List.of(asked.toAbsolutePath().toString(), found.toAbsolutePath().toString()));
    if (ended.exit() != 0 || !Files.exists(found)) {
      throw new IllegalStateException(
          "the mutants cannot be listed: " + String.join("\n", ended.output()));
    }
    return Arrays.asList(json.readValue(found.toFile(), Found[].class));
  }
}
