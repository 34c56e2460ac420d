package umemtck.conformance.plan;

import java.util.Random;
import umemtck.spec.subject.Declaration;

/** Makes plans about bufs, with a leaning. Each recipe can make any step. */
public enum BufRecipe {
  /** A bit of everything; most requests are right. */
  GENERAL(20, 20, 5),
  /** Requests that are wrong, and at every edge. */
  ERRORS(75, 15, 3),
  /** Memory for bufs is short. */
  SHORTAGE(10, 10, 30);

  private final int errors;
  private final int contexts;
  private final int faults;

  BufRecipe(int errors, int contexts, int faults) {
    this.errors = errors;
    this.contexts = contexts;
    this.faults = faults;
  }

  /** Makes a plan for a subject; the same randomness gives the same plan. */
  public Plan plan(Random random, Declaration declared) {
    return new BufCook(random, declared, errors, contexts, faults).plan();
  }
}
