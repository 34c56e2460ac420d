package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.cli.Cli.Ran;

/** A plan in which a child ends is shrunk, can be replayed, and can be sent by hand. */
final class CrashShrinkingTest {
  private static final String ALLOC = "ddi_umem_alloc";

  private static final String HAPPENED =
      "usable: ddi_umem_alloc: the child exited with status 7 before it replied";

  @TempDir private Path dir;
  private Path out;
  private Hostile hostile;
  private String subject;

  @BeforeEach
  void begin() {
    out = dir.resolve("out");
    hostile = new Hostile(out);
    subject = hostile.subject("dies-of-three", 1);
  }

  @Test
  void to_three_allocations_which_end_it_again() throws IOException, InterruptedException {
    Ran ran = hostile.run(subject, "--tries", "3", "--only", "ALLOC.round-up");
    assertEquals(4, ran.status(), ran.err());
    assertEquals("UNRESOLVED " + HAPPENED, hostile.verdicts().get("ALLOC.round-up"));
    assertTrue(ran.out().contains("  ->  no answer"), ran.out());
    Path replay = out.resolve("replay/ALLOC.round-up.json");
    assertEquals(List.of(ALLOC, ALLOC, ALLOC), steps(replay));
    Path requests = replayed(replay);
    assertEquals(7, byHand(requests));
    hostile.nothingIsLeft();
  }

  /** Its verdict and its text are those of the run; returns what was sent. */
  private Path replayed(Path replay) throws IOException {
    Path requests = dir.resolve("requests.jsonl");
    Hostile again = new Hostile(dir.resolve("again"));
    Ran ran =
        Cli.run(
            "replay",
            replay.toString(),
            "--subject",
            subject,
            "--emit-requests",
            requests.toString(),
            "--out",
            dir.resolve("again").toString());
    assertEquals(4, ran.status(), ran.err());
    assertEquals(
        "UNRESOLVED " + HAPPENED.substring("usable: ".length()),
        again.verdicts().get("ALLOC.round-up"));
    // The first is that of the adapter's trial before.
    assertEquals(4, Files.readAllLines(requests).stream().filter(l -> l.contains(ALLOC)).count());
    return requests;
  }

  private int byHand(Path requests) throws IOException, InterruptedException {
    return new ProcessBuilder("/bin/sh", "-c", subject.substring("exec:".length()))
        .redirectInput(requests.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static List<String> steps(Path replay) throws IOException {
    List<String> all = new ArrayList<>();
    JsonNode steps = new ObjectMapper().readTree(replay.toFile()).at("/plan/steps");
    steps.forEach(step -> all.add(step.get("do").asText()));
    return all;
  }

  @Test
  void no_child_is_started_again_without_restarts() {
    Ran ran =
        hostile.run(
            subject, "--tries", "3", "--only", "ALLOC.size-zero,ALLOC.round-up", "--restarts", "0");
    assertEquals(4, ran.status(), ran.err());
    assertEquals(
        Map.of(
            "ALLOC.size-zero",
            "UNRESOLVED refused: ddi_umem_alloc: the child exited with status 7 before it replied",
            "ALLOC.round-up",
            "UNRESOLVED usable: boot: the subject is not started again: it was lost once"),
        hostile.verdicts());
    hostile.nothingIsLeft();
  }

  @Test
  void requests_that_cannot_be_kept_are_wrong_usage() {
    Ran ran = hostile.run(subject, "--emit-requests", dir.resolve("no/such/folder").toString());
    assertEquals(2, ran.status());
    assertTrue(ran.err().startsWith("umem-tck: --emit-requests "), ran.err());
  }
}
