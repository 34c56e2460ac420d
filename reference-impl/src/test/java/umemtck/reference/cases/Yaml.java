package umemtck.reference.cases;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as it is read here: no key twice, no classes. */
final class Yaml {
  private Yaml() {}

  /** Reads a resource of the class path. */
  static Map<String, Object> read(String resource) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream in = Yaml.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no such resource: " + resource);
      }
      return map(new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(in));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A mapping; empty where nothing is written. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object node) {
    return node == null ? Map.of() : (Map<String, Object>) node;
  }

  /** A list; empty where nothing is written. */
  static List<?> list(Object node) {
    return node == null ? List.of() : (List<?>) node;
  }

  /** A list of words; empty where nothing is written. */
  static List<String> words(Object node) {
    return list(node).stream().map(String.class::cast).toList();
  }
}
