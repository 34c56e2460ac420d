package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.cli.Cli.Ran;
import umemtck.conformance.suite.KnownIssues;

/** The same seed twice: verdicts, replay files and terminal text are equal byte for byte. */
final class SameSeedSameBytesTest {
  @TempDir private Path dir;

  @Test
  void twice_in_one_process() throws IOException {
    Ran first = Stage.run(Stage.FORGETS_TO_ZERO, dir.resolve("out"), 1, KnownIssues.NONE);
    Map<String, String> before = files();
    Ran second = Stage.run(Stage.FORGETS_TO_ZERO, dir.resolve("out"), 1, KnownIssues.NONE);
    assertEquals(1, first.status());
    assertEquals(first, second);
    assertEquals(before, files());
    assertEquals(2, before.size(), "verdicts.json and one replay file: " + before.keySet());
    replaysOnAnother(dir.resolve("out/replay/ALLOC.zero-filled.json").toString());
  }

  /** The file that the run left is one that replay takes; a sound subject passes it. */
  private void replaysOnAnother(String file) throws IOException {
    Path out = dir.resolve("again");
    Ran ran = Cli.run("replay", file, "--subject", "reference", "--out", out.toString());
    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().contains("PASS        ALLOC.zero-filled"), ran.out());
    assertTrue(Files.exists(out.resolve("verdicts.json")));
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String name : new String[] {"verdicts.json", "replay"}) {
      try (Stream<Path> all = Files.walk(dir.resolve("out").resolve(name))) {
        for (Path p : all.filter(Files::isRegularFile).toList()) {
          files.put(p.toString(), Files.readString(p));
        }
      }
    }
    return files;
  }
}
