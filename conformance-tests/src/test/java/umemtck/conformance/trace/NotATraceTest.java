package umemtck.conformance.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no trace is refused before anybody judges it, with the line and the reason. */
class NotATraceTest {
  @TempDir private Path dir;

  private void refused(String why, UnaryOperator<String> spoil) throws IOException {
    Path file = dir.resolve("trace");
    Files.writeString(file, spoil.apply(String.join("\n", Traces.sound()) + "\n"));
    TraceFault fault = assertThrows(TraceFault.class, () -> readAll(file), why);
    assertEquals(why, fault.getMessage());
  }

  private static List<TracedMachine> readAll(Path file) throws IOException {
    List<TracedMachine> all = new ArrayList<>();
    try (TraceReader in = TraceReader.open(file)) {
      for (TracedMachine m = in.machine(); m != null; m = in.machine()) {
        all.add(m);
      }
    }
    return all;
  }

  private static UnaryOperator<String> without(int line) {
    return text -> {
      List<String> lines = new ArrayList<>(text.lines().toList());
      lines.remove(line - 1);
      return String.join("\n", lines) + "\n";
    };
  }

  private static UnaryOperator<String> swapped(String a, String b) {
    return text -> text.replace(a, b);
  }

  @Test
  void the_example_is_one() throws IOException {
    Path file = dir.resolve("trace");
    Files.writeString(file, String.join("\n", Traces.sound()) + "\n");
    assertEquals(1, readAll(file).size());
    assertEquals(10, readAll(file).get(0).events().size());
  }

  @Test
  void empty() throws IOException {
    refused("it is empty", text -> "");
    refused("line 1: no JSON object: an empty line", text -> "\n");
    refused(
        "line 2: it tells of no machine",
        text ->
            text.lines().findFirst().orElseThrow()
                + "\n{\"seq\":1,\"event\":\"end\",\"machines\":0}\n");
  }

  @Test
  void truncated() throws IOException {
    refused("line 14: it is truncated: the line has no line feed", text -> text.strip());
    refused("line 14: it is truncated: the last line must be 'end'", without(14));
    refused(
        "line 2: it is truncated: the last line must be 'end'",
        text -> text.lines().findFirst().orElseThrow() + "\n");
  }

  @Test
  void out_of_order() throws IOException {
    refused("line 5: it is out of order: 'seq' is 5, expected 4", without(5));
    refused(
        "line 4: it is out of order: 'seq' is 7, expected 3", swapped("\"seq\":3,", "\"seq\":7,"));
    refused(
        "line 4: it is out of order: call 9 is not out",
        swapped("\"returned\",\"call\":1", "\"returned\",\"call\":9"));
    refused(
        "line 5: it is out of order: call 1 comes behind call 1",
        swapped("\"invoked\",\"call\":2", "\"invoked\",\"call\":1"));
    refused("line 2: a machine begins with 'boot', this is 'halt'", swapped("boot", "halt"));
    refused("line 13: 'boot' inside a machine", swapped("halt", "boot"));
    refused("line 14: it counts 2 machines, there are 1", swapped("machines\":1", "machines\":2"));
    refused("line 15: nothing may come behind 'end'", text -> text + "\n");
  }

  @Test
  void of_an_unknown_version() throws IOException {
    refused(
        "line 1: it is of version 2 of the format, this kit reads 1",
        swapped("\"trace\":1", "\"trace\":2"));
    refused(
        "line 1: no field 'trace': the first line is not the head of a trace",
        swapped("\"trace\":1", "\"track\":1"));
    refused("line 1: field 'profile' is solaris", swapped("illumos", "solaris"));
  }

  @Test
  void with_a_line_that_is_none() throws IOException {
    refused(
        "line 3: no op is called ddi_umem_malloc", swapped("ddi_umem_alloc", "ddi_umem_malloc"));
    refused("line 3: field 'size' is 5000, no UNSIGNED", swapped("\"5000\"", "5000"));
    refused("line 3: no field 'flag'", swapped(",\"flag\":0}", "}"));
    refused("line 4: field 'event' is \"came back\"", swapped("returned", "came back"));
  }
}
