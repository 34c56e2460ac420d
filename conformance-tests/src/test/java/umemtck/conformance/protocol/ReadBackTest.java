package umemtck.conformance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.conformance.protocol.EveryLine.bare;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umemtck.conformance.protocol.Reply.State;
import umemtck.reference.ReferenceSubject;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** What is read is what was written; and what the kit writes, a small reader can read. */
final class ReadBackTest {
  private static final int LONGEST_REQUEST = 1_000;

  @Test
  void a_request() {
    for (Request r : EveryLine.requests()) {
      assertEquals(r, Request.read(bare(r.line())));
    }
  }

  @Test
  void a_request_is_flat_printable_and_short() {
    for (Request r : EveryLine.requests()) {
      String line = new String(r.line(), StandardCharsets.ISO_8859_1);
      assertTrue(line.length() <= LONGEST_REQUEST, line);
      assertTrue(line.matches("\\{[\\x20-\\x7e&&[^\\\\{}\\[\\]]]*}\n"), line);
    }
  }

  @Test
  void an_answer() {
    for (Map.Entry<Call, Outcome.Returned> e : EveryLine.all()) {
      Reply reply =
          Reply.read(bare(Reply.returned(7, true, List.of(1_000_009), e.getKey(), e.getValue())));
      assertEquals(7, reply.seq());
      assertEquals(State.RETURNED, reply.state());
      assertTrue(reply.changed());
      assertEquals(List.of(1_000_009), reply.began());
      assertEquals(e.getValue(), reply.outcome(e.getKey()));
    }
  }

  @Test
  void a_reply_of_every_other_state() {
    Reply blocked = Reply.read(bare(Reply.of(1, State.BLOCKED, false, List.of())));
    assertEquals(new Reply(1, State.BLOCKED, false, List.of(), blocked.line()), blocked);
    Reply callback = Reply.read(bare(Reply.callback(5, false, List.of(), 3, -1)));
    assertEquals(
        List.of(State.CALLBACK, 3, -1L),
        List.of(callback.state(), callback.of(), callback.cookie()));
    assertEquals("bad trap", Reply.read(bare(Reply.said(1, State.PANIC, "bad trap"))).text());
    assertEquals("no", Reply.read(bare(Reply.said(1, State.ERROR, "no"))).text());
    assertEquals(List.of(1, 9), Reply.read(bare(Reply.ready(1, List.of(1, 9)))).ready());
  }

  @Test
  void a_hello() {
    Declaration rich =
        new ReferenceSubject(Profile.DOCUMENTED)
            .declaration()
            .without(Feature.TRASH, "not here")
            .without(Feature.STALLS, "not over the wire")
            .withOverhead(Resource.SWAP, 2);
    for (HelloReply hello :
        List.of(
            new HelloReply("M\u00fcnchen", "1", Declaration.ofPageSize(16), 1, true),
            new HelloReply("rich", "2.0", rich, 256, false))) {
      assertEquals(hello, Reply.read(bare(Reply.hello(1, hello))).hello());
    }
  }

  /** What a child may leave out. */
  @Test
  void a_hello_that_says_no_more_than_it_must() {
    Reply reply =
        EveryLine.read(
            "{\"seq\":1,\"state\":\"returned\",\"protocol\":1,\"name\":\"n\",\"version\":\"v\","
                + "\"page_size\":\"4096\"}");
    assertEquals(new HelloReply("n", "v", Declaration.ofPageSize(4096), 1, false), reply.hello());
  }

  @Test
  void every_kind_of_call_is_here() {
    assertEquals(Call.class.getPermittedSubclasses().length, EveryLine.CALLS.size());
    JsonNode line = Reply.read(bare(Reply.of(1, State.RETURNED, false, List.of()))).line();
    assertEquals(Set.of("seq", "state"), Set.copyOf(names(line)), "no more than is needed");
  }

  private static List<String> names(JsonNode line) {
    return line.properties().stream().map(Map.Entry::getKey).toList();
  }
}
