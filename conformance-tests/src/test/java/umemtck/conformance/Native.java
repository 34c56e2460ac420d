package umemtck.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The subjects in C, where there is a compiler for them. */
public final class Native {
  /** Why tests that need a compiler are skipped. */
  public static final String NO_COMPILER = "skipped: there is no C compiler (cc) and make here";

  private Native() {}

  /** Whether subjects in C can be built. */
  public static boolean hasCompiler() {
    return isOnPath("cc") && isOnPath("make");
  }

  private static boolean isOnPath(String command) {
    for (String folder : System.getenv("PATH").split(":")) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, command))) {
        return true;
      }
    }
    return false;
  }

  /** Builds targets of the Makefile into a folder; gives what make said, or null if it is well. */
  public static String make(Path build, String... targets) throws IOException {
    List<String> command = new ArrayList<>(List.of("make", "-j2", "BUILD=" + build));
    command.addAll(List.of(targets));
    Path said = Files.createTempFile("make", ".log");
    try {
      Process make =
          new ProcessBuilder(command)
              .directory(top().resolve("conformance-tests/native").toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      return make.waitFor() == 0 ? null : Files.readString(said);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(said);
    }
  }

  private static Path top() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("umem-tck"))) {
      at = at.getParent();
    }
    return at;
  }
}
