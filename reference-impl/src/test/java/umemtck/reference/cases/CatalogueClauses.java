package umemtck.reference.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import umemtck.spec.Profile;
import umemtck.spec.Strength;

/** What the table has to know of the catalogue. */
final class CatalogueClauses {
  /** Of each clause and facet, by its name. */
  private static final Map<String, Map<String, Object>> STRENGTHS = strengths();

  private CatalogueClauses() {}

  /** The clauses of some areas that are tested. */
  static Set<String> tested(List<String> areas) {
    Set<String> ids = new TreeSet<>();
    clauses(areas)
        .filter(c -> c.get("testability").equals("tested"))
        .forEach(c -> ids.add((String) c.get("id")));
    return ids;
  }

  /** How much a clause, or a facet of it, binds; nothing if there is none of that name. */
  static Optional<Strength> strength(String name, Profile profile) {
    return Optional.ofNullable(STRENGTHS.get(name))
        .map(strength -> (String) strength.get(profile.word()))
        .map(Strength::of);
  }

  private static Map<String, Map<String, Object>> strengths() {
    Map<String, Map<String, Object>> all = new HashMap<>();
    clauses(Case.AREAS)
        .forEach(
            c -> {
              all.put((String) c.get("id"), Yaml.map(c.get("strength")));
              Yaml.list(c.get("facets")).stream()
                  .map(Yaml::map)
                  .forEach(
                      f -> all.put(c.get("id") + "/" + f.get("id"), Yaml.map(f.get("strength"))));
            });
    return all;
  }

  private static Stream<Map<String, Object>> clauses(List<String> areas) {
    return areas.stream()
        .map(area -> Yaml.read("/umemtck/spec/clauses/" + area + ".yaml"))
        .flatMap(file -> Yaml.list(file.get("clauses")).stream())
        .map(Yaml::map);
  }
}
