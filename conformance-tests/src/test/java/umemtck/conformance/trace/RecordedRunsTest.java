package umemtck.conformance.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.conformance.session.Bench;
import umemtck.reference.ReferenceSubject;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Event;

/** What the reference kernel does is a behaviour of the specification, in every area. */
class RecordedRunsTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @EnumSource(Profile.class)
  void every_machine_of_the_reference_is_accepted(Profile profile) throws Exception {
    Path file = Traces.record(dir, new ReferenceSubject(profile), profile, clause -> true, 1);
    TraceVerdict verdict = TwoJudges.judge(file, Traces.fork(), dir.resolve("work"));
    assertEquals(List.of(), verdict.refused());
    assertEquals(0, verdict.exit());
    assertTrue(verdict.machines().size() > 100, () -> "machines: " + verdict.machines().size());
    assertTrue(verdict.judged() > 20_000, () -> "judged: " + verdict.judged());
  }

  @Test
  void what_is_written_is_read_back() throws Exception {
    List<List<Event>> written = new ArrayList<>();
    Path file = dir.resolve("t");
    ReferenceSubject subject = new ReferenceSubject();
    try (TraceWriter to = TraceWriter.open(file, Traces.head(subject, Profile.DOCUMENTED))) {
      Traces.run(
          new Bench(subject, Profile.DOCUMENTED),
          c -> c.equals("LOCKMEM.events") || c.equals("LOCKMEM.event-range"),
          2,
          history -> {
            written.add(history.events());
            to.machine(history);
          });
    }
    List<List<Event>> read = new ArrayList<>();
    try (TraceReader in = TraceReader.open(file)) {
      assertEquals(subject.declaration(), in.head().declaration());
      for (TracedMachine m = in.machine(); m != null; m = in.machine()) {
        read.add(m.events());
      }
    }
    assertEquals(written, read);
    assertTrue(
        written.stream().flatMap(List::stream).anyMatch(Event.CallbackBegan.class::isInstance));
  }

  @Test
  void the_same_run_writes_the_same_bytes() throws Exception {
    byte[][] bytes = new byte[2][];
    for (int i = 0; i < 2; i++) {
      ReferenceSubject subject = new ReferenceSubject();
      Path file = Traces.record(dir, subject, Profile.DOCUMENTED, "ACCT.exit"::equals, 2);
      bytes[i] = Files.readAllBytes(file);
    }
    assertArrayEquals(bytes[0], bytes[1]);
  }
}
