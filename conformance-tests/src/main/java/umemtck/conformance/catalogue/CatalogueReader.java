package umemtck.conformance.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import umemtck.conformance.judge.Situation;
import umemtck.spec.Profile;
import umemtck.spec.Strength;
import umemtck.spec.subject.Feature;

/** Reads the catalogue's files. Their form is held by the lint, so this only converts. */
final class CatalogueReader {
  private CatalogueReader() {}

  static Catalogue read() {
    List<Clause> all = new ArrayList<>();
    for (String area : Catalogue.AREAS) {
      for (Map<String, Object> c : list(file(area), "clauses")) {
        all.add(clause(c));
      }
    }
    return new Catalogue(all);
  }

  private static Map<String, Object> file(String area) {
    String name = "/umemtck/spec/clauses/" + area + ".yaml";
    try (InputStream in = Profile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("not found");
      }
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static Clause clause(Map<String, Object> c) {
    String id = text(c, "id");
    List<Facet> facets = new ArrayList<>();
    for (Map<String, Object> f : list(c, "facets")) {
      facets.add(facet(id, f));
    }
    return new Clause(
        id,
        text(c, "level"),
        text(c, "duty"),
        strength(c),
        text(c, "statement"),
        // The catalogue calls the section that the project began with "seed"; a reader does not.
        text(c, "source").replaceAll("\\bseed\\b", "Writing Device Drivers"),
        words(c, "conflict"),
        maybe(c, "note"),
        text(c, "testability"),
        text(c, "reason"),
        maybe(c, "needs"),
        List.copyOf(facets));
  }

  private static Facet facet(String clause, Map<String, Object> f) {
    return new Facet(
        clause,
        text(f, "id"),
        text(f, "says"),
        strength(f),
        words(f, "features").stream().map(Feature::valueOf).toList(),
        situations(f, "situations"),
        situations(f, "records"),
        maybe(f, "needs"),
        text(f, "check"));
  }

  private static List<Situation> situations(Map<String, Object> f, String key) {
    return words(f, key).stream()
        .map(s -> Situation.valueOf(s.toUpperCase(Locale.ROOT).replace('-', '_')))
        .toList();
  }

  private static Map<Profile, Strength> strength(Map<String, Object> of) {
    Map<Profile, Strength> strength = new EnumMap<>(Profile.class);
    ((Map<?, ?>) of.get("strength"))
        .forEach(
            (profile, s) ->
                strength.put(Profile.of(profile.toString()), Strength.of(s.toString())));
    return strength;
  }

  private static String text(Map<String, Object> of, String key) {
    return maybe(of, key).orElseThrow(() -> new IllegalStateException("no " + key + " in " + of));
  }

  private static Optional<String> maybe(Map<String, Object> of, String key) {
    return Optional.ofNullable(of.get(key)).map(v -> v.toString().strip());
  }

  private static List<String> words(Map<String, Object> of, String key) {
    return of.get(key) instanceof List<?> l ? l.stream().map(Object::toString).toList() : List.of();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> of, String key) {
    return (List<Map<String, Object>>) of.getOrDefault(key, List.of());
  }
}
