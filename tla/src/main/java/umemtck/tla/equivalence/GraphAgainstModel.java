package umemtck.tla.equivalence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import umemtck.reference.model.Answer;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.tla.graph.AllocBounds;
import umemtck.tla.graph.AllocState;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.Step;
import umemtck.tla.graph.Words;

/**
 * Walks a graph with the Java model. Each step must be allowed and lead to the same state; each
 * step that is not in the graph must be forbidden; and what the caller can look at must be what the
 * state says.
 */
final class GraphAgainstModel {
  private final Graph graph;
  private final AllocBounds bounds;
  private final JavaSide java;
  private final Differences differences;
  private long forbidden;

  GraphAgainstModel(Graph graph) {
    this.graph = graph;
    this.bounds = (AllocBounds) graph.bounds();
    this.java = new JavaSide(bounds);
    this.differences = new Differences(java);
  }

  private AllocState state(int n) {
    return (AllocState) graph.states().get(n);
  }

  /** How many steps that are not in the graph were tried. */
  long forbidden() {
    return forbidden;
  }

  List<String> differences() {
    List<UmemState> reached = new ArrayList<>(Collections.nCopies(graph.states().size(), null));
    Deque<Integer> open = new ArrayDeque<>(List.of(graph.init()));
    reached.set(graph.init(), differences.reach(state(graph.init())));
    if (reached.get(graph.init()) == null) {
      return differences.all();
    }
    while (!open.isEmpty()) {
      int n = open.remove();
      UmemState from = reached.get(n);
      for (Map.Entry<Step, Integer> e : graph.steps().get(n).entrySet()) {
        int to = e.getValue();
        UmemState next = differences.step(from, e.getKey(), state(to));
        if (next != null && reached.get(to) == null) {
          reached.set(to, next);
          open.add(to);
        }
      }
      theRest(from, state(n), graph.steps().get(n));
      looks(from, state(n));
      for (UmemState hidden : java.internal(from)) {
        decided(from, hidden, state(n), graph.steps().get(n));
      }
    }
    for (int n = 0; n < reached.size(); n++) {
      if (reached.get(n) == null && differences.all().isEmpty()) {
        throw new IllegalStateException("state " + n + " of " + graph.model() + " has no way in");
      }
    }
    return differences.all();
  }

  /**
   * In Java a sleeper may take, or give up, before its return is seen. Returning at once, it must
   * do what UmemAllocWakes or UmemAllocRefused of the state before does, and nothing else.
   */
  private void decided(
      UmemState from, UmemState hidden, AllocState state, SortedMap<Step, Integer> steps) {
    boolean returns = false;
    for (Map.Entry<String, AllocState.Request> e : state.asleep().entrySet()) {
      for (Step step : java.decided(hidden, e.getKey()) ? returns(e) : List.<Step>of()) {
        if (java.take(hidden, step) instanceof Answer.Next next) {
          returns = true;
          Integer to = steps.get(step);
          AllocState got = java.project(next.state());
          if (to == null || !got.equals(state(to))) {
            differences.say(
                from,
                Words.step(step) + ", decided before it is seen",
                to == null ? "does not have it" : "goes on to " + Words.state(state(to)),
                "goes on to " + Words.state(got));
          }
        }
      }
    }
    if (!returns) {
      differences.say(from, "a sleeper has decided", "lets it return", "does not");
    }
  }

  private List<Step> returns(Map.Entry<String, AllocState.Request> sleeper) {
    String t = sleeper.getKey();
    long size = sleeper.getValue().size();
    int flag = sleeper.getValue().flag();
    List<Step> all = new ArrayList<>(List.of(Step.of("UmemAllocRefused", t, size, flag)));
    for (long cookie : bounds.cookies()) {
      all.add(Step.of("UmemAllocWakes", t, size, flag, 0, cookie));
      bounds.addresses().forEach(a -> all.add(Step.of("UmemAllocWakes", t, size, flag, a, cookie)));
    }
    return all;
  }

