package umemtck.conformance.suite;

import java.util.EnumSet;
import java.util.Set;
import umemtck.conformance.judge.Situation;

/** What is known of one facet so far. Used by one thread. */
final class FacetRecord {
  /** Whether all its plans were carried out, or as many as were wanted. */
  boolean asked;

  int tries;
  int exercised;
  int cutShort;
  String cutShortBy;

  /** How often the subject failed in a try, and what is to be said, and shown, of it. */
  int faults;

  String fault;
  Lost lost;
  Finding finding;
  Finding noted;

  /** A facet that does not bind, and that was not met in a try of this one; else null. */
  String unmet;

  /** In plans that put the facet to the test, and held. */
  final Set<Situation> seen = EnumSet.noneOf(Situation.class);
}
