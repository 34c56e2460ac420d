package umemtck.conformance.tour;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
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
  private final List<Edge> wanted = new ArrayList<>();
  private final Deque<Step> asked = new ArrayDeque<>();
  private final BitSet once = new BitSet();
  private final BitSet inVain = new BitSet();
  private List<Edge> last = List.of();
  private int state;
  private int steps;
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
    seen.forEach(e -> follow(phrases.hear(e)));
    follow(phrases.silence());
    while (lost == null && asked.isEmpty()) {
      answered();
      if (steps >= LONGEST || !choose()) {
        return null;
      }
    }
    if (lost != null) {
      // Nobody knows where the machine is; and what was asked for is no sure way to anywhere.
      (wanted.isEmpty() ? last : wanted).forEach(e -> cover.missed(e, lost));
      return null;
    }
    steps++;
    return asked.remove();
  }

  /** What was asked for last; empty before the first. */
  List<Edge> wanted() {
    return wanted;
  }

  /** What was asked for has been answered: was it what was wanted? */
  private void answered() {
    String reason =
        heard
            ? "the subject answers otherwise in this state"
            : "the call is not made in this state";
    if (!wanted.isEmpty()) {
      way.clear();
      wanted.forEach(e -> missed(e, reason));
    } else if (!way.isEmpty() && way.peek().from() != state) {
      // More was seen than was asked for.
      missed(way.peekLast(), "the subject goes on by itself before this can be asked");
      way.clear();
    }
  }

  private void missed(Edge e, String reason) {
    if (once.get(e.n())) {
      inVain.set(e.n()); // Once more on another machine, if at all: it may have another past.
    }
    once.set(e.n());
    cover.missed(e, reason);
  }

  /** Decides what is asked for next; false if there is nothing that this machine leads to. */
  private boolean choose() {
    if (way.isEmpty()) {
      way.addAll(cover.wayToOpen(state, inVain));
    }
    if (way.isEmpty()) {
      return false;
    }
    wanted.clear();
    heard = false;
    int atOnce = phrases.atOnce(List.copyOf(way));
    for (int i = 0; i < atOnce; i++) {
      wanted.add(way.remove());
    }
    last = List.copyOf(wanted);
    asked.addAll(phrases.ask(last));
    return true;
  }

  private void follow(List<Said> all) {
    for (Said said : all) {
      heard = true;
      List<Edge> taken = lost == null ? best(said) : List.of();
      if (taken.isEmpty()) {
        lost = "the subject answers what the model does not have in this state";
        return;
      }
      said.taken().accept(taken);
      taken.forEach(cover::took);
      wanted.removeAll(taken);
      state = taken.get(taken.size() - 1).to();
    }
  }

  /** The row of edges that was asked for, or else the one with most that were not taken. */
  private List<Edge> best(Said said) {
    List<Edge> best = List.of();
    int most = -1;
    for (List<Predicate<Edge>> like : said.rows()) {
      for (List<Edge> row : rows(state, like)) {
        int worth = 0;
        for (Edge e : row) {
          worth += wanted.contains(e) ? 1_000 : cover.open(e) ? 1 : 0;
        }
        if (worth > most) {
          most = worth;
          best = row;
        }
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
