package umemtck.tla;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * TLC says the same of the same bytes every time, and takes minutes to say it. What was proved in
 * this folder is not proved again until a byte of the class path, which holds the specification,
 * the graphs, both sides of the comparison and TLC, or the Java version, is another one. A skip
 * says so; {@code clean} forgets it.
 */
final class AsBefore {
  private final Path stamp;
  private final String now;

  private AsBefore(Path stamp, String now) {
    this.stamp = stamp;
    this.now = now;
  }

  /** Skips the test that asks, if it passed on these very bytes. */
  static AsBefore orElse(String test) throws IOException {
    AsBefore before = new AsBefore(Path.of("target", "proved", test), digest());
    assumeFalse(
        before.held(),
        () -> "proved before, and nothing changed since; to prove it again: ./mvnw clean verify");
    return before;
  }

  private boolean held() throws IOException {
    return Files.exists(stamp) && Files.readString(stamp).equals(now);
  }

  /** The test has passed. */
  void holds() throws IOException {
    Files.createDirectories(stamp.getParent());
    Files.writeString(stamp, now);
  }

  private static String digest() throws IOException {
    try {
      MessageDigest all = MessageDigest.getInstance("SHA-256");
      all.update(System.getProperty("java.vm.version").getBytes());
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        for (Path file : files(Path.of(entry))) {
          all.update(file.getFileName().toString().getBytes());
          all.update(Files.readAllBytes(file));
        }
      }
      return HexFormat.of().formatHex(all.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(Path entry) throws IOException {
    if (!Files.exists(entry)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(entry)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
