package umemtck.spec.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the clauses that a text names, and says which of them there are not. */
final class NamedClauses {
  /**
   * AREA.kebab-id, perhaps with /facet. Not a method call on a constant ({@code LOCK.lock()}), not
   * a member ({@code Area.FREE.title}), not a family ("the LOCK clauses that start with flags-*").
   */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\w.])((?:ALLOC|FREE|COOKIE|LOCK|UNLOCK|ACCT|LOCKMEM|IOSETUP|DEVMAP|REMAP|SHARED)"
              + "\\.([a-z][a-z0-9]*+(?:-[a-z0-9]++)*+))(?:/([a-z][a-z0-9]*+(?:-[a-z0-9]++)*+))?+"
              + "(?![\\w(-])");

  /** A catalogue file is no clause. */
  private static final Set<String> SUFFIXES = Set.of("yaml", "json", "java", "tla", "cfg", "md");

  private final Set<String> clauses = new HashSet<>();
  private final Set<String> facets = new HashSet<>();

  NamedClauses(List<CatalogueFile> catalogue) {
    for (CatalogueFile file : catalogue) {
      for (Node clause : file.clauses()) {
        clauses.add(clause.text("id"));
        clause.nodes("facets").forEach(facet -> facets.add(facet.where()));
      }
    }
  }

  /** All names in a text, in their order, with the facet where one is named. */
  static List<String> in(String text) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      if (!SUFFIXES.contains(matcher.group(2))) {
        names.add(matcher.group());
      }
    }
    return names;
  }

  /** Whether the catalogue has this clause, or this facet. */
  boolean knows(String name) {
    return name.contains("/") ? facets.contains(name) : clauses.contains(name);
  }
}
