package umemtck.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that people read, kept as files and compared byte for byte. {@code
 * -Dumemtck.golden.write=true} rewrites them: read the difference before you commit it.
 */
public final class Golden {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "umemtck", "conformance", "golden");

  private Golden() {}

  /** The text is what the file holds. */
  public static void holds(String file, String text) {
    Path path = FOLDER.resolve(file);
    try {
      if (Boolean.getBoolean("umemtck.golden.write")) {
        Files.createDirectories(FOLDER);
        Files.writeString(path, text, StandardCharsets.UTF_8);
      }
      assertTrue(Files.exists(path), "no " + path + "; make it with -Dumemtck.golden.write=true");
      assertEquals(Files.readString(path, StandardCharsets.UTF_8), text, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
