package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.Golden;
import umemtck.conformance.cli.Cli.Ran;
import umemtck.conformance.report.Kit;
import umemtck.conformance.suite.KnownIssues;

/** What a run states of a subject is printed, and kept as a file. */
final class StatementTest {
  @TempDir private Path out;

  @Test
  void says_who_was_judged_by_what_and_what_was_not_tested() throws IOException {
    Ran ran = Stage.run(Stage.FORGETS_TO_ZERO, out, 1, KnownIssues.NONE);
    String statement = Files.readString(out.resolve("statement.txt"));
    assertTrue(ran.out().contains(statement), ran.out());
    Golden.holds("statement.txt", statement.replace("umem-tck " + Kit.VERSION, "umem-tck VERSION"));
  }

  /** Of whom a part was judged, nothing more can be claimed. */
  @Test
  void of_a_run_of_a_part_says_that_the_rest_was_left_out() throws IOException {
    Cli.run("run", "--only", "FREE.null-noop", "--tries", "3", "--out", out.toString());
    String statement = Files.readString(out.resolve("statement.txt"));
    assertTrue(statement.contains("tested      1 of 192 clauses: PASS 1\n"), statement);
    assertTrue(statement.contains("EXCLUDED"), statement);
  }
}
