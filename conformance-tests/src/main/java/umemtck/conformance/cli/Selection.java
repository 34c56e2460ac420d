package umemtck.conformance.cli;

import java.util.List;
import java.util.function.Predicate;
import umemtck.conformance.UserError;
import umemtck.conformance.catalogue.Catalogue;

/** What is asked: {@code --only} and {@code --skip}, by clause or by area; and the tours. */
final class Selection {
  private Selection() {}

  /** The word for the tours: they ask no clause of their own, and may break any. */
  static final String TOUR = "tour";

  /** Whether the graphs are walked: always, unless only something else is wanted. */
  static boolean tours(List<String> only, List<String> skip) {
    return (only.isEmpty() || only.contains(TOUR)) && !skip.contains(TOUR);
  }

  static Predicate<String> of(List<String> only, List<String> skip, Catalogue catalogue) {
    only.forEach(word -> check("--only", word, catalogue));
    skip.forEach(word -> check("--skip", word, catalogue));
    return id -> (only.isEmpty() || names(only, id)) && !names(skip, id);
  }

  private static boolean names(List<String> words, String id) {
    return words.contains(id) || words.contains(id.substring(0, id.indexOf('.')));
  }

  private static void check(String option, String word, Catalogue catalogue) {
    if (!word.equals(TOUR) && !Catalogue.AREAS.contains(word) && catalogue.clause(word).isEmpty()) {
      throw UserError.usage(
          option + " " + word + ": there is no such clause or area.",
          "umem-tck clauses lists them; " + Nearest.to(word, catalogue));
    }
  }
}
