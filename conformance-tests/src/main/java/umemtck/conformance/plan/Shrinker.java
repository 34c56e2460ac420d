package umemtck.conformance.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import umemtck.spec.ddi.Resource;

/**
 * Makes a plan that fails shorter and simpler, as long as it fails. Counts the plans that it tries,
 * never seconds; so the same plan shrinks to the same plan on any machine.
 */
public final class Shrinker {
  /** How many plans one shrinking tries at most. */
  public static final int BUDGET = 4_000;

  private final UnaryOperator<Plan> fails;
  private int budget;
  private Plan taken;

  /**
   * A shrinker.
   *
   * @param fails whether a plan, run on a fresh machine, still fails
   */
  public Shrinker(Predicate<Plan> fails) {
    this(fails, BUDGET);
  }

  /** The same, that tries at most so many plans. */
  public Shrinker(Predicate<Plan> fails, int budget) {
    this(itself(fails), budget);
  }

  /**
   * The same, where a plan may fail only if its calls overlap in another order.
   *
   * @param fails the plan in an order in which it still fails; null if there is none
   */
  public static Shrinker inAnyOrder(UnaryOperator<Plan> fails) {
    return new Shrinker(fails, BUDGET);
  }

  private Shrinker(UnaryOperator<Plan> fails, int budget) {
    this.fails = fails;
    this.budget = budget;
  }

  private static UnaryOperator<Plan> itself(Predicate<Plan> fails) {
    return plan -> fails.test(plan) ? plan : null;
  }

  /** The shortest and simplest plan found from one that fails. */
  public Plan shrink(Plan plan) {
    Plan best = dropChunks(unfold(plan));
    Plan before;
    do {
      before = best;
      best = dropTuples(best, 1);
      best = dropTuples(best, 2);
      best = dropProcesses(best);
      best = simplify(setLess(best));
      if (best.equals(before)) {
        best = dropTuples(best, 3);
      }
    } while (!best.equals(before) && budget > 0);
    return best;
  }

  /** What fails though no calls overlap, fails for another reason. */
  private Plan unfold(Plan plan) {
    Plan candidate = SimplerOverlap.unfolded(plan);
    return !candidate.equals(plan) && stillFails(candidate) ? taken : plan;
  }

  private boolean stillFails(Plan candidate) {
    taken = budget-- > 0 ? fails.apply(candidate) : null;
    return taken != null;
  }

  /**
   * What is short at the start and does not matter costs steps: whoever needs seven cookies where
   * six are free has to free one first.
   */
  private Plan setLess(Plan plan) {
    Plan best = plan;
    for (Resource r : plan.free().keySet()) {
      Map<Resource, Long> fewer = new TreeMap<>(best.free());
      fewer.remove(r);
      Plan candidate = new Plan(fewer, best.misuse(), best.steps());
      if (stillFails(candidate)) {
        best = taken;
      }
    }
    return best;
  }

  /** Whole stretches first, halving them: a long plan gets short in a few tries. */
  private Plan dropChunks(Plan plan) {
    Plan best = plan;
    for (int chunk = Math.max(1, best.steps().size() / 2); chunk >= 2; chunk /= 2) {
      for (int at = Math.max(0, best.steps().size() - chunk); at >= 0; at -= chunk) {
        if (at + chunk <= best.steps().size()) {
          List<Step> fewer = new ArrayList<>(best.steps());
          fewer.subList(at, at + chunk).clear();
          Plan candidate = best.with(fewer);
          if (stillFails(candidate)) {
            best = taken;
          }
        }
      }
    }
    return best;
  }

  /** Any one, two or three steps: what only fails to matter together goes together. */
  private Plan dropTuples(Plan plan, int count) {
    Plan best = plan;
    int[] at = last(best.steps().size(), count);
    while (at != null && budget > 0) {
      List<Step> fewer = new ArrayList<>(best.steps());
      for (int i = count - 1; i >= 0; i--) {
        fewer.remove(at[i]);
      }
      Plan candidate = best.with(fewer);
      if (stillFails(candidate)) {
        best = taken;
        at = last(best.steps().size(), count);
      } else {
        at = previous(at);
      }
    }
    return best;
  }

  private Plan dropProcesses(Plan plan) {
    for (Plan candidate : OneProcessLess.than(plan)) {
      if (stillFails(candidate)) {
        return dropProcesses(taken);
      }
    }
    return plan;
  }

  private static int[] last(int size, int count) {
    if (size < count) {
      return null;
    }
    int[] at = new int[count];
    for (int i = 0; i < count; i++) {
      at[i] = size - count + i;
    }
    return at;
  }

  /** The combination before this one; null after the first. */
  private static int[] previous(int[] at) {
    for (int i = 0; i < at.length; i++) {
      if (at[i] > (i == 0 ? 0 : at[i - 1] + 1)) {
        int[] next = at.clone();
        next[i]--;
        for (int j = i - 1; j >= 0; j--) {
          next[j] = next[j + 1] - 1;
        }
        return next;
      }
    }
    return null;
  }

  private Plan simplify(Plan plan) {
    Plan best = plan;
    for (int i = 0; i < best.steps().size(); i++) {
      for (Step simpler : Simpler.than(best.steps().get(i))) {
        List<Step> steps = new ArrayList<>(best.steps());
        steps.set(i, simpler);
        Plan candidate = best.with(steps);
        if (stillFails(candidate)) {
          best = taken;
          break;
        }
      }
    }
    return best;
  }
}
