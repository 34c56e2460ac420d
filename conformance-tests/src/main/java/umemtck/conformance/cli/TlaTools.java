package umemtck.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import umemtck.conformance.UserError;

/** Which TLC is used: it is not shipped with the kit. */
final class TlaTools {
  private TlaTools() {}

  /**
   * The jar; empty if it is on the class path.
   *
   * @param named what {@code --tla2tools} says; null for nothing
   */
  static Optional<Path> find(Path named) {
    // The launcher of a checkout knows where the build put TLC.
    String known = System.getenv("UMEM_TCK_TLA2TOOLS");
    Path jar = named != null || known == null ? named : Path.of(known);
    if (jar != null && !Files.isRegularFile(jar)) {
      throw UserError.usage(
          "--tla2tools " + jar + ": there is no such file.", "Name a tla2tools.jar.");
    }
    if (jar == null && TlaTools.class.getResource("/tlc2/TLC.class") == null) {
      throw UserError.usage(
          "TLC is not shipped with this jar.",
          "Say --tla2tools /path/to/tla2tools.jar, or run ./umem-tck in a checkout.");
    }
    return Optional.ofNullable(jar);
  }
}
