package umemtck.conformance.matrix;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a clause can be found beside the catalogue. */
public enum Layer {
  /** The modules of the specification that cite it. */
  TLA("TLA+"),
  /** The classes of the Java model that cite it. */
  MODEL("model"),
  /** The profiles in which the reference kernel is judged on it. */
  KERNEL("kernel"),
  /** The properties that ask about a facet of it. */
  PROPERTIES("properties"),
  /** The residents of the zoo whose sin it is. */
  ZOO("zoo");

  private final String word;

  Layer(String word) {
    this.word = word;
  }

  /** Its name in files and in a sentence. */
  public String word() {
    return word;
  }

  /** Its name over a column. */
  public String heading() {
    return word.toUpperCase(Locale.ROOT);
  }

  /** The layer of a name. */
  static Optional<Layer> of(String word) {
    return Arrays.stream(values()).filter(l -> l.word.equals(word)).findFirst();
  }
}
