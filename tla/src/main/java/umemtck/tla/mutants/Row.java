package umemtck.tla.mutants;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of one mutant.
 *
 * @param id MODULE/Operator/n-kind
 * @param before the text that was edited
 * @param after what stood there instead
 * @param verdict {@code killed}, {@code survives}, {@code undecided}, {@code does not parse} or
 *     {@code not run}
 * @param sees the layers that notice it, each with the model by which and what that says
 * @param misses the layers of which every model was asked, and that do not
 * @param partly the layers that do not notice it in the models that were asked, once another layer
 *     had killed it: the smallest, and the one whose graph is another
 * @param notAsked the layers that were not asked, once another had killed it; nothing is known of
 *     them
 */
public record Row(
    String id,
    String before,
    String after,
    String verdict,
    Map<String, String> sees,
    List<String> misses,
    List<String> partly,
    List<String> notAsked) {
  static final String KILLED = "killed";
  static final String SURVIVES = "survives";
  static final String UNDECIDED = "undecided";
  static final String DOES_NOT_PARSE = "does not parse";
  static final String NOT_RUN = "not run";

  /** Keeps copies. */
  public Row {
    sees = new TreeMap<>(sees);
    misses = List.copyOf(misses);
    partly = List.copyOf(partly);
    notAsked = List.copyOf(notAsked);
  }

  /** Of a mutant of which nothing is known. */
  static Row without(Mutant m, String verdict) {
    return new Row(
        m.id(), m.before(), m.after(), verdict, Map.of(), List.of(), List.of(), List.of());
  }

  /**
   * Of a mutant that was asked about.
   *
   * @param whole whether all that could be asked of it was
   */
  static Row of(Mutant m, Map<Layer, Sight> sights, boolean whole) {
    Map<String, String> sees = new TreeMap<>();
    List<String> misses = new ArrayList<>();
    List<String> partly = new ArrayList<>();
    List<String> notAsked = new ArrayList<>();
    boolean killed = false;
    for (Layer layer : Layer.values()) {
      Sight sight = sights.get(layer);
      if (sight == null) {
        notAsked.add(layer.word());
      } else if (sight.saw()) {
        sees.put(layer.word(), sight.model() + ": " + sight.what());
        killed |= layer.kills();
      } else {
        (sight.whole() ? misses : partly).add(layer.word());
      }
    }
    String verdict = killed ? KILLED : whole ? SURVIVES : UNDECIDED;
    return new Row(m.id(), m.before(), m.after(), verdict, sees, misses, partly, notAsked);
  }

  /** Whether it is a row of this mutant, as it is now. */
  boolean isOf(Mutant m) {
    return id.equals(m.id()) && before.equals(m.before()) && after.equals(m.after());
  }

  /** Whether nothing kills it. */
  @JsonIgnore
  boolean survives() {
    return verdict.equals(SURVIVES);
  }
}
