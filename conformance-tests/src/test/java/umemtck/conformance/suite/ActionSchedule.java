package umemtck.conformance.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.conformance.plan.OverlapStep.Turn;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Choice;

/**
 * A behaviour of the steps of a specification made a schedule: at each choice that thread goes on
 * whose action comes next. A subject stalls before a step by the name of the action; what it does
 * in one step, though it is several actions of one thread, has been done by then.
 */
final class ActionSchedule {
  /** Choices at most. */
  private static final int ENOUGH = 100;

  /**
   * An action of a thread.
   *
   * @param thread of the plan, from 0
   * @param name of the action
   * @param calls whether the thread makes its call with it
   */
  record Action(int thread, String name, boolean calls) {}

  private final List<Action> actions;

  private ActionSchedule(List<Action> actions) {
    this.actions = List.copyOf(actions);
  }

  /**
   * The schedule of a behaviour.
   *
   * @param behaviour names of actions, in order
   * @param threadOf the thread of the plan that takes an action
   * @param calling the actions with which a thread makes its call
   */
  static ActionSchedule of(
      List<String> behaviour, Map<String, Integer> threadOf, Set<String> calling) {
    List<Action> actions = new ArrayList<>();
    for (String name : behaviour) {
      if (!threadOf.containsKey(name)) {
        throw new IllegalArgumentException("no thread takes " + name);
      }
      actions.add(new Action(threadOf.get(name), name, calling.contains(name)));
    }
    return new ActionSchedule(actions);
  }

  /** The plan in the order of the behaviour, as far as a subject has the same steps. */
  Plan scheduled(Plan plan, Bench bench, long seed) {
    List<Turn> turns = new ArrayList<>();
    for (int at = 0; at < ENOUGH; at++) {
      Plan now = Schedules.with(plan, turns);
      List<Choice> choices = bench.run(now, seed).choices();
      if (choices.size() <= at) {
        return now;
      }
      int take = take(choices.get(at));
      if (take > 0) {
        turns.add(new Turn(at, take));
      }
    }
    throw new IllegalStateException("more than " + ENOUGH + " choices: " + turns);
  }

  /** Whose action comes first, of those who could go on; the first if nobody's comes any more. */
  private int take(Choice choice) {
    int first = Integer.MAX_VALUE;
    int take = 0;
    for (int i = 0; i < choice.of(); i++) {
      int next = next(choice.going().get(i));
      if (next < first) {
        first = next;
        take = i;
      }
    }
    return take;
  }

  /** Where the action stands before which somebody stalls. */
  private int next(Choice.Going going) {
    for (int i = 0; i < actions.size(); i++) {
      Action a = actions.get(i);
      boolean here = going.step().isEmpty() ? a.calls() : a.name().equals(going.step());
      if (a.thread() == going.thread() && here) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }
}
