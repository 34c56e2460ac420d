package umemtck.conformance.matrix;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Why a clause is cited in no TLA+ module, or in no class of the model. Written by hand: whether
 * what a source cites is all that can be said there, no program knows.
 */
final class Holes {
  static final String FILE = "/umemtck/conformance/matrix/holes.yaml";

  private final Map<Layer, Map<String, String>> reasons = new EnumMap<>(Layer.class);

  private Holes() {}

  static Holes load() {
    return read(Resources.text(FILE));
  }

  /**
   * Reads {@code LAYER: [{why, clauses}]}.
   *
   * @throws IllegalStateException if a reason is empty, a clause has two, or a layer is none that
   *     has holes of this kind
   */
  static Holes read(String text) {
    Holes holes = new Holes();
    Resources.read(text)
        .forEach(
            (layer, groups) -> {
              for (Object group : (List<?>) groups) {
                holes.add(layer, (Map<?, ?>) group);
              }
            });
    return holes;
  }

  private void add(String word, Map<?, ?> group) {
    Layer layer =
        Layer.of(word)
            .filter(l -> l == Layer.TLA || l == Layer.MODEL)
            .orElseThrow(() -> new IllegalStateException(FILE + ": no reasons for " + word));
    String why = group.get("why") == null ? "" : group.get("why").toString().strip();
    if (why.isEmpty()) {
      throw new IllegalStateException(FILE + ": no reason: " + group);
    }
    Map<String, String> of = reasons.computeIfAbsent(layer, l -> new TreeMap<>());
    for (String clause : Resources.words(group.get("clauses"))) {
      if (of.put(clause, why) != null) {
        throw new IllegalStateException(FILE + ": two reasons for " + clause);
      }
    }
  }

  /** Why a layer has nothing of a clause. */
  Optional<String> why(Layer layer, String clause) {
    return Optional.ofNullable(of(layer).get(clause));
  }

  /** All reasons for the holes of a layer, by clause. */
  Map<String, String> of(Layer layer) {
    return reasons.getOrDefault(layer, Map.of());
  }
}
