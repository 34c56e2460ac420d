package umemtck.spec.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import umemtck.spec.Profile;
import umemtck.spec.Strength;

/** What holds of one clause by itself. */
final class ClauseRules {
  static final List<Rule<Node>> ALL =
      List.of(
          new Rule<>("unknown-level", ClauseRules::unknownLevel),
          new Rule<>("unknown-duty", ClauseRules::unknownDuty),
          new Rule<>("duty-not-as-stated", ClauseRules::dutyNotAsStated),
          new Rule<>("unknown-strength", ClauseRules::unknownStrength),
          new Rule<>("unknown-origin", ClauseRules::unknownOrigin),
          new Rule<>("unknown-conflict", ClauseRules::unknownConflict),
          new Rule<>("unknown-testability", ClauseRules::unknownTestability),
          new Rule<>("unknown-need", ClauseRules::unknownNeed),
          new Rule<>("missing-statement", (clause, wrong) -> missing(clause, "statement", wrong)),
          new Rule<>("missing-source", (clause, wrong) -> missing(clause, "source", wrong)),
          new Rule<>("missing-reason", (clause, wrong) -> missing(clause, "reason", wrong)));

  private static final Set<String> LEVELS = Set.of("MUST", "SHOULD", "MAY", "UNDEFINED");
  private static final Set<String> DUTIES = Set.of("implementation", "caller", "driver", "model");
  private static final Set<String> TESTABILITIES = Set.of("tested", "model-only", "untestable");
  private static final Set<String> ORIGINS = Set.of("seed", "wdd", "man", "hdr", "code", "none");
  private static final Set<String> NEEDED = Set.of("LOCK", "IOSETUP", "DEVMAP");
  private static final Pattern DUTY_PREFIX = Pattern.compile("^\\((\\w+)\\) ");
  private static final Pattern CONFLICT = Pattern.compile("K-(0[1-9]|1\\d|2[0-6])");

  private ClauseRules() {}

  private static void unknownLevel(Node clause, Consumer<String> wrong) {
    oneOf(clause, "level", LEVELS, wrong);
  }

  private static void unknownDuty(Node clause, Consumer<String> wrong) {
    oneOf(clause, "duty", DUTIES, wrong);
  }

  /** "(caller)" at the head of a statement gives the duty; without it, the implementation's. */
  private static void dutyNotAsStated(Node clause, Consumer<String> wrong) {
    Matcher prefix = DUTY_PREFIX.matcher(clause.text("statement"));
    String stated = prefix.find() ? prefix.group(1) : "implementation";
    String duty = clause.text("duty");
    if (DUTIES.contains(duty) && !duty.equals(stated)) {
      wrong.accept("the duty is '" + duty + "', but the statement says '" + stated + "'");
    }
  }

  private static void unknownStrength(Node clause, Consumer<String> wrong) {
    strengths(clause, wrong);
  }

  /** Shared with the facets: one known strength for each profile, and nothing else. */
  static void strengths(Node node, Consumer<String> wrong) {
    Map<?, ?> strength = node.map("strength");
    Set<String> profiles =
        Stream.of(Profile.values()).map(Profile::word).collect(Collectors.toSet());
    if (!strength.keySet().equals(profiles)) {
      wrong.accept("a strength is needed for each of " + profiles + ", and is " + strength);
    }
    Set<String> words =
        Stream.of(Strength.values()).map(Strength::word).collect(Collectors.toSet());
    strength.forEach(
        (profile, word) -> {
          if (!words.contains(String.valueOf(word))) {
            wrong.accept("there is no strength '" + word + "'; there are " + words);
          }
        });
  }

  /** The words may carry a remark: "man (implied)". */
  private static void unknownOrigin(Node clause, Consumer<String> wrong) {
    List<String> origins = clause.words("origin");
    if (origins.isEmpty()) {
      wrong.accept("there is no origin");
    }
    for (String origin : origins) {
      if (!ORIGINS.contains(origin.split(" ")[0])) {
        wrong.accept("there is no origin '" + origin + "'; there are " + ORIGINS);
      }
    }
  }

  private static void unknownConflict(Node clause, Consumer<String> wrong) {
    for (String conflict : clause.words("conflict")) {
      if (!CONFLICT.matcher(conflict).matches()) {
        wrong.accept("there is no conflict '" + conflict + "'; there are K-01 to K-26");
      }
    }
  }

  private static void unknownTestability(Node clause, Consumer<String> wrong) {
    oneOf(clause, "testability", TESTABILITIES, wrong);
  }

  private static void unknownNeed(Node clause, Consumer<String> wrong) {
    needs(clause, clause.text("id"), wrong);
  }

  /** Shared with the facets: locking, bufs and exports, and not from within themselves. */
  static void needs(Node node, String clauseId, Consumer<String> wrong) {
    String need = node.text("needs");
    if (node.has("needs") && !NEEDED.contains(need)) {
      wrong.accept("'" + need + "' is none of the areas that others may need, " + NEEDED);
    } else if (clauseId.startsWith(need + ".")) {
      wrong.accept("a clause does not need its own area");
    }
  }

  private static void missing(Node clause, String field, Consumer<String> wrong) {
    if (clause.text(field).isEmpty()) {
      wrong.accept("there is no " + field);
    }
  }

  private static void oneOf(Node node, String field, Set<String> known, Consumer<String> wrong) {
    String word = node.text(field);
    if (!known.contains(word)) {
      wrong.accept("there is no " + field + " '" + word + "'; there are " + known);
    }
  }
}
