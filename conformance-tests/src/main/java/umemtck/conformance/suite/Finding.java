package umemtck.conformance.suite;

import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Trial;
import umemtck.reference.model.Breach;

/**
 * A breach of the contract, with the shortest plan that shows it.
 *
 * @param breach what the judge says
 * @param plan shortest found
 * @param seed of the machine
 * @param trial what was seen when the plan was carried out
 * @param again whether it was broken again when the plan was carried out once more
 */
public record Finding(Breach breach, Plan plan, long seed, Trial trial, boolean again)
    implements Shown {
  @Override
  public String facet() {
    return breach.facet();
  }
}