  /** Everything else that a caller could see from here: the specification does not have it. */
  private void theRest(UmemState from, AllocState state, SortedMap<Step, Integer> steps) {
    for (String t : bounds.threads()) {
      AllocState.Request request = state.asleep().get(t);
      if (request != null) {
        outcomes(from, steps, "UmemAllocWakes", t, request.size(), request.flag());
        continue;
      }
      for (long size : bounds.sizes()) {
        for (long flag : bounds.flags()) {
          outcomes(from, steps, "UmemAlloc", t, size, flag);
        }
      }
      for (long cookie : bounds.cookies()) {
        rest(from, steps, Step.of("UmemFree", t, cookie));
      }
      stores(from, state, t);
    }
    for (Map.Entry<Long, AllocState.Block> e : state.live().entrySet()) {
      if (e.getValue().kind() != CookieKind.TRASH) {
        rest(from, steps, Step.of("PageOut", e.getKey(), e.getValue().pages()));
      }
    }
    if (bounds.settable().contains(Resource.ADDRESS.name())) {
      Step one = Step.of("SetFree", Resource.ADDRESS, 0);
      forbidden += state.hasMemory() ? 1 : 0;
      differences.enabled(from, one, !state.hasMemory());
    }
  }

  /** Every answer to one allocation; and never a panic. */
  private void outcomes(
      UmemState from, SortedMap<Step, Integer> steps, String granted, String t, long k, long flag) {
    rest(from, steps, Step.of("UmemAllocRefused", t, k, flag));
    rest(from, steps, Step.of("UmemAllocSleeps", t, k, flag));
    for (long address = 0; address <= bounds.wordMax(); address++) {
      boolean aligned = address % bounds.pageSize() == 0;
      if (aligned && address != 0 && !bounds.addresses().contains(address)) {
        continue; // right in itself, but outside the bounds of this model
      }
      rest(from, steps, address == 0 ? null : Step.of(granted, t, k, flag, address, 0));
      for (long cookie : bounds.cookies()) {
        rest(from, steps, Step.of(granted, t, k, flag, address, cookie));
      }
    }
    Step panic = Step.of("UmemAllocRefused", t, k, flag);
    if (granted.equals("UmemAlloc") && java.panics(from, panic) instanceof Answer.Next) {
      differences.say(from, Words.step(panic) + ", but with a panic", "has no panic", "allows it");
    }
  }

  private void rest(UmemState from, SortedMap<Step, Integer> steps, Step step) {
    if (step != null && !steps.containsKey(step)) {
      forbidden++;
      differences.enabled(from, step, false);
    }
  }

  /** A store is a duty kept just inside live memory (COOKIE.valid-interval), byte by byte. */
  private void stores(UmemState from, AllocState state, String t) {
    for (long a = 0; a <= bounds.wordMax(); a++) {
      Map.Entry<Long, AllocState.Block> owner = state.at(a, bounds.pageSize());
      boolean may =
          owner != null
              && !(bounds.interrupts().contains(t)
                  && owner.getValue().kind() == CookieKind.PAGEABLE);
      forbidden += may ? 0 : 1;
      differences.enabled(from, Step.of("MemoryFill", t, a, 1, 1), may);
    }
  }

  /** What a caller can look at: every live byte, and every budget. */
  private void looks(UmemState from, AllocState state) {
    for (int a = 0; a < state.memory().length(); a++) {
      int is = Character.digit(state.memory().charAt(a), 10);
      if (state.at(a, bounds.pageSize()) == null) {
        continue;
      }
      for (int value = 0; value <= bounds.cookies().size(); value++) {
        look(from, new Call.MemoryMatches(a, 1, value), Outcome.Matched.ALL, value == is);
      }
    }
    state
        .free()
        .forEach(
            (r, n) -> {
              if (r != Resource.ADDRESS) {
                look(from, new Call.GetFree(r), new Outcome.Amount(n), true);
                if (n > 0) {
                  look(from, new Call.GetFree(r), new Outcome.Amount(n - 1), false);
                }
              }
            });
  }

  private void look(UmemState from, Call call, Outcome outcome, boolean right) {
    Answer answer = java.call(from, Context.KERNEL, call, outcome);
    if (answer instanceof Answer.Next != right) {
      differences.say(
          from,
          call + " -> " + outcome,
          right ? "has it so" : "has it otherwise",
          Words.answer(answer));
    }
  }
}
