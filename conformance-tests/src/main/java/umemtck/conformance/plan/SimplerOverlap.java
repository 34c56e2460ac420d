package umemtck.conformance.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import umemtck.conformance.plan.OverlapStep.Turn;

/** What would be simpler than calls that overlap: fewer threads, fewer calls, fewer turns. */
final class SimplerOverlap {
  private SimplerOverlap() {}

  static List<OverlapStep> than(OverlapStep step) {
    List<OverlapStep> simpler = new ArrayList<>();
    for (int t = step.threads().size() - 1; t >= 0; t--) {
      simpler.add(without(step, t));
    }
    for (int t = step.threads().size() - 1; t >= 0; t--) {
      List<Step> calls = step.threads().get(t);
      for (int c = calls.size() - 1; c >= 0; c--) {
        int gone = c;
        simpler.add(changed(step, t, list -> list.remove(gone)));
      }
    }
    for (int i = step.turns().size() - 1; i >= 0; i--) {
      List<Turn> fewer = new ArrayList<>(step.turns());
      fewer.remove(i);
      simpler.add(step.with(fewer));
    }
    for (int i = 0; i < step.turns().size(); i++) {
      Turn turn = step.turns().get(i);
      if (turn.take() > 1) {
        List<Turn> others = new ArrayList<>(step.turns());
        others.set(i, new Turn(turn.at(), 1));
        simpler.add(step.with(others));
      }
    }
    calls(step, simpler);
    return simpler;
  }

  private static void calls(OverlapStep step, List<OverlapStep> simpler) {
    for (int t = 0; t < step.threads().size(); t++) {
      List<Step> calls = step.threads().get(t);
      for (int c = 0; c < calls.size(); c++) {
        int at = c;
        for (Step s : Simpler.than(calls.get(c))) {
          simpler.add(changed(step, t, list -> list.set(at, s)));
        }
      }
    }
  }

  private static OverlapStep without(OverlapStep step, int thread) {
    List<List<Step>> fewer = new ArrayList<>(step.threads());
    fewer.remove(thread);
    return new OverlapStep(fewer, step.turns());
  }

  private interface Change {
    void of(List<Step> calls);
  }

  private static OverlapStep changed(OverlapStep step, int thread, Change change) {
    List<List<Step>> threads = new ArrayList<>(step.threads());
    List<Step> calls = new ArrayList<>(threads.get(thread));
    change.of(calls);
    threads.set(thread, calls);
    if (calls.isEmpty()) {
      threads.remove(thread);
    }
    return new OverlapStep(threads, step.turns());
  }

  /** The same with each of its calls changed. */
  static OverlapStep each(OverlapStep step, UnaryOperator<Step> change) {
    return new OverlapStep(
        step.threads().stream().map(calls -> calls.stream().map(change).toList()).toList(),
        step.turns());
  }

  /** A plan in which no calls overlap: one thread after the other. */
  static Plan unfolded(Plan plan) {
    List<Step> steps = new ArrayList<>();
    for (Step s : plan.steps()) {
      if (s instanceof OverlapStep o) {
        o.threads().forEach(steps::addAll);
      } else {
        steps.add(s);
      }
    }
    return plan.with(steps);
  }
}
