package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.Golden;
import umemtck.conformance.cli.Cli.Ran;

/** {@code trace} by its exit statuses, and {@code --record} by what {@code trace} says of it. */
class TraceCommandTest {
  @TempDir private Path dir;
  private Path file;
  private String example;

  @BeforeEach
  void theExample() throws Exception {
    file = dir.resolve("t.ndjson");
    List<String> page = Files.readAllLines(Path.of("docs", "trace.md"));
    example = String.join("\n", page.stream().filter(l -> l.startsWith("{\"")).toList()) + "\n";
  }

  private String trace(int status, String text) throws Exception {
    Files.writeString(file, text);
    Ran ran = Cli.run("trace", file.toString());
    assertEquals(status, ran.status(), ran.out() + ran.err());
    return (ran.out() + ran.err()).replace(dir.toString(), "DIR");
  }

  @Test
  void the_example_of_the_page_is_accepted() throws Exception {
    Golden.holds("trace-accepted.txt", trace(0, example));
  }

  @Test
  void what_is_wrong_is_named() throws Exception {
    // Not the zero of fresh memory; an answer where the machine stopped; a cookie freed twice.
    String dirty = trace(1, example.replace("\"found\":0", "\"found\":9"));
    String second =
        example.replace(
            "\"cookie\":\"0xffffff01cafe0000\"}\n{\"seq\":11", "\"cookie\":\"0x5\"}\n{\"seq\":11");
    Golden.holds("trace-refused.txt", dirty + trace(1, second));
  }

  @Test
  void what_is_no_trace_is_wrong_usage() throws Exception {
    String all =
        trace(2, "")
            + trace(2, example.strip())
            + trace(2, example.replace("\"trace\":1", "\"trace\":2"))
            + trace(2, example.replace("\"seq\":5", "\"seq\":4"));
    Golden.holds("trace-errors.txt", all);
  }

  @Test
  void a_run_is_recorded() {
    String out = dir.resolve("out").toString();
    Ran run =
        Cli.run(
            "run",
            "--only",
            "ALLOC.size-zero",
            "--tries",
            "2",
            "--record",
            file.toString(),
            "--out",
            out);
    assertEquals(0, run.status(), run.err());
    Ran ran = Cli.run("trace", file.toString());
    assertEquals(0, ran.status(), ran.out());
    assertTrue(ran.out().startsWith("reference 0.1.0, "), ran.out());
  }

  @Test
  void a_wrong_place_is_found_before_anything_runs() {
    String nowhere = dir.resolve("no/t").toString();
    Ran run = Cli.run("run", "--record", nowhere, "--out", dir.resolve("out").toString());
    assertEquals(2, run.status());
    assertTrue(run.err().contains("--record " + nowhere + " cannot be written"), run.err());
  }
}
