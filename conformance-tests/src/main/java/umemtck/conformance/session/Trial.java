package umemtck.conformance.session;

import java.util.List;
import java.util.Set;
import umemtck.conformance.judge.Situation;
import umemtck.reference.model.Breach;
import umemtck.reference.model.Orders.OrderStep;
import umemtck.spec.ddi.History;

/**
 * One plan carried out on one machine.
 *
 * @param history all that was seen
 * @param end how it ended
 * @param situations what the history contained
 * @param calls how many calls into the DDI were judged
 * @param step which step of the plan was under way at the end, from 0; -1 before and behind them
 * @param choices between whom there was a choice while calls overlapped, in order
 */
public record Trial(
    History history,
    End end,
    Set<Situation> situations,
    int calls,
    int step,
    List<Choice> choices) {
  /** Without calls that overlapped. */
  public Trial(History history, End end, Set<Situation> situations, int calls, int step) {
    this(history, end, situations, calls, step, List.of());
  }

  /** How a trial ended. */
  public sealed interface End {}

  /** Everything was right to the end. */
  public record Sound() implements End {}

  /**
   * The contract was broken; the last event of the history shows it.
   *
   * @param breaches by which clauses, the most telling first
   * @param order of calls that overlapped, the longest legal order of their steps; empty if no
   *     calls overlapped, or it broke otherwise
   */
  public record Broken(List<Breach> breaches, List<OrderStep> order) implements End {
    /** Keeps copies. */
    public Broken {
      breaches = List.copyOf(breaches);
      order = List.copyOf(order);
    }

    /** Not by calls that overlapped. */
    public Broken(List<Breach> breaches) {
      this(breaches, List.of());
    }
  }

  /**
   * The adapter, or the subject outside the contract, failed: nothing can be concluded.
   *
   * @param text what happened
   * @param hung whether it had to be ended from outside
   */
  public record Fault(String text, boolean hung) implements End {}

  /** Keeps copies. */
  public Trial {
    situations = Set.copyOf(situations);
    choices = List.copyOf(choices);
  }
}
