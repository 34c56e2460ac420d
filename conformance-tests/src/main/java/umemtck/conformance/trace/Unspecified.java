package umemtck.conformance.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What no specification can say, and why: the clauses, or facets, by which the Java judge may
 * refuse an event that is a behaviour of the specification. All else is a disagreement.
 */
public final class Unspecified {
  private static final String FILE = "/umemtck/conformance/trace/unspecified.yaml";

  private final Map<String, String> reasons;

  private Unspecified(Map<String, String> reasons) {
    this.reasons = Map.copyOf(reasons);
  }

  /** The committed list. */
  public static Unspecified load() {
    try (InputStream in = Unspecified.class.getResourceAsStream(FILE)) {
      return read(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /** Nothing is left out. */
  static Unspecified nothing() {
    return new Unspecified(Map.of());
  }

  private static Unspecified read(Map<String, List<Map<String, Object>>> file) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Map<String, Object> group : file.get("unspecified")) {
      String why = ((String) group.get("why")).strip().replaceAll("\\s+", " ");
      for (Object facet : (List<?>) group.get("facets")) {
        if (why.isEmpty() || reasons.put((String) facet, why) != null) {
          throw new IllegalStateException(FILE + ": not one reason for " + facet);
        }
      }
    }
    return new Unspecified(reasons);
  }

  /** The reasons, by clause or facet. */
  public Map<String, String> reasons() {
    return reasons;
  }

  /** Why the specification cannot see what the Java judge refuses; empty if it should. */
  String why(JavaVerdict refused) {
    String facet = refused.breaches().get(0).facet();
    String clause = refused.breaches().get(0).clause();
    return reasons.getOrDefault(facet, reasons.getOrDefault(clause, ""));
  }
}
