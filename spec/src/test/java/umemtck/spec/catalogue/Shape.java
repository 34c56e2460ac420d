package umemtck.spec.catalogue;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Which fields there are, and of which kind. All other rules rely on it. */
final class Shape {
  static final List<Rule<CatalogueFile>> ALL =
      List.of(
          new Rule<>("wrong-shape", Shape::wrongShape),
          new Rule<>("unknown-field", Shape::unknownField));

  private static final Map<String, Class<?>> FILE =
      Map.of("area", String.class, "title", String.class, "clauses", List.class);

  private static final Map<String, Class<?>> CLAUSE =
      Map.ofEntries(
          Map.entry("id", String.class),
          Map.entry("level", String.class),
          Map.entry("duty", String.class),
          Map.entry("strength", Map.class),
          Map.entry("statement", String.class),
          Map.entry("source", String.class),
          Map.entry("origin", List.class),
          Map.entry("conflict", List.class),
          Map.entry("note", String.class),
          Map.entry("testability", String.class),
          Map.entry("reason", String.class),
          Map.entry("needs", String.class),
          Map.entry("facets", List.class));

  private static final Map<String, Class<?>> FACET =
      Map.of(
          "id", String.class,
          "says", String.class,
          "strength", Map.class,
          "features", List.class,
          "situations", List.class,
          "records", List.class,
          "needs", String.class,
          "check", String.class);

  private Shape() {}

  private static void wrongShape(CatalogueFile file, Consumer<String> wrong) {
    walk(
        file,
        (where, known, field, value) -> {
          Class<?> kind = known.get(field);
          if (kind != null && !kind.isInstance(value)) {
            wrong.accept(where + " '" + field + "' has to be a " + kind.getSimpleName());
          }
        },
        wrong);
  }

  private static void unknownField(CatalogueFile file, Consumer<String> wrong) {
    walk(
        file,
        (where, known, field, value) -> {
          if (!known.containsKey(field)) {
            wrong.accept(where + " there is no field '" + field + "'; there are " + known.keySet());
          }
        },
        text -> {});
  }

  private interface Visitor {
    void field(String where, Map<String, Class<?>> known, String field, Object value);
  }

  private static void walk(CatalogueFile file, Visitor visitor, Consumer<String> noMapping) {
    Object clauses = mapping("file", file.root(), FILE, "clauses", visitor, noMapping);
    for (Object clause : listed(clauses)) {
      Object facets = mapping("clause", clause, CLAUSE, "facets", visitor, noMapping);
      for (Object facet : listed(facets)) {
        mapping("facet", facet, FACET, "", visitor, noMapping);
      }
    }
  }

  /** Visits the fields of one mapping and gives what stands under {@code inner}. */
  private static Object mapping(
      String what,
      Object value,
      Map<String, Class<?>> known,
      String inner,
      Visitor visitor,
      Consumer<String> noMapping) {
    if (!(value instanceof Map<?, ?> fields)) {
      noMapping.accept("a " + what + " has to be a mapping, but is " + value);
      return null;
    }
    String where = what + " " + fields.get("id") + ":";
    fields.forEach((field, at) -> visitor.field(where, known, String.valueOf(field), at));
    if (what.equals("file") && !fields.containsKey(inner)) {
      noMapping.accept("a file has to have '" + inner + "'");
    }
    return fields.get(inner);
  }

  private static List<?> listed(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
