package umemtck.reference.cases;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which clauses the catalogue wants tested with allocation, freeing and cookies alone. */
final class CatalogueClauses {
  private CatalogueClauses() {}

  static Set<String> testedHere() {
    Set<String> ids = new TreeSet<>();
    for (String area : new String[] {"ALLOC", "FREE", "COOKIE"}) {
      Map<String, Object> file = Yaml.read("/umemtck/spec/clauses/" + area + ".yaml");
      for (Object node : Yaml.list(file.get("clauses"))) {
        Map<String, Object> clause = Yaml.map(node);
        if (clause.get("testability").equals("tested") && !clause.containsKey("needs")) {
          ids.add((String) clause.get("id"));
        }
      }
    }
    return ids;
  }
}
