package umemtck.conformance.matrix;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which sources cite a clause. They are not shipped, so the list of who cites what is; a test holds
 * it to the sources.
 */
final class Citations {
  static final String FILE = "/umemtck/conformance/matrix/layers.yaml";

  private Citations() {}

  /** Of a layer, TLA+ or model: who cites a clause. */
  static Map<String, List<String>> of(Layer layer) {
    Map<String, List<String>> by = new TreeMap<>();
    Resources.read(Resources.text(FILE))
        .forEach(
            (clause, of) -> {
              Object names = ((Map<?, ?>) of).get(layer.word());
              if (names != null) {
                by.put(clause, Resources.words(names));
              }
            });
    return by;
  }
}
