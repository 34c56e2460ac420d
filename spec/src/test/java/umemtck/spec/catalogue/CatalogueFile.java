package umemtck.spec.catalogue;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One file of the catalogue as it was read.
 *
 * @param area what the file's name says: ALLOC of {@code ALLOC.yaml}
 * @param root the whole document; checked by {@link Shape}
 */
record CatalogueFile(String area, Object root) {

  /**
   * Reads YAML.
   *
   * @throws org.yaml.snakeyaml.error.YAMLException if it is no YAML, or a field is said twice
   */
  static CatalogueFile read(String area, String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new CatalogueFile(area, new Yaml(new SafeConstructor(options)).load(yaml));
  }

  String declaredArea() {
    return String.valueOf(((Map<?, ?>) root).get("area"));
  }

  List<Node> clauses() {
    List<?> clauses = (List<?>) ((Map<?, ?>) root).get("clauses");
    return clauses.stream().map(clause -> Node.of("", clause)).toList();
  }
}
