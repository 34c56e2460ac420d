package umemtck.conformance.readme;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The transcripts of the README are what the command really prints, but for what "..." leaves out.
 */
class ReadmeTranscriptTest {
  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> transcripts() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (List<String> block : Readme.blocks("console")) {
      String command = block.get(0);
      tests.add(
          DynamicTest.dynamicTest(command, () -> holds(command, block.subList(1, block.size()))));
    }
    assertFalse(tests.isEmpty(), "README.md has no transcript");
    return tests;
  }

  private void holds(String command, List<String> lines) throws Exception {
    List<String> printed = run(command.replaceFirst("^\\$ ./umem-tck ", "").split(" "));
    Readme.holds(lines, printed);
  }

  private List<String> run(String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The better compiler would take the core on which another class of tests runs.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("umemtck.conformance.cli.Main");
    command.addAll(List.of(words));
    Path printed = folder.resolve("printed.txt");
    Process p =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    p.waitFor();
    return Files.readAllLines(printed);
  }
}
