package umemtck.conformance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.reference.ReferenceSubject;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;

/** What is written of a trace is what its schema says, which refuses what it is not. */
class TraceSchemaTest {
  private final JsonNode schema = read();
  private final JsonSchema line =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);

  private static JsonNode read() {
    try (InputStream in =
        TraceSchemaTest.class.getResourceAsStream("/umemtck/conformance/schema/trace-1.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void valid(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertEquals(Set.of(), line.validate(text, InputFormat.JSON), text);
  }

  @Test
  void every_call_and_every_answer_is_valid() {
    for (Map.Entry<Call, Outcome.Returned> e : EveryLine.all()) {
      valid(TraceLine.invoked(7, new Event.Invoked(3, 9, Context.KERNEL, e.getKey())));
      valid(TraceLine.completed(8, new Event.Completed(3, e.getValue()), e.getKey()));
    }
  }

  @Test
  void every_other_event_is_valid() {
    valid(TraceLine.of(1, TraceLine.Kind.BOOT));
    valid(TraceLine.completed(2, new Event.Completed(3, new Outcome.Panicked("bad")), null));
    valid(TraceLine.callback(3, new Event.CallbackBegan(2, 1, -1)));
    valid(TraceLine.callbackReturn(4, new Event.CallbackEnded(1)));
    valid(TraceLine.settled(5, new Event.Settled(List.of())));
    valid(TraceLine.settled(6, new Event.Settled(List.of(1, 2))));
    valid(TraceLine.of(7, TraceLine.Kind.HALT));
    valid(TraceLine.end(8, 1));
    ReferenceSubject s = new ReferenceSubject(Profile.ILLUMOS);
    valid(new TraceHead("0", s.name(), "1", Profile.ILLUMOS, s.declaration()).line());
  }

  @Test
  void the_example_of_the_page_is_valid() throws IOException {
    List<String> page = Files.readAllLines(Path.of("docs", "trace.md"));
    List<String> lines = page.stream().filter(l -> l.startsWith("{\"")).toList();
    assertEquals(14, lines.size());
    lines.forEach(l -> valid(l.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_call_has_the_arguments_of_the_protocol() {
    for (Map.Entry<Call, Outcome.Returned> e : EveryLine.all()) {
      String op = e.getKey().op();
      JsonNode here = schema.at("/$defs/calls/" + op + "/properties");
      JsonNode there = ProtocolSchemas.request(op).get("properties").deepCopy();
      ((com.fasterxml.jackson.databind.node.ObjectNode) there).remove(List.of("seq", "thread"));
      assertEquals(there, here, op);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"trace\":2,\"kit\":\"k\",\"name\":\"n\",\"version\":\"1\",\"profile\":\"illumos\",\"page_size\":\"1\"}",
        "{\"trace\":1,\"kit\":\"k\",\"name\":\"n\",\"version\":\"1\",\"profile\":\"posix\",\"page_size\":\"1\"}",
        "{\"trace\":1,\"kit\":\"k\",\"name\":\"n\",\"version\":\"1\",\"profile\":\"illumos\",\"page_size\":1}",
        "{\"seq\":0,\"event\":\"boot\"}",
        "{\"seq\":1,\"event\":\"Boot\"}",
        "{\"event\":\"halt\"}",
        "{\"seq\":1,\"event\":\"invoked\",\"call\":1,\"op\":\"ddi_umem_malloc\"}",
        "{\"seq\":1,\"event\":\"invoked\",\"call\":1,\"op\":\"ddi_umem_free\"}",
        "{\"seq\":1,\"event\":\"invoked\",\"op\":\"ddi_umem_free\",\"cookie\":\"0x0\"}",
        "{\"seq\":1,\"event\":\"invoked\",\"call\":1,\"op\":\"ddi_umem_free\",\"cookie\":\"0\"}",
        "{\"seq\":1,\"event\":\"returned\",\"call\":1,\"address\":\"0XA\"}",
        "{\"seq\":1,\"event\":\"returned\"}",
        "{\"seq\":1,\"event\":\"panicked\",\"call\":1}",
        "{\"seq\":1,\"event\":\"callback\",\"of\":1,\"cookie\":\"0x0\"}",
        "{\"seq\":1,\"event\":\"settled\",\"blocked\":[\"1\"]}",
        "{\"seq\":1,\"event\":\"end\",\"machines\":0}"
      })
  void a_spoiled_line_is_not(String spoiled) {
    assertFalse(line.validate(spoiled, InputFormat.JSON).isEmpty(), spoiled);
  }
}
