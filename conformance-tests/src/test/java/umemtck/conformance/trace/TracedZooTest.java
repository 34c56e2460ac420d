package umemtck.conformance.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import umemtck.conformance.protocol.TraceHead;
import umemtck.conformance.trace.MachineVerdict.Together;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;

/**
 * A recorded run of a faulty subject is refused by the specification too, at the event where the
 * sin shows; the list says of which sins it has no words.
 */
class TracedZooTest {
  private static final Set<String> AREAS =
      Set.of("ALLOC", "FREE", "COOKIE", "LOCK", "UNLOCK", "LOCKMEM", "ACCT");

  @TempDir private Path dir;

  /** What the specification says of the sins: of those that it refuses, nothing. */
  @Test
  void the_specification_refuses_each_sin_that_it_has_words_for() throws Exception {
    Map<TraceHead, List<Sinner>> groups = new LinkedHashMap<>();
    Map<String, String> said = new TreeMap<>();
    for (Resident r : sinners()) {
      Sinner sinner = Sinner.seen(r);
      if (sinner.machines().isEmpty()) {
        said.put(r.name(), "does not show");
      } else {
        groups.computeIfAbsent(sinner.group(), h -> new ArrayList<>()).add(sinner);
      }
    }
    for (Map.Entry<TraceHead, List<Sinner>> group : groups.entrySet()) {
      said.putAll(judged(group.getKey(), group.getValue()));
    }
    assertEquals(lines(unspecified()), lines(said));
  }

  private static String lines(Map<String, String> said) {
    return said.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static List<Resident> sinners() {
    return Zoo.residents().stream()
        .filter(r -> !Zoo.sinsInOverlaps(r)) // Such machines are not recorded.
        .filter(r -> r.sin().filter(s -> AREAS.contains(s.split("\\.")[0])).isPresent())
        .toList();
  }

  /** One trace for all who declare the same. */
  private Map<String, String> judged(TraceHead head, List<Sinner> sinners) throws Exception {
    Path file = Files.createTempFile(dir, "group", ".ndjson");
    List<String> names = new ArrayList<>();
    try (TraceWriter to = TraceWriter.open(file, head)) {
      for (Sinner s : sinners) {
        s.machines().forEach(to::machine);
        s.machines().forEach(m -> names.add(s.name()));
      }
    }
    Map<String, TreeSet<Together>> by = new TreeMap<>();
    for (MachineVerdict m : TwoJudges.judge(file, Traces.fork(), dir).machines()) {
      by.computeIfAbsent(names.get(m.number() - 1), n -> new TreeSet<>()).add(m.together());
    }
    Map<String, String> said = new TreeMap<>();
    by.forEach(
        (name, all) -> {
          if (all.contains(Together.DISAGREE) || all.contains(Together.ACCEPTED)) {
            said.put(name, all.toString());
          } else if (!all.contains(Together.REFUSED)) {
            said.put(name, "Java alone");
          }
        });
    return said;
  }

  /** The committed list. */
  private static Map<String, String> unspecified() throws IOException {
    Map<String, String> names = new TreeMap<>();
    try (InputStream in =
        TracedZooTest.class.getResourceAsStream(
            "/umemtck/conformance/trace/unspecified-sins.yaml")) {
      Map<String, List<Map<String, Object>>> file =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      for (Map<String, Object> group : file.get("unspecified")) {
        assertFalse(group.get("why").toString().isBlank());
        boolean judged = (Boolean) group.getOrDefault("judged", true);
        for (Object sin : (List<?>) group.get("sins")) {
          assertNull(names.put(sin.toString(), judged ? "Java alone" : "does not show"));
        }
      }
    }
    return names;
  }
}
