package umemtck.conformance.suite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.OverlapStep.Turn;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Step;
import umemtck.conformance.session.Choice;

/**
 * The orders in which one plan is carried out whose calls overlap: one thread after the other
 * first, then systematically with one turn and with two, then at random. The choices that there are
 * show only when a plan is carried out; so the next order is asked for then.
 */
final class Schedules {
  /** Turns at most that are made systematically. */
  private static final int BOUND = 2;

  /** Turns at most of an order that is drawn. */
  private static final int DRAWN = 3;

  /** Orders of a plan that is gone through systematically, at most. */
  private static final int SYSTEMATIC = 48;

  /** Orders of any other plan: none, and some that are drawn. */
  private static final int ORDERS = 7;

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

  static Schedules systematic(Plan plan, long seed) {
    return new Schedules(plan, seed, SYSTEMATIC, SYSTEMATIC);
  }

  /** One thread after the other, and then as is drawn. */
  static Schedules drawn(Plan plan, long seed) {
    return new Schedules(plan, seed, 1, ORDERS);
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
   * @param between whom there was a choice
   */
  void carriedOut(List<Turn> turns, List<Choice> between) {
    List<Integer> of = between.stream().map(Choice::of).toList();
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
    SortedMap<Integer, Integer> turns = new TreeMap<>();
    for (int more = 1 + random.nextInt(DRAWN); more > 0 && choices > 0; more--) {
      turns.put(random.nextInt(choices), 1 + random.nextInt(OverlapStep.THREADS - 1));
    }
    return turns.entrySet().stream().map(t -> new Turn(t.getKey(), t.getValue())).toList();
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
