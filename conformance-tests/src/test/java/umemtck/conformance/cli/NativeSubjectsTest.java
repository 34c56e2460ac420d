package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.conformance.Native;
import umemtck.conformance.report.Json;
import umemtck.conformance.report.VerdictsFile;
import umemtck.conformance.suite.Verdict;

/** The subjects of the C kit: the sound ones conform, each planted bug is caught for its sin. */
class NativeSubjectsTest {
  @TempDir private static Path build;
  @TempDir private Path out;

  @BeforeAll
  static void make() throws IOException {
    assumeTrue(Native.hasCompiler(), Native.NO_COMPILER);
    assertNull(Native.make(build, "all", "check"), "make");
  }

  @Test
  void the_smallest_is_conformant() throws IOException {
    Cli.Ran ran = run("minimal", 20, List.of());
    assertEquals(0, ran.status(), () -> ran.out() + ran.err());
    assertEquals(Map.of(Verdict.PASS, 10, Verdict.UNSUPPORTED, 149), verdicts());
  }

  /** With so few tries some situations do not come; that all do in full is said in its README. */
  @Test
  void a_real_one_breaks_nothing_that_it_offers() throws IOException {
    Cli.Ran ran = run("uumem", 10, List.of());
    Map<Verdict, Integer> count = verdicts();
    assertEquals(27, count.get(Verdict.UNSUPPORTED), ran::out);
    assertFalse(count.containsKey(Verdict.FAIL), ran::out);
    assertFalse(count.containsKey(Verdict.UNRESOLVED), ran::out);
  }

  @ParameterizedTest
  @CsvSource({
    "FORGETS_TO_ZERO, ALLOC.zero-filled",
    "WAKES_NOBODY, ALLOC.sleep-succeeds",
    "KEEPS_THE_CHARGE, LOCK.rollback",
    "CHARGES_A_PAGE_ONCE, ACCT.full-price",
    "CREDITS_WHEN_QUEUED, UNLOCK.releases",
    "FORGETS_THE_OFFSET_OF_A_BUF, IOSETUP.address",
    "NEVER_SLEEPS_FOR_A_BUF, IOSETUP.nosleep-null",
    "WRAPS_THE_END_OF_A_BUF, IOSETUP.in-bounds",
    "LOOKS_AT_THE_START_OF_AN_EXPORT, DEVMAP.in-bounds",
    "FORGETS_THE_OFFSET_OF_A_LOCK, DEVMAP.locked-offset",
    "FORGETS_THE_LENGTH_OF_THE_MAPPING, REMAP.in-bounds"
  })
  void a_planted_bug_is_caught_by_the_clause_that_it_breaks(String bug, String clause)
      throws IOException {
    Cli.Ran ran = run("uumem-" + bug, 60, List.of("--only", clause));
    assertEquals(1, ran.status(), ran::out);
    assertTrue(ran.out().contains("FAIL " + clause + "/"), ran::out);
  }

  /** How many clauses have each verdict, but for what is not asked. */
  private Map<Verdict, Integer> verdicts() throws IOException {
    Map<Verdict, Integer> count = new TreeMap<>();
    Json.readOpen(out.resolve("verdicts.json"), VerdictsFile.class)
        .clauses()
        .forEach(row -> count.merge(row.verdict(), 1, Integer::sum));
    count.remove(Verdict.EXCLUDED);
    return count;
  }

  private Cli.Ran run(String subject, int tries, List<String> more) {
    List<String> words = new java.util.ArrayList<>();
    words.addAll(List.of("run", "--subject", "exec:" + build.resolve(subject)));
    words.addAll(List.of("--tries", Integer.toString(tries), "--out", out.toString()));
    words.addAll(more.isEmpty() ? List.of("--skip", "tour") : more);
    return Cli.run(words.toArray(new String[0]));
  }
}
