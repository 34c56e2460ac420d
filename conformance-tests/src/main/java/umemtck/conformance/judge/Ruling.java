package umemtck.conformance.judge;

import java.util.List;
import umemtck.reference.model.Breach;

/** What the judge says of a history so far. */
public sealed interface Ruling {
  /** Some order of what was seen is right. */
  record Legal() implements Ruling {}

  /**
   * Nothing explains what was seen.
   *
   * @param breaches the clauses that forbid it, the most telling first
   */
  record Broken(List<Breach> breaches) implements Ruling {
    /** Keeps a copy. */
    public Broken {
      breaches = List.copyOf(breaches);
    }
  }

  /** The one value that is needed. */
  Ruling LEGAL = new Legal();
}
