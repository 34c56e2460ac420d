package umemtck.conformance.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.Native;

/** The tutorial, typed word by word: its files are made, its commands print what it says. */
class TutorialTest {
  @TempDir private Path top;

  @Test
  void is_what_happens() throws Exception {
    assumeTrue(Native.hasCompiler(), Native.NO_COMPILER);
    Path tests = Readme.top().resolve("conformance-tests");
    Files.createSymbolicLink(top.resolve("conformance-tests"), tests);
    launcher();
    List<Readme.Block> blocks = Readme.blocks(tests.resolve("docs/tutorial-c.md"));
    assertFalse(blocks.isEmpty());
    for (Readme.Block block : blocks) {
      if (block.language().equals("sh")) {
        assertEquals(List.of(), typed("set -e\n" + String.join("\n", block.lines())));
      } else if (block.language().equals("console")) {
        String command = block.lines().get(0).substring("$ ".length());
        Readme.holds(block.lines().subList(1, block.lines().size()), typed(command));
      }
    }
  }

  /** The launcher of these classes. */
  private void launcher() throws IOException {
    Path launcher = top.resolve("umem-tck");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '"
            + System.getProperty("java.class.path")
            + "' umemtck.conformance.cli.Main \"$@\"\n");
    assertEquals(true, launcher.toFile().setExecutable(true));
  }

  private List<String> typed(String commands) throws IOException, InterruptedException {
    Path printed = top.resolve("printed");
    new ProcessBuilder("sh", "-c", commands)
        .directory(top.toFile())
        .redirectErrorStream(true)
        .redirectOutput(printed.toFile())
        .start()
        .waitFor();
    return Files.readAllLines(printed);
  }
}
