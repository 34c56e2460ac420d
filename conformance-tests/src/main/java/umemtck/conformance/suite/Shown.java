package umemtck.conformance.suite;

import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Trial;

/** What a plan shows of a subject when it is carried out: it can be seen again. */
public sealed interface Shown permits Finding, Lost {
  /** What it is about. */
  String facet();

  /** The shortest plan found that shows it. */
  Plan plan();

  /** Seed of the machine. */
  long seed();

  /** What was seen when the plan was carried out. */
  Trial trial();
}
