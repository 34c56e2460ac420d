package umemtck.spec.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All rules of the catalogue, over some files of it. */
final class Lint {
  private Lint() {}

  /** The ids of all rules. */
  static List<String> rules() {
    return Stream.of(Shape.ALL, IdRules.ALL, ClauseRules.ALL, FacetRules.ALL)
        .flatMap(List::stream)
        .map(Rule::id)
        .toList();
  }

  /**
   * Looks at files. Where the shape is wrong nothing else is looked at.
   *
   * @param expected all ids that the files have to have, in their order
   */
  static List<Finding> over(List<CatalogueFile> files, List<String> expected) {
    List<Finding> findings = new ArrayList<>();
    for (CatalogueFile file : files) {
      Shape.ALL.forEach(rule -> rule.apply(file, file.area() + ".yaml", findings::add));
    }
    if (findings.stream().anyMatch(finding -> finding.rule().equals("wrong-shape"))) {
      return findings;
    }
    IdRules ids = new IdRules(files, expected);
    IdRules.ALL.forEach(rule -> rule.apply(ids, "catalogue", findings::add));
    for (CatalogueFile file : files) {
      for (Node clause : file.clauses()) {
        ClauseRules.ALL.forEach(rule -> rule.apply(clause, clause.where(), findings::add));
        FacetRules.ALL.forEach(rule -> rule.apply(clause, clause.where(), findings::add));
      }
    }
    return findings;
  }
}
