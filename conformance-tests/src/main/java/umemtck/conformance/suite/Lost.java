package umemtck.conformance.suite;

import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Trial;

/**
 * A crash, a hang or a fault of the adapter, with the shortest plan that shows it.
 *
 * @param facet that was asked
 * @param fault what happened
 * @param plan shortest found
 * @param seed of the machine
 * @param trial what was seen when the plan was carried out
 */
public record Lost(String facet, Trial.Fault fault, Plan plan, long seed, Trial trial)
    implements Shown {

  /** The same, where another facet was asked. */
  Lost of(String other) {
    return new Lost(other, fault, plan, seed, trial);
  }

  /** What happened, without the numbers: they may be others each time. */
  static String symptom(Trial.Fault fault) {
    return fault.text().replaceAll("0x[0-9a-f]+|[0-9]+", "#");
  }
}
