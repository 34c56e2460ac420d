package umemtck.conformance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.conformance.protocol.EveryLine.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.conformance.protocol.Reply.State;
import umemtck.reference.ReferenceSubject;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** What is written is what the schemas say, and they refuse what it is not. */
final class ProtocolSchemaTest {
  @Test
  void every_request_is_valid() {
    for (Request r : EveryLine.requests()) {
      String line = text(r.line());
      assertEquals(Set.of(), ProtocolSchemas.ofRequest(line), line);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "op":"poll"         | "op":"pole"
          "op":"settle"       | "op":"boot"
          "protocol":1        | "protocol":2
          "seed":"1844674     | "seed":"01844674
          "size":"18446744073709551615" | "size":18446744073709551615
          "size":"1           | "sice":"1
          "cookie":"0xf       | "cookie":"0xF
          "cookie":"0xf       | "cookie":"0x0f
          "value":255         | "value":256
          "prot":3            | "prot":4
          "by":"1             | "bye":"1
          "context":"HIGH     | "context":"VERY_HIGH
          "of":"ZONE"         | "of":"PROCESS"
          "errno":"ENOMEM"    | "errno":"ENOENT"
          "vector":1          | "vector":2
          "kind":"SHARED      | "kind":"COMMON
          "resource":"ADDRESS | "resource":"SPACE
          "gate":"RELEASE"    | "gate":"OPEN"
          "step":"REGISTER    | "step":"FORGET
          "share":2           | "share":3
          "opened":3          | "opened":4
          "callbacks2":2      | "callbacks2":4
          "cookie2":"0xf      | "cookie3":"0xf
          "length2":"1        | "length2":1,"x":"1
          "koff":"-9223372036854775808"| "koff":-9223372036854775808
          "dhp":"0xf          | "dhp":"-0xf
          "model":2097152     | "model":64
          "seq":2147483647    | "seq":2147483648
          "thread":2147483647 | "thread":0
          """)
  void a_spoiled_request_is_not(String from, String to) {
    int spoiled = 0;
    for (Request r : EveryLine.requests()) {
      String line = text(r.line());
      if (line.contains(from)) {
        spoiled++;
        String bad = line.replace(from, to);
        assertFalse(ProtocolSchemas.ofRequest(bad).isEmpty(), bad);
      }
    }
    assertTrue(spoiled > 0, "no request has " + from);
  }

  @Test
  void every_answer_is_valid_and_no_field_of_it_can_be_missed() {
    for (Map.Entry<Call, Outcome.Returned> e : EveryLine.all()) {
      String op = e.getKey().op();
      String line = text(Reply.returned(3, true, List.of(1_000_001), e.getKey(), e.getValue()));
      assertEquals(Set.of(), ProtocolSchemas.ofAnswer(op, line), line);
      boolean signalled = e.getValue() instanceof Outcome.Signalled;
      for (Object field : signalled ? List.of() : ProtocolSchemas.needed(op)) {
        String name = field.toString();
        String bad = line.replace(name, "\"else\"");
        assertFalse(ProtocolSchemas.ofAnswer(op, bad).isEmpty(), bad);
      }
    }
  }

  @Test
  void every_state_is_valid() {
    for (byte[] line :
        List.of(
            Reply.of(1, State.RETURNED, false, List.of()),
            Reply.of(1, State.BLOCKED, true, List.of(1_000_001, 1_000_002)),
            Reply.callback(9, true, List.of(), 8, -1),
            Reply.said(1, State.PANIC, "bad trap: \u00fc \n"),
            Reply.said(1, State.ERROR, ""))) {
      assertEquals(Set.of(), ProtocolSchemas.ofReply(text(line)), text(line));
    }
    String ready = text(Reply.ready(4, List.of(1, 7, 1_000_001)));
    assertEquals(Set.of(), ProtocolSchemas.ofAnswer("poll", ready));
  }

  @Test
  void every_hello_is_valid() {
    for (Declaration d :
        List.of(
            Declaration.ofPageSize(4096),
            withoutStalls(new ReferenceSubject(Profile.ILLUMOS).declaration()))) {
      String line = text(Reply.hello(1, new HelloReply("mine", "1", d, 64, false)));
      assertEquals(Set.of(), ProtocolSchemas.ofAnswer("hello", line), line);
    }
  }

  @Test
  void a_hello_may_name_every_feature_but_stalls() {
    Declaration all = Declaration.ofPageSize(4096).offering(Feature.values());
    String line = text(Reply.hello(1, new HelloReply("mine", "1", withoutStalls(all), 64, false)));
    assertEquals(Set.of(), ProtocolSchemas.ofAnswer("hello", line), line);
    String stalls = text(Reply.hello(1, new HelloReply("mine", "1", all, 64, false)));
    assertNotEquals(Set.of(), ProtocolSchemas.ofAnswer("hello", stalls), stalls);
  }

  private static Declaration withoutStalls(Declaration of) {
    return of.without(Feature.STALLS, "it is behind the protocol");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"seq":1,"state":"Returned"}
          {"seq":1,"state":"callback","cookie":"0x1"}
          {"seq":1,"state":"callback","of":1}
          {"seq":1,"state":"panic"}
          {"seq":1,"state":"error","text":1}
          {"state":"returned"}
          {"seq":"1","state":"returned"}
          {"seq":1,"state":"returned","changed":true}
          {"seq":1,"state":"returned","began":[7]}
          {"seq":1,"state":"returned","began":[1000001,1000001]}
          {"seq":1,"state":"returned","ready":["1"]}
          {"seq":1,"state":"returned","address":"0X1"}
          {"seq":1,"state":"returned","difference":"-2"}
          {"seq":1,"state":"returned","found":256}
          {"seq":1,"state":"returned","errno":"11 "}
          {"seq":1,"state":"returned","errno":12}
          {"seq":1,"state":"returned","amount":"-1"}
          {"seq":1,"state":"returned","name":" "}
          {"seq":1,"state":"returned","features":["FREE"]}
          {"seq":1,"state":"returned","reasons":{"FREE":"no"}}
          {"seq":1,"state":"returned","overhead":{"PAGES":1}}
          {"seq":1,"state":"returned","batch":0}
          {"seq":1,"state":"returned","fresh":"never"}
          {"seq":1,"state":"returned","signal":0}
          {"seq":1,"state":"returned","signal":128}
          {"seq":1,"state":"returned","signal":"10"}
          {"seq":1,"state":"returned","setup":1}
          {"seq":1,"state":"returned","again":"0"}
          {"seq":1,"state":"returned","called":4}
          {"seq":1,"state":"returned","stale":-1}
          {"seq":1,"state":"returned","dhp":1}
          {"seq":1,"state":"returned","result":"-1"}
          """)
  void a_spoiled_reply_is_not(String line) {
    assertFalse(ProtocolSchemas.ofReply(line).isEmpty(), line);
  }
}
