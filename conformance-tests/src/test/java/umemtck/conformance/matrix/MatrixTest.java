package umemtck.conformance.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Clause;

/** Every clause is in every layer, or there is a reason why it is not; and no reason is stale. */
final class MatrixTest {
  private static final String CLAUSE = "ALLOC.round-up";
  private static final String HOLE = "ALLOC.suspend";

  private final Map<Layer, Map<String, List<String>>> has = Matrix.asItIs();

  @Test
  void no_hole_is_without_a_reason() {
    assertEquals(List.of(), unexplained(Holes.load()));
  }

  @Test
  void no_reason_is_without_a_hole() {
    assertEquals(List.of(), stale(Holes.load()));
  }

  @ParameterizedTest
  @EnumSource
  void a_clause_that_a_layer_loses_is_found(Layer layer) {
    List<String> before = unexplained(Holes.load());
    has.put(layer, new TreeMap<>(has.get(layer)));
    has.get(layer).remove(CLAUSE);
    List<String> found = new ArrayList<>(unexplained(Holes.load()));
    found.removeAll(before);
    assertEquals(List.of(CLAUSE + " in " + layer.word()), found);
  }

  @Test
  void a_reason_that_is_taken_away_is_missed() {
    String none = "TLA+: []\nmodel: []\n";
    List<String> found = unexplained(Holes.read(none));
    assertTrue(found.contains(HOLE + " in TLA+") && found.contains(HOLE + " in model"), "" + found);
  }

  @ParameterizedTest
  @ValueSource(strings = {CLAUSE, "ALLOC" + ".roundup"})
  void a_reason_for_what_is_cited_or_is_no_clause_is_stale(String id) {
    Holes holes = Holes.read("model: [{why: none, clauses: [" + id + ", " + HOLE + "]}]");
    assertEquals(List.of(id + " in model"), stale(holes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zoo: [{why: none, clauses: [ALLOC.suspend]}]",
        "modle: [{why: none, clauses: [ALLOC.suspend]}]",
        "model: [{clauses: [ALLOC.suspend]}]",
        "model: [{why: ' ', clauses: [ALLOC.suspend]}]",
        "model: [{why: none, clauses: [ALLOC.suspend, ALLOC.suspend]}]",
      })
  void a_reason_is_one_and_is_given_where_it_is_asked_for(String text) {
    assertThrows(IllegalStateException.class, () -> Holes.read(text));
  }

  /** What the catalogue says is the reason where tests do not decide, and where nothing binds. */
  @Test
  void the_catalogue_has_the_other_reasons() {
    assertTrue(why("SHARED.unknown-model", Layer.KERNEL).startsWith("model-only: No application"));
    assertTrue(why("COOKIE.opaque", Layer.PROPERTIES).startsWith("untestable: A duty"));
    assertTrue(why("UNLOCK.deferred-fifo", Layer.ZOO).startsWith("It binds in no profile"));
  }

  @Test
  void the_kernel_of_a_profile_is_judged_on_what_it_offers() {
    assertEquals(List.of("documented", "illumos"), cell(CLAUSE, Layer.KERNEL).names());
    assertEquals(List.of("illumos"), cell("ACCT.zone-limit", Layer.KERNEL).names());
  }

  private List<String> unexplained(Holes holes) {
    Matrix matrix = new Matrix(has, holes);
    List<String> found = new ArrayList<>();
    for (Clause c : Catalogue.load().clauses()) {
      for (Layer layer : Layer.values()) {
        if (matrix.cell(c, layer).isUnexplained()) {
          found.add(c.id() + " in " + layer.word());
        }
      }
    }
    return found;
  }

  /** Reasons for the hole of a clause that is there, or that is none. */
  private List<String> stale(Holes holes) {
    List<String> found = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      for (String id : holes.of(layer).keySet()) {
        boolean known = Catalogue.load().clause(id).isPresent();
        if (!known || has.get(layer).containsKey(id)) {
          found.add(id + " in " + layer.word());
        }
      }
    }
    return found;
  }

  private Cell cell(String id, Layer layer) {
    return Matrix.load().cell(Catalogue.load().clause(id).orElseThrow(), layer);
  }

  private String why(String id, Layer layer) {
    return cell(id, layer).why().orElseThrow();
  }
}
