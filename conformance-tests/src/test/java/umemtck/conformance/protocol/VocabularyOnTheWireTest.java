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

/** The vocabulary, the page, the schemas and what is written have the same ops and fields. */
final class VocabularyOnTheWireTest {
  private static final Path PAGE = Path.of("docs", "protocol.md");

  @Test
  void the_ops_are_those_of_the_vocabulary() {
    Map<String, String> written = new TreeMap<>();
    EveryLine.CALLS.keySet().forEach(c -> written.put(c.getClass().getSimpleName(), op(c)));
    assertEquals(vocabulary(), written);
    EveryLine.CALLS.keySet().forEach(c -> assertEquals(c.op(), op(c)));
  }

  private static String op(Call call) {
    return fields(new Request(1, 0, new Make(1, Context.USER, call)).line()).get("op").asText();
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
          byte[] request = new Request(1, 0, new Make(1, Context.USER, call)).line();
          byte[] reply = Reply.returned(1, false, List.of(), call, outcome);
          written.put(
              call.op(), List.of(names(request, "seq", "op"), names(reply, "seq", "state")));
        });
    assertEquals(new TreeMap<>(written), new TreeMap<>(page));
  }

  @Test
  void the_schemas_ask_for_just_these_fields() {
    EveryLine.CALLS.forEach(
        (call, outcome) -> {
          byte[] request = new Request(1, 0, new Make(1, Context.USER, call)).line();
          byte[] reply = Reply.returned(1, false, List.of(), call, outcome);
          assertEquals(names(request), texts(ProtocolSchemas.request(call.op()).get("required")));
          assertEquals(
              names(reply, "seq", "state"),
              texts(ProtocolSchemas.answer(call.op()).path("required")));
        });
  }

  /** The rows of the page's table of calls: arguments, and fields of the reply. */
  private static Map<String, List<Set<String>>> table() {
    Map<String, List<Set<String>>> rows = new TreeMap<>();
    for (String line : lines()) {
      String[] cells = line.split("(?<!\\\\)\\|", -1);
      if (cells.length == 5 && rows.containsKey("") && line.startsWith("| `")) {
        for (String op : coded(cells[1])) {
          rows.put(op, List.of(coded(cells[2]), coded(cells[3])));
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

  private static Set<String> coded(String cell) {
    Set<String> words = new TreeSet<>();
    Matcher m = Pattern.compile("`([a-z_]+)`").matcher(cell);
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
