package umemtck.conformance.suite;

import umemtck.conformance.plan.Plan;
import umemtck.spec.subject.Declaration;

/**
 * The question that is being asked now: which facet, of which subject. jqwik makes the property
 * classes itself, so this is how they find the run that they belong to; one run at a time in a JVM.
 */
final class Asked {
  /**
   * Of the plans of a facet about calls that overlap, one in so many is gone through
   * systematically, and one at least.
   */
  private static final int SYSTEMATIC = 20;

  /** How often a plan is carried out whose calls run freely: each time as the threads come. */
  static final int FREELY = 20;

  private static volatile Asked now;

  private final Run run;
  private final String facet;
  private int tries;
  private int plans;

  private Asked(Run run, String facet) {
    this.run = run;
    this.facet = facet;
  }

  static void begin(Run run, String facet) {
    now = new Asked(run, facet);
  }

  static Asked now() {
    if (now == null) {
      throw new IllegalStateException("no run is under way: properties run through umem-tck run");
    }
    return now;
  }

  Declaration declared() {
    return run.bench().declared();
  }

  /** Whether more plans would say nothing new. */
  boolean isAnswered() {
    return run.isAnswered(facet);
  }

  void hold(Plan plan) {
    if (!Schedules.overlaps(plan)) {
      run.try_(facet, plan, tries++);
      return;
    }
    if (run.bench().subject().runsFreely()) {
      for (int i = 0; i < FREELY && !isAnswered(); i++) {
        run.try_(facet, plan, tries++);
      }
      return;
    }
    long seed = run.seedFor(facet) + tries;
    Schedules orders =
        plans++ < systematic() ? Schedules.systematic(plan, seed) : Schedules.drawn(plan, seed);
    for (Plan p = orders.next(); p != null && !isAnswered(); p = orders.next()) {
      orders.carriedOut(Schedules.turns(p), run.try_(facet, p, tries++));
    }
  }

  private int systematic() {
    return Math.max(1, run.settings().tries() / SYSTEMATIC);
  }
}
