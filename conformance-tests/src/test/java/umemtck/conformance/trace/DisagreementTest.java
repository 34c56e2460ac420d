package umemtck.conformance.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.trace.MachineVerdict.Together;
import umemtck.reference.model.Breach;
import umemtck.spec.ddi.Event;

/** Where one judge refuses what the other accepts, the kit is at fault, and says so. */
class DisagreementTest {
  /** In the example, the event where 7 is found behind what was stored as 7. */
  private static final int FOUND = 5;

  private static final Function<List<Event>, JavaVerdict> ACCEPTS =
      events -> new JavaVerdict(JavaVerdict.Kind.ACCEPTED, -1, events.size(), List.of());

  @TempDir private Path dir;

  private TraceVerdict judged(boolean sound, Function<List<Event>, JavaVerdict> java)
      throws Exception {
    String example = String.join("\n", Traces.sound()) + "\n";
    Path file = dir.resolve("trace");
    Files.writeString(file, sound ? example : example.replace("\"found\":0", "\"found\":9"));
    return TwoJudges.judge(file, Traces.fork(), dir, Unspecified.load(), head -> java);
  }

  @Test
  void java_accepts_what_the_specification_refuses() throws Exception {
    TraceVerdict verdict = judged(false, ACCEPTS);
    assertEquals(Together.DISAGREE, verdict.machines().get(0).together());
    assertEquals(FOUND, verdict.machines().get(0).event());
    assertEquals(70, verdict.exit());
  }

  @Test
  void java_refuses_what_the_specification_allows() throws Exception {
    TraceVerdict verdict = judged(true, events -> refused("ALLOC.zero-filled/locked", FOUND));
    assertEquals(Together.DISAGREE, verdict.machines().get(0).together());
    assertEquals(70, verdict.exit());
  }

  @Test
  void both_refuse_another_event() throws Exception {
    TraceVerdict verdict = judged(false, events -> refused("ALLOC.zero-filled/locked", FOUND + 2));
    assertEquals(70, verdict.exit());
  }

  @Test
  void what_the_specification_cannot_say_is_java_s_alone() throws Exception {
    TraceVerdict verdict = judged(true, events -> refused(Breach.UNDECLARED, FOUND));
    assertEquals(Together.REFUSED_BY_JAVA_ALONE, verdict.machines().get(0).together());
    assertEquals(1, verdict.exit());
  }

  @Test
  void both_refuse() throws Exception {
    TraceVerdict verdict = judged(false, events -> refused("ALLOC.zero-filled/locked", FOUND));
    assertEquals(Together.REFUSED, verdict.machines().get(0).together());
    assertEquals(1, verdict.exit());
  }

  private static JavaVerdict refused(String facet, int event) {
    Breach breach = new Breach(facet, "something else");
    return new JavaVerdict(JavaVerdict.Kind.REFUSED, event, event + 1, List.of(breach));
  }
}
