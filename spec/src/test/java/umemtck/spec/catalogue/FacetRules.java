package umemtck.spec.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import umemtck.spec.subject.Feature;

/** What holds of a clause together with its facets. */
final class FacetRules {
  static final List<Rule<Node>> ALL =
      List.of(
          new Rule<>("tested-without-facet", FacetRules::testedWithoutFacet),
          new Rule<>("untested-with-facet", FacetRules::untestedWithFacet),
          new Rule<>("caller-charged", FacetRules::callerCharged),
          new Rule<>("facet-id-not-kebab", FacetRules::idNotKebab),
          new Rule<>("duplicate-facet", FacetRules::duplicateFacet),
          new Rule<>("facet-without-says", (c, wrong) -> missing(c, "says", wrong)),
          new Rule<>("facet-without-check", (c, wrong) -> missing(c, "check", wrong)),
          new Rule<>("facet-unknown-strength", FacetRules::unknownStrength),
          new Rule<>("facet-unknown-need", FacetRules::unknownNeed),
          new Rule<>("unknown-feature", FacetRules::unknownFeature),
          new Rule<>("situation-not-kebab", FacetRules::situationNotKebab),
          new Rule<>("must-on-absent", FacetRules::mustOnAbsent));

  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private FacetRules() {}

  private static void testedWithoutFacet(Node clause, Consumer<String> wrong) {
    if (tested(clause) && facets(clause).isEmpty()) {
      wrong.accept("the clause is tested, but it has no facet");
    }
  }

  private static void untestedWithFacet(Node clause, Consumer<String> wrong) {
    if (!tested(clause) && !facets(clause).isEmpty()) {
      wrong.accept("the clause is " + clause.text("testability") + ", but it has facets");
    }
  }

  /** A duty of the caller is never charged to the implementation; diagnosing misuse may be. */
  private static void callerCharged(Node clause, Consumer<String> wrong) {
    for (Node facet : facets(clause)) {
      if (clause.text("duty").equals("caller") && !facet.words("features").contains("CHECKED")) {
        wrong.accept("a facet of a caller duty needs CHECKED: " + facet.where());
      }
    }
  }

  private static void idNotKebab(Node clause, Consumer<String> wrong) {
    for (Node facet : facets(clause)) {
      if (!KEBAB.matcher(facet.text("id")).matches()) {
        wrong.accept("'" + facet.text("id") + "' is not lower-case-with-dashes");
      }
    }
  }

  private static void duplicateFacet(Node clause, Consumer<String> wrong) {
    Set<String> seen = new HashSet<>();
    for (Node facet : facets(clause)) {
      if (!seen.add(facet.text("id"))) {
        wrong.accept("there are two facets '" + facet.text("id") + "'");
      }
    }
  }

  private static void missing(Node clause, String field, Consumer<String> wrong) {
    for (Node facet : facets(clause)) {
      if (facet.text(field).isEmpty()) {
        wrong.accept("there is no '" + field + "': " + facet.where());
      }
    }
  }

  private static void unknownStrength(Node clause, Consumer<String> wrong) {
    facets(clause).forEach(facet -> ClauseRules.strengths(facet, wrong));
  }

  private static void unknownNeed(Node clause, Consumer<String> wrong) {
    facets(clause).forEach(facet -> ClauseRules.needs(facet, clause.text("id"), wrong));
  }

  private static void unknownFeature(Node clause, Consumer<String> wrong) {
    Set<String> known = Stream.of(Feature.values()).map(Enum::name).collect(Collectors.toSet());
    for (Node facet : facets(clause)) {
      for (String feature : facet.words("features")) {
        if (!known.contains(feature)) {
          wrong.accept("there is no feature '" + feature + "'; there are " + known);
        }
      }
    }
  }

  private static void situationNotKebab(Node clause, Consumer<String> wrong) {
    for (Node facet : facets(clause)) {
      Stream.of("situations", "records")
          .flatMap(field -> facet.words(field).stream())
          .filter(situation -> !KEBAB.matcher(situation).matches())
          .forEach(
              s -> wrong.accept("'" + s + "' is not lower-case-with-dashes: " + facet.where()));
    }
  }

  private static void mustOnAbsent(Node clause, Consumer<String> wrong) {
    for (Node facet : facets(clause)) {
      facet
          .map("strength")
          .forEach(
              (profile, strength) -> {
                if ("must".equals(strength)
                    && "absent".equals(clause.map("strength").get(profile))) {
                  wrong.accept(
                      "the clause is absent in "
                          + profile
                          + ", the facet a must: "
                          + facet.where());
                }
              });
    }
  }

  private static boolean tested(Node clause) {
    return clause.text("testability").equals("tested");
  }

  private static List<Node> facets(Node clause) {
    return clause.nodes("facets");
  }
}
