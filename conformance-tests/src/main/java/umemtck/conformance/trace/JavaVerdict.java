package umemtck.conformance.trace;

import java.util.List;
import umemtck.reference.model.Breach;

/**
 * What the Java judge says of one machine.
 *
 * @param kind what
 * @param event the number of the event that shows it, from 0; meaningless of one that is accepted
 * @param judged how many events a specification has something to say of
 * @param breaches the clauses that forbid it, the most telling first
 */
public record JavaVerdict(Kind kind, int event, int judged, List<Breach> breaches) {
  /** What a judge can say. */
  public enum Kind {
    /** Every event is explained, as far as there is something to be judged. */
    ACCEPTED,
    /** Nothing explains an event. */
    REFUSED,
    /** The caller broke a duty: from there on the contract says nothing. */
    DUTY
  }

  /** Keeps a copy. */
  public JavaVerdict {
    breaches = List.copyOf(breaches);
  }

  /** Whether every event is explained. */
  public boolean accepted() {
    return kind == Kind.ACCEPTED;
  }
}
