package umemtck.conformance.cli;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Clause;

/** Guesses which clause was meant. */
final class Nearest {
  private Nearest() {}

  static String to(String word, Catalogue catalogue) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String wanted = word.toLowerCase(Locale.ROOT);
    return Stream.concat(Catalogue.AREAS.stream(), catalogue.clauses().stream().map(Clause::id))
        .min(Comparator.comparingInt(id -> distance.apply(wanted, id.toLowerCase(Locale.ROOT))))
        .map(id -> "the nearest is " + id + ".")
        .orElse("");
  }
}
