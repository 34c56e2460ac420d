package umemtck.conformance.tour;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Step;
import umemtck.conformance.session.Guide;
import umemtck.spec.ddi.Event;
import umemtck.tla.graph.Edge;

/**
 * One machine's way through a graph: it goes to the nearest edge that was not taken, asks for it,
 * and follows what the subject did.
 */
final class Walk implements Guide {
  /** Steps of a plan after which a fresh machine is booted: a plan that fails must be shrunk. */
  private static final int LONGEST = 400;

  private final Cover cover;
  private final Phrases phrases;
  private final Deque<Edge> way = new ArrayDeque<>();
  private final Deque<Step> asked = new ArrayDeque<>();
  private final Set<Edge> once = new HashSet<>();
  private final Set<Edge> inVain = new HashSet<>();
  private int state;
  private int steps;
  private Edge wanted;
  private boolean met;
  private boolean heard;
  private String lost;

  Walk(Cover cover, Phrases phrases) {
    this.cover = cover;
    this.phrases = phrases;
    state = cover.edges().graph().init();
  }

  @Override
  public Plan opening() {
    return phrases.opening();
  }

  @Override
  public Step next(List<Event> seen) {
    if (wanted != null) {
      seen.forEach(e -> follow(phrases.hear(e)));
      follow(phrases.silence());
    }
    while (lost == null && asked.isEmpty()) {
      answered();
      if (steps >= LONGEST || !choose()) {
        return null;
      }
    }
    steps++;
    return lost == null ? asked.remove() : missed();
  }

  /** The subject does what the graph does not have: nobody knows where it is. */
  private Step missed() {
    cover.missed(wanted, lost);
    return null;
  }

  /** The edge that was asked for last; null before the first. */
  Edge wanted() {
    return wanted;
  }

  /** What was asked for has been answered: was it what was wanted? */
  private void answered() {
    if (wanted == null || met) {
      return;
    }
    way.clear();
    if (!once.add(wanted)) {
      inVain.add(wanted); // Once more on another machine, if at all: it may have another past.
    }
    cover.missed(
        wanted,
        heard
            ? "the subject answers otherwise in this state"
            : "the call is not made in this state");
  }

  /** Decides what is asked for next; false if there is nothing that this machine leads to. */
  private boolean choose() {
    if (!way.isEmpty() && way.peek().from() != state) {
      way.clear(); // More was seen than was asked for.
    }
    if (way.isEmpty()) {
      way.addAll(cover.wayToOpen(state, inVain));
    }
    if (way.isEmpty()) {
      return false;
    }
    wanted = way.remove();
    met = false;
    heard = false;
    asked.addAll(phrases.ask(wanted));
    return true;
  }

  private void follow(List<Said> all) {
    for (Said said : all) {
      heard = true;
      List<Edge> taken = lost == null ? best(state, said.edges()) : List.of();
      if (taken.isEmpty()) {
        lost = "the subject answers what the model does not have in this state";
        return;
      }
      said.taken().accept(taken);
      taken.forEach(cover::took);
      met |= taken.contains(wanted);
      state = taken.get(taken.size() - 1).to();
    }
  }

  /** The row of edges that was asked for, or else the one with most that were not taken. */
  private List<Edge> best(int from, List<Predicate<Edge>> wantedRow) {
    List<Edge> best = List.of();
    int most = -1;
    for (List<Edge> row : rows(from, wantedRow)) {
      int worth = row.contains(wanted) ? 1_000 : (int) row.stream().filter(cover::open).count();
      if (worth > most) {
        most = worth;
        best = row;
      }
    }
    return best;
  }

  private List<List<Edge>> rows(int from, List<Predicate<Edge>> row) {
    List<List<Edge>> all = new ArrayList<>();
    for (Edge e : cover.edges().from(from)) {
      if (!row.get(0).test(e)) {
        continue;
      }
      if (row.size() == 1) {
        all.add(List.of(e));
        continue;
      }
      for (List<Edge> rest : rows(e.to(), row.subList(1, row.size()))) {
        List<Edge> whole = new ArrayList<>(List.of(e));
        whole.addAll(rest);
        all.add(whole);
      }
    }
    return all;
  }
}
