package umemtck.spec.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The lint can fail. A fixture says in its first comments which rules it breaks ({@code # expect:
 * none} for the sound one that the others are made from) and which ids it should have.
 */
class LintFixturesTest {
  private static final String AREA = "FREE";

  @TestFactory
  Stream<DynamicTest> every_fixture_breaks_what_it_says_and_nothing_else() throws IOException {
    return fixtures().stream()
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path.getFileName().toString(), () -> assertEquals(expected(path), seen(path))));
  }

  @Test
  void every_rule_has_a_fixture() throws IOException {
    Set<String> broken = new TreeSet<>();
    for (Path path : fixtures()) {
      broken.addAll(expected(path));
    }
    assertEquals(new TreeSet<>(Lint.rules()), broken);
  }

  private static Set<String> seen(Path path) throws IOException {
    CatalogueFile file = CatalogueFile.read(AREA, Files.readString(path));
    Set<String> rules = new TreeSet<>();
    Lint.over(List.of(file), header(path, "ids")).forEach(finding -> rules.add(finding.rule()));
    return rules;
  }

  private static Set<String> expected(Path path) throws IOException {
    Set<String> rules = new TreeSet<>(header(path, "expect"));
    rules.remove("none");
    return rules;
  }

  private static List<String> header(Path path, String name) throws IOException {
    String start = "# " + name + ": ";
    String line =
        Files.readAllLines(path).stream()
            .filter(each -> each.startsWith(start))
            .findFirst()
            .orElseThrow(() -> new AssertionError(path + " has no line '" + start + "'"));
    return List.of(line.substring(start.length()).split(" "));
  }

  private static List<Path> fixtures() throws IOException {
    return Catalogue.listed(Catalogue.resource("/lint/sound.yaml").getParent());
  }
}
