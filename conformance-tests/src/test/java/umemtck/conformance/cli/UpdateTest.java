package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.cli.Cli.Ran;

/** {@code run --known-issues FILE --update}: what a run writes, the next one bears. */
final class UpdateTest {
  private static final String SIN = "zoo:ZeroesOnlyWhatWasAskedFor";

  @TempDir private Path dir;

  @Test
  void what_a_run_has_listed_the_next_one_bears() throws IOException {
    Ran first = run(SIN, "--update");
    assertEquals(1, first.status(), first.err());
    String listed = Files.readString(file());
    assertTrue(listed.contains("clause: ALLOC.zero-filled"), listed);
    assertTrue(listed.contains("reason: " + KnownIssuesFile.NEW), listed);
    assertFalse(listed.contains("0x"), "no addresses: " + listed);
    long entries = listed.lines().filter(l -> l.startsWith("- ")).count();
    assertTrue(first.out().contains(entries + " added, 0 removed, 0 kept"), first.out());

    Ran second = run(SIN);
    assertFalse(second.out().contains("FAIL"), second.out());
    assertTrue(second.out().contains("KNOWN"), second.out());
    assertEquals(4, second.status(), "what the sin hides is not known to be right");

    Ran again = run(SIN, "--update");
    assertTrue(again.out().contains("0 added, 0 removed, " + entries + " kept"), again.out());
    assertEquals(listed, Files.readString(file()));

    Ran mended = run("reference", "--update");
    assertTrue(mended.out().contains("known issue ALLOC.zero-filled is stale"), mended.out());
    assertTrue(mended.out().contains("0 added, " + entries + " removed, 0 kept"), mended.out());
    assertEquals("[]\n", Files.readString(file()));
  }

  @Test
  void a_run_that_was_given_up_changes_nothing() throws IOException {
    String listed = "- {clause: ALLOC.round-up, symptom: usable, reason: mine} # and a remark\n";
    Files.writeString(file(), listed);
    String child = new Hostile(dir).subject("exits", 2000);
    Ran ran = run(child, "--update", "--restarts", "0");
    assertEquals(4, ran.status(), ran.err());
    assertTrue(ran.out().contains("is left as it was: the run was given up"), ran.out());
    assertEquals(listed, Files.readString(file()));
  }

  @Test
  void a_file_that_cannot_be_written_is_said() throws IOException {
    Ran ran = run(SIN, dir.resolve("none").resolve("known.yaml"), "--update");
    assertEquals(2, ran.status(), ran.out());
    assertTrue(ran.err().contains("--update: "), ran.err());
    assertTrue(Files.exists(dir.resolve("out").resolve("verdicts.json")));
  }

  private Path file() {
    return dir.resolve("known.yaml");
  }

  private Ran run(String subject, String... more) {
    return run(subject, file(), more);
  }

  private Ran run(String subject, Path known, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("run", "--subject", subject, "--tries", "5", "--known-issues", known + ""));
    words.addAll(List.of("--skip", "tour", "--out", dir.resolve("out").toString()));
    words.addAll(List.of(more));
    return Cli.run(words.toArray(new String[0]));
  }
}
