package umemtck.tla;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** The actions that the vocabulary names. */
final class Vocabulary {
  /** Actions of calls that are not yet records of the vocabulary, with their rows to come. */
  static final Set<String> TO_COME =
      Set.of(
          "DevmapUmemSetup",
          "DevmapUmemSetupRefused",
          "DevmapUmemRemap",
          "DevmapUmemRemapRefused",
          "DevmapMprotect",
          "DevmapMprotectRefused",
          "Fork",
          "UserFill",
          "UserFaults");

  private Vocabulary() {}

  /** By the name of the call. */
  @SuppressWarnings("unchecked")
  static Map<String, List<String>> actions() throws IOException {
    try (InputStream in = Vocabulary.class.getResourceAsStream("/umemtck/spec/vocabulary.yaml")) {
      Map<String, List<Map<String, Object>>> yaml = new Yaml().load(in);
      Map<String, List<String>> all = new LinkedHashMap<>();
      for (Map<String, Object> row : yaml.get("vocabulary")) {
        all.put((String) row.get("name"), (List<String>) row.get("actions"));
      }
      return all;
    }
  }
}
