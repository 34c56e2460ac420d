package umemtck.conformance.suite;

import umemtck.conformance.plan.Plan;
import umemtck.spec.subject.Declaration;

/**
 * The question that is being asked now: which facet, of which subject. jqwik makes the property
 * classes itself, so this is how they find the run that they belong to; one run at a time in a JVM.
 */
final class Asked {
  /** Of each facet about calls that overlap, so many plans are gone through systematically. */
  private static final int SYSTEMATIC = 5;

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
    long seed = run.seedFor(facet) + tries;
    Schedules orders =
        plans++ < SYSTEMATIC ? Schedules.systematic(plan, seed) : Schedules.drawn(plan, seed);
    for (Plan p = orders.next(); p != null && !isAnswered(); p = orders.next()) {
      orders.carriedOut(Schedules.turns(p), run.try_(facet, p, tries++));
    }
  }
}
