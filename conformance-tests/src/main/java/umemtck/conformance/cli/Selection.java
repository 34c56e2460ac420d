package umemtck.conformance.cli;

import java.util.List;
import java.util.function.Predicate;
import umemtck.conformance.UserError;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Facet;

/**
 * What is asked: {@code --only} and {@code --skip}, by clause, by area, or {@code concurrent} for
 * whatever is about calls that overlap; and the tours.
 */
final class Selection {
  /** The word for every facet about calls that overlap, in whichever area. */
  static final String CONCURRENT = "concurrent";

  private Selection() {}

  /** The word for the tours: they ask no clause of their own, and may break any. */
  static final String TOUR = "tour";

  /** Whether the graphs are walked: always, unless only something else is wanted. */
  static boolean tours(List<String> only, List<String> skip) {
    return (only.isEmpty() || only.contains(TOUR)) && !skip.contains(TOUR);
  }

  static Predicate<Facet> of(List<String> only, List<String> skip, Catalogue catalogue) {
    only.forEach(word -> check("--only", word, catalogue));
    skip.forEach(word -> check("--skip", word, catalogue));
    return f -> (only.isEmpty() || names(only, f)) && !names(skip, f);
  }

  private static boolean names(List<String> words, Facet f) {
    String id = f.clause();
    return words.contains(id)
        || words.contains(id.substring(0, id.indexOf('.')))
        || (words.contains(CONCURRENT) && f.isOfOverlaps());
  }

  private static void check(String option, String word, Catalogue catalogue) {
    boolean special = word.equals(CONCURRENT) || word.equals(TOUR);
    if (!special && !Catalogue.AREAS.contains(word) && catalogue.clause(word).isEmpty()) {
      throw UserError.usage(
          option + " " + word + ": there is no such clause or area.",
          "umem-tck clauses lists them; " + Nearest.to(word, catalogue));
    }
  }
}
