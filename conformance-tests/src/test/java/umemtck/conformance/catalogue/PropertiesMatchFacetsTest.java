package umemtck.conformance.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import umemtck.conformance.judge.Situation;
import umemtck.conformance.suite.Asks;
import umemtck.conformance.suite.Suite;

/** What the catalogue says is tested, is tested: once, and by nothing that it does not know. */
final class PropertiesMatchFacetsTest {
  private static final Catalogue CATALOGUE = Catalogue.load();

  @Test
  void each_facet_is_asked_by_one_property_and_no_property_asks_another() {
    assertEquals(
        testable().map(Facet::id).sorted().toList(),
        asked(),
        "facets in the catalogue (left), @Asks of the property classes (right)");
  }

  @Test
  void each_situation_is_needed_or_recorded_by_a_facet() {
    TreeSet<String> needed = new TreeSet<>();
    CATALOGUE.facets().forEach(f -> f.situations().forEach(s -> needed.add(s.word())));
    CATALOGUE.facets().forEach(f -> f.records().forEach(s -> needed.add(s.word())));
    TreeSet<String> watched = new TreeSet<>();
    Stream.of(Situation.values()).forEach(s -> watched.add(s.word()));
    assertEquals(
        needed, watched, "situations in the catalogue (left), that the judge knows (right)");
  }

  @Test
  void each_facet_that_is_asked_names_a_situation() {
    assertEquals(
        List.of(), testable().filter(f -> f.situations().isEmpty()).map(Facet::id).toList());
  }

  private static Stream<Facet> testable() {
    return CATALOGUE.clauses().stream().filter(Clause::tested).flatMap(c -> c.facets().stream());
  }

  private static List<String> asked() {
    return Suite.PROPERTIES.stream()
        .flatMap(c -> Stream.of(c.getDeclaredMethods()))
        .filter(m -> m.isAnnotationPresent(Asks.class))
        .map(m -> m.getAnnotation(Asks.class).value())
        .sorted()
        .toList();
  }
}
