package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.cli.Cli.Ran;

/** The real door, in a pipe and as if somebody watched. */
final class PlainTextTest {
  private static final String[] EXPLAIN = {"explain", "ALLOC.round-up"};

  @Test
  void colours_only_where_they_are_wanted() {
    Ran piped = Cli.fork(Map.of("UMEM_TCK_TTY", ""), EXPLAIN);
    assertEquals(0, piped.status(), piped.err());
    assertFalse((piped.out() + piped.err()).contains("\u001b"));
    Ran plain = Cli.fork(Map.of("UMEM_TCK_TTY", "1", "NO_COLOR", "1"), EXPLAIN);
    assertEquals(piped.out(), plain.out());
    Ran coloured = Cli.fork(Map.of("UMEM_TCK_TTY", "1", "NO_COLOR", ""), EXPLAIN);
    assertTrue(coloured.out().contains("\u001b["));
  }

  @Test
  void a_run_that_judges_nothing_is_weak(@TempDir Path dir) {
    Ran ran = Cli.run("run", "--only", "ALLOC.suspend", "--out", dir.resolve("o").toString());
    assertEquals(5, ran.status());
    assertTrue(ran.out().contains("weak: no clause was put to the test (exit 5)"), ran.out());
  }
}
