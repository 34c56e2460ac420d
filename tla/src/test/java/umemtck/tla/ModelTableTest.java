package umemtck.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of models is read strictly, and leaves nothing of the specification out. */
class ModelTableTest {
  private static final Path SPEC = Path.of("src/main/tla");
  private static final List<String> AREAS =
      List.of(
          "ALLOC", "FREE", "COOKIE", "LOCK", "UNLOCK", "ACCT", "LOCKMEM", "IOSETUP", "DEVMAP",
          "REMAP", "SHARED");
  private final ModelTable table = ModelTable.load();

  private static ModelTable read(String row) throws IOException {
    String json = "{\"modules\": [\"Umem\"], \"graphs\": [], \"models\": [" + row + "]}";
    return ModelTable.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"name\":\"ci/A\",\"module\":\"M\",\"expect\":\"pass\",\"checked\":[\"I\"]}",
        "{\"name\":\"ci/A\",\"module\":\"M\",\"expect\":\"pass\",\"checked\":[],"
            + "\"generated\":1,\"distinct\":1}",
        "{\"name\":\"ci/A\",\"module\":\"M\",\"expect\":\"\",\"checked\":[\"I\"]}",
        "{\"name\":\"must-fail/A\",\"module\":\"M\",\"expect\":\"fail\",\"checked\":[\"I\"]}",
        "{\"name\":\"must-fail/A\",\"module\":\"M\",\"expect\":\"fail\",\"breaks\":\"invariant\","
            + "\"checked\":[\"I\",\"J\"]}",
        "{\"name\":\"ci/A\",\"module\":\"M\",\"expect\":\"pass\",\"checked\":[\"I\"],"
            + "\"generated\":1,\"distinct\":1,\"note\":\"?\"}",
        "{\"name\":\"ci/A\",\"module\":\"M\",\"expect\":\"pass\",\"checked\":[\"I\"],"
            + "\"generated\":1,\"distinct\":1},"
            + "{\"name\":\"ci/A\",\"module\":\"M\",\"expect\":\"pass\",\"checked\":[\"I\"],"
            + "\"generated\":1,\"distinct\":1}"
      })
  void refusesRowsThatProveNothing(String row) {
    assertThrows(IOException.class, () -> read(row));
  }

  @Test
  void everyCfgHasARowAndEveryRowACfg() throws IOException {
    try (Stream<Path> files = Files.walk(SPEC)) {
      Set<String> cfgs =
          files
              .map(f -> SPEC.relativize(f).toString().replace('\\', '/'))
              .filter(f -> f.endsWith(".cfg") && !f.startsWith("trace/"))
              .map(f -> f.substring(0, f.length() - 4))
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> rows =
          table.models().stream()
              .map(Expectation::name)
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(cfgs, rows);
    }
  }

  @Test
  void everyModuleIsInTheTable() throws IOException {
    try (Stream<Path> files = Files.list(SPEC)) {
      Set<String> modules =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".tla"))
              .map(f -> f.substring(0, f.length() - 4))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(modules, new TreeSet<>(table.modules()));
    }
  }

  @Test
  void everySinHasAModelThatMustFail() throws IOException {
    Set<String> committed = new TreeSet<>();
    for (Expectation m : table.models()) {
      Matcher sins =
          Pattern.compile("Sins = \\{\"(\\w+)\"}")
              .matcher(Files.readString(SPEC.resolve(m.name() + ".cfg")));
      if (sins.find()) {
        committed.add(sins.group(1));
        assertEquals("must-fail", m.folder(), () -> m.name() + " sins, and is expected to pass");
      }
    }
    Set<String> possible = new TreeSet<>();
    for (String module : table.modules()) {
      Matcher sins =
          Pattern.compile("\"(\\w+)\" \\\\(?:not)?in Sins")
              .matcher(Files.readString(SPEC.resolve(module + ".tla")));
      while (sins.find()) {
        possible.add(sins.group(1));
      }
    }
    assertEquals(possible, committed);
    assertTrue(committed.size() >= 12);
  }

  /** TypeOK says what the variables are; all else is a promise, and can be broken. */
  @Test
  void everyPropertyIsCaughtFailing() {
    Set<String> promised = new TreeSet<>();
    Set<String> broken = new TreeSet<>();
    for (Expectation m : table.models()) {
      // MCRounding has assumptions only; what is in reach promises nothing.
      if (!m.module().equals("MCRounding") && !m.folder().equals("reach")) {
        (m.mustPass() ? promised : broken).addAll(m.checked());
      }
    }
    promised.remove("TypeOK");
    assertEquals(promised, broken);
  }

  @Test
  void everyLivenessModelHasAProofThatItsAntecedentIsReached() {
    for (Expectation m : table.models()) {
      if (m.folder().equals("live")) {
        assertEquals("fail", table.model("reach/" + m.title()).expect());
      }
    }
  }

  @Test
  void everyClauseCitedIsOfTheCatalogue() throws IOException {
    StringBuilder catalogue = new StringBuilder();
    for (String area : AREAS) {
      try (InputStream in =
          getClass().getResourceAsStream("/umemtck/spec/clauses/" + area + ".yaml")) {
        catalogue.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    Set<String> cited = new TreeSet<>();
    for (String module : table.modules()) {
      Matcher ids =
          Pattern.compile("\\b(?:" + String.join("|", AREAS) + ")\\.[a-z0-9-]+")
              .matcher(Files.readString(SPEC.resolve(module + ".tla")));
      while (ids.find()) {
        cited.add(ids.group());
      }
    }
    assertTrue(cited.size() >= 70, () -> "only " + cited);
    for (String id : cited) {
      assertTrue(catalogue.indexOf("- id: " + id + "\n") >= 0, () -> "no clause " + id);
    }
  }

  @Test
  void modulesAreShort() throws IOException {
    for (String module : table.modules()) {
      assertTrue(
          Files.readAllLines(SPEC.resolve(module + ".tla")).size() <= 150,
          () -> module + " has more than 150 lines");
    }
  }
}
