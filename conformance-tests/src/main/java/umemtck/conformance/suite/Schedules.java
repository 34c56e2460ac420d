package umemtck.conformance.suite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.OverlapStep.Turn;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Step;

/**
 * The orders in which one plan is carried out whose calls overlap: one thread after the other
 * first, then systematically with one turn and with two, then at random. The choices that there are
 * show only when a plan is carried out; so the next order is asked for then.
 */
final class Schedules {
  /** Turns at most that are made systematically. */
  private static final int BOUND = 2;

  /** Of the turns of a random order, one in so many choices. */
  private static final int SELDOM = 3;

  /** Orders that are made systematically of one plan, at most; and in all. */
  private static final int SYSTEMATIC = 5;

  private static final int ORDERS = 8;

  private final Plan plan;
  private final Random random;
  private final Deque<List<Turn>> next = new ArrayDeque<>();
  private final int systematic;
  private final int most;
  private int made;
  private int choices;

  /**
   * The orders of a plan.
   *
   * @param systematic how many are made systematically, at most
   * @param most how many are made in all
   */
  Schedules(Plan plan, long seed, int systematic, int most) {
    this.plan = plan;
    this.systematic = systematic;
    this.most = most;
    random = new Random(seed);
    next.add(List.of());
  }

  Schedules(Plan plan, long seed) {
    this(plan, seed, SYSTEMATIC, ORDERS);
  }

  /** Whether calls of a plan overlap. */
  static boolean overlaps(Plan plan) {
    return plan.steps().stream().anyMatch(OverlapStep.class::isInstance);
  }

  /** The plan in the next order; null if there are enough, or no other. */
  Plan next() {
    if (made >= most || (made > 0 && choices == 0)) {
      return null;
    }
    made++;
    List<Turn> turns = made <= systematic ? next.poll() : null;
    return with(plan, turns == null ? drawn() : turns);
  }

  /**
   * The plan was carried out in the order that was given last.
   *
   * @param turns that were made
   * @param of how many could go on at each choice
   */
  void carriedOut(List<Turn> turns, List<Integer> of) {
    choices = Math.max(choices, of.size());
    if (turns.size() >= BOUND || next.size() > systematic) {
      return;
    }
    int from = turns.isEmpty() ? 0 : turns.get(turns.size() - 1).at() + 1;
    List<List<Turn>> more = new ArrayList<>();
    for (int at = from; at < of.size(); at++) {
      for (int take = 1; take < of.get(at); take++) {
        List<Turn> longer = new ArrayList<>(turns);
        longer.add(new Turn(at, take));
        more.add(longer);
      }
    }
    next.addAll(more);
  }

  private List<Turn> drawn() {
    List<Turn> turns = new ArrayList<>();
    for (int at = 0; at < choices; at++) {
      if (random.nextInt(SELDOM) == 0) {
        turns.add(new Turn(at, 1 + random.nextInt(OverlapStep.THREADS - 1)));
      }
    }
    return turns;
  }

  /** The turns of a plan's calls that overlap; none if it has no such. */
  static List<Turn> turns(Plan plan) {
    for (Step s : plan.steps()) {
      if (s instanceof OverlapStep o) {
        return o.turns();
      }
    }
    return List.of();
  }

  /** The same plan with other turns. */
  static Plan with(Plan plan, List<Turn> turns) {
    return plan.with(
        plan.steps().stream().map(s -> s instanceof OverlapStep o ? o.with(turns) : s).toList());
  }
}
