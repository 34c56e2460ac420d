package umemtck.conformance.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import umemtck.conformance.catalogue.Catalogue;

/** The shipped list of who cites what is what the sources say. */
final class CitationsTest {
  private static final Path FILE = Path.of("src", "main", "resources" + Citations.FILE);
  private static final String HEAD =
      """
      # Which TLA+ modules and which classes of the Java model cite a clause. Made from their sources
      # by CitationsTest: -Dumemtck.golden.write=true writes it anew; read the difference.
      """;

  private final Map<String, Set<String>> modules =
      Sources.citing(Path.of("..", "tla", "src", "main", "tla"), ".tla");
  private final Map<String, Set<String>> classes =
      Sources.citing(
          Path.of("..", "reference-impl", "src/main/java/umemtck/reference/model"), ".java");

  @Test
  void the_list_is_that_of_the_sources() throws IOException {
    String now = text();
    if (Boolean.getBoolean("umemtck.golden.write")) {
      Files.writeString(FILE, now, StandardCharsets.UTF_8);
    }
    assertEquals(
        "",
        String.join("\n", difference(Files.readString(FILE, StandardCharsets.UTF_8), now)),
        FILE + ": lines that go (-) and come (+); write it anew with -Dumemtck.golden.write=true");
  }

  @Test
  void what_is_cited_is_in_the_catalogue() {
    Set<String> unknown = new TreeSet<>(modules.keySet());
    unknown.addAll(classes.keySet());
    Catalogue.load().clauses().forEach(c -> unknown.remove(c.id()));
    assertEquals(Set.of(), unknown, "clauses that are cited, and that there are not");
  }

  @Test
  void an_id_ends_where_it_ends() {
    String text = "(* UNLOCK.deferred: later; \"UNLOCK.deferred-fifo/order\", ACCT.* K-05. *)";
    assertEquals(List.of("UNLOCK.deferred", "UNLOCK.deferred-fifo"), Sources.ids(text));
  }

  private String text() {
    StringBuilder text = new StringBuilder(HEAD);
    Catalogue.load().clauses().stream()
        .map(c -> c.id())
        .filter(id -> modules.containsKey(id) || classes.containsKey(id))
        .forEach(
            id -> {
              text.append(id).append(":\n");
              line(text, Layer.TLA, modules.get(id));
              line(text, Layer.MODEL, classes.get(id));
            });
    return text.toString();
  }

  private static void line(StringBuilder text, Layer layer, Set<String> names) {
    if (names != null) {
      String list = String.join(", ", names);
      text.append("  ").append(layer.word()).append(": [").append(list).append("]\n");
    }
  }

  /** The lines that one of the two lacks, each below its clause. */
  private static List<String> difference(String before, String now) {
    Set<String> old = lines(before);
    Set<String> present = lines(now);
    List<String> difference = new ArrayList<>();
    Stream.concat(old.stream(), present.stream())
        .distinct()
        .sorted()
        .filter(l -> old.contains(l) != present.contains(l))
        .forEach(l -> difference.add((old.contains(l) ? "- " : "+ ") + l));
    return difference;
  }

  private static Set<String> lines(String text) {
    Set<String> lines = new TreeSet<>();
    String clause = "";
    for (String line : text.lines().toList()) {
      clause = line.startsWith(" ") ? clause : line;
      lines.add(line.startsWith(" ") ? clause + line : line);
    }
    return lines;
  }
}
