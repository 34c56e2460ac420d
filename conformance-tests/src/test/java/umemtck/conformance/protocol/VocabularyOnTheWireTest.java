package umemtck.conformance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import umemtck.conformance.protocol.Request.Make;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;

/** The vocabulary, the page, the schemas and what is written have the same ops and fields. */
final class VocabularyOnTheWireTest {
  private static final Path PAGE = Path.of("docs", "protocol.md");
  private static final Pattern PLAIN = Pattern.compile("`([a-z_]+)`");
  private static final Pattern BRACKETED = Pattern.compile("`\\[([a-z_0-9]+)\\]`");

  @Test
  void the_ops_are_those_of_the_vocabulary() {
    Map<String, String> written = new TreeMap<>();
    EveryLine.CALLS.keySet().forEach(c -> written.put(c.getClass().getSimpleName(), op(c)));
    assertEquals(vocabulary(), written);
    EveryLine.CALLS.keySet().forEach(c -> assertEquals(c.op(), op(c)));
  }

  private static String op(Call call) {
    return fields(request(call)).get("op").asText();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> vocabulary() {
    try (InputStream yaml = Call.class.getResourceAsStream("/umemtck/spec/vocabulary.yaml")) {
      Map<String, List<Map<String, Object>>> root = new Yaml().load(yaml);
      Map<String, String> ops = new TreeMap<>();
      root.get("vocabulary").forEach(r -> ops.put((String) r.get("record"), (String) r.get("op")));
      return ops;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_page_has_each_op_with_its_arguments_and_the_fields_of_its_reply() {
    Map<String, List<Set<String>>> page = table();
    Map<String, List<Set<String>>> written = new LinkedHashMap<>();
    EveryLine.CALLS.forEach(
        (call, outcome) -> {
          written.put(
              call.op(),
              List.of(
                  names(request(call), "seq", "op"), names(reply(call, outcome), "seq", "state")));
        });
    assertEquals(new TreeMap<>(written), new TreeMap<>(page));
  }

  /** In brackets are, on the page, fields that are not always there. */
  @Test
  void the_page_has_the_fields_that_are_not_always_there() {
    Set<String> page = new TreeSet<>();
    lines().forEach(line -> page.addAll(coded(line, BRACKETED)));
    Set<String> written = new TreeSet<>();
    EveryLine.FULLER.forEach(e -> written.addAll(more(e)));
    assertEquals(written, page);
  }

  @Test
  void the_schemas_ask_for_just_these_fields() {
    EveryLine.CALLS.forEach(
        (call, outcome) -> {
          assertEquals(
              names(request(call)), texts(ProtocolSchemas.request(call.op()).get("required")));
          assertEquals(
              names(reply(call, outcome), "seq", "state"),
              texts(ProtocolSchemas.needed(call.op())));
        });
  }

  @Test
  void the_schemas_know_just_these_fields() {
    Map<String, Set<String>> written = new TreeMap<>();
    EveryLine.all()
        .forEach(
            e ->
                written
                    .computeIfAbsent(
                        e.getKey().op(), op -> new TreeSet<>(Set.of("by", "context", "thread")))
                    .addAll(names(request(e.getKey()))));
    written.forEach(
        (op, fields) ->
            assertEquals(fields, keys(ProtocolSchemas.request(op).get("properties")), op));
  }

  /** What a fuller form has that the least one has not. */
  private static Set<String> more(Map.Entry<Call, Outcome.Returned> fuller) {
    Set<String> more = new TreeSet<>(names(request(fuller.getKey()), "seq", "op"));
    more.addAll(names(reply(fuller.getKey(), fuller.getValue()), "seq", "state"));
    EveryLine.CALLS.forEach(
        (call, outcome) -> {
          if (call.op().equals(fuller.getKey().op())) {
            more.removeAll(names(request(call)));
            more.removeAll(names(reply(call, outcome)));
          }
        });
    return more;
  }

  private static byte[] request(Call call) {
    return new Request(1, 0, new Make(1, Context.USER, call)).line();
  }

  private static byte[] reply(Call call, Outcome outcome) {
    return Reply.returned(1, false, List.of(), call, outcome);
  }

  /** The rows of the page's table of calls: arguments, and fields of the reply. */
  private static Map<String, List<Set<String>>> table() {
    Map<String, List<Set<String>>> rows = new TreeMap<>();
    for (String line : lines()) {
      String[] cells = line.split("(?<!\\\\)\\|", -1);
      if (cells.length == 5 && rows.containsKey("") && line.startsWith("| `")) {
        for (String op : coded(cells[1], PLAIN)) {
          rows.put(op, List.of(coded(cells[2], PLAIN), coded(cells[3], PLAIN)));
        }
      } else if (line.startsWith("| op | arguments |")) {
        rows.put("", List.of());
      } else if (!line.startsWith("|") && rows.size() > 1) {
        break;
      }
    }
    rows.remove("");
    return rows;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> coded(String cell, Pattern how) {
    Set<String> words = new TreeSet<>();
    Matcher m = how.matcher(cell);
    while (m.find()) {
      words.add(m.group(1));
    }
    return words;
  }

  private static Set<String> names(byte[] line, String... but) {
    Set<String> names = new TreeSet<>();
    fields(line).fieldNames().forEachRemaining(names::add);
    names.removeAll(List.of(but));
    return names;
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new TreeSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static Set<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.asText()));
    return new TreeSet<>(texts);
  }

  private static JsonNode fields(byte[] line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
