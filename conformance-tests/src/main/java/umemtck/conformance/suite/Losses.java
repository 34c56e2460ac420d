package umemtck.conformance.suite;

import java.util.HashMap;
import java.util.Map;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Shrinker;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;

/**
 * What happened to the subject in a run that is no answer of the contract. Each way in which it
 * fails is shrunk once: every candidate may cost a machine.
 */
final class Losses {
  /** How many ways in which the subject fails are shrunk. */
  private static final int SHRUNK = 5;

  /** How many plans that may cost: each that fails costs a machine, perhaps a process. */
  private static final int BUDGET = 400;

  private final Bench bench;
  private final Map<String, Lost> bySymptom = new HashMap<>();

  Losses(Bench bench) {
    this.bench = bench;
  }

  /** What is to be shown of a fault; null where it is one too many. */
  Lost of(String facet, Plan plan, long seed, Trial trial) {
    Trial.Fault fault = (Trial.Fault) trial.end();
    Lost known = bySymptom.get(Lost.symptom(fault));
    if (known == null && bySymptom.size() < SHRUNK) {
      known = shortest(facet, plan, seed, trial);
      bySymptom.put(Lost.symptom(fault), known);
    }
    return known == null ? null : known.of(facet);
  }

  private Lost shortest(String facet, Plan plan, long seed, Trial trial) {
    Trial.Fault fault = (Trial.Fault) trial.end();
    Plan reached = trial.step() < 0 ? plan : plan.with(plan.steps().subList(0, trial.step() + 1));
    Lost longest = new Lost(facet, fault, reached, seed, trial);
    if (fault.hung()) {
      return longest; // Each candidate would cost the whole patience.
    }
    Plan shortest = new Shrinker(p -> isShown(fault, bench.run(p, seed)), BUDGET).shrink(reached);
    Trial again = bench.run(shortest, seed);
    return isShown(fault, again)
        ? new Lost(facet, (Trial.Fault) again.end(), shortest, seed, again)
        : longest;
  }

  private static boolean isShown(Trial.Fault fault, Trial trial) {
    return trial.end() instanceof Trial.Fault other
        && Lost.symptom(other).equals(Lost.symptom(fault));
  }
}
