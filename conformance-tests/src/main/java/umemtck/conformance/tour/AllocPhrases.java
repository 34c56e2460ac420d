package umemtck.conformance.tour;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.tla.graph.AllocBounds;
import umemtck.tla.graph.AllocState;
import umemtck.tla.graph.Edge;
import umemtck.tla.graph.Graph;

/**
 * Graphs of allocation. A cookie and an address are names that the graph gives: which of those that
 * are not in use is for the tour to say. A byte of the graph is a share of a page; what is more
 * than memory ever has is as far below the largest {@code size_t} as it is in the graph.
 */
final class AllocPhrases implements Phrases {
  private final Graph graph;
  private final AllocBounds bounds;
  private final Declaration declared;
  private final Scale scale;
  private final Map<Long, Integer> nameOf = new HashMap<>();
  private final Map<Integer, Out> out = new HashMap<>();
  private final Set<String> asleep = new HashSet<>();
  private final Map<Integer, Call> others = new HashMap<>();
  private Edge asked;
  private int lastName;

  /** An allocation that is out: whose, and under which name. */
  private record Out(umemtck.tla.graph.Step step, int name) {
    String thread() {
      return step.word(0);
    }
  }

  AllocPhrases(Graph graph, Declaration declared) {
    this.graph = graph;
    this.declared = declared;
    bounds = (AllocBounds) graph.bounds();
    scale = new Scale(bounds.wordMax(), bounds.pageSize(), declared);
  }

  @Override
  public Plan opening() {
    Map<Resource, Long> free = new EnumMap<>(Resource.class);
    free.putAll(((AllocState) graph.states().get(graph.init())).free());
    return new Plan(free, false, List.of(new Step.Unmarked()));
  }

  private AllocState state(Edge e) {
    return (AllocState) graph.states().get(e.from());
  }

  /** Who sleeps is not asked: all that can go on go on. */
  private boolean isOfSleeper(Edge e) {
    return e.step().action().startsWith("UmemAlloc")
        && state(e).asleep().containsKey(e.step().word(0));
  }

  @Override
  public List<Step> ask(List<Edge> edges) {
    Edge e = edges.get(0);
    asked = e;
    umemtck.tla.graph.Step s = e.step();
    if (isOfSleeper(e)) {
      return List.of(new Step.Settle());
    }
    return switch (s.action()) {
      case "UmemFree" -> List.of(new Step.Free(nameOf.get(s.number(1)), context(s.word(0))));
      case "UmemFreeNull" -> List.of(new Step.FreeNull(context(s.word(0))));
      case "MemoryFill" -> List.of(fill(e));
      case "SetFree" -> List.of(new Step.SetFree(Resource.valueOf(s.word(0)), s.number(1)));
      case "PageOut" -> List.of(new Step.PageOut());
      default ->
          List.of(
              new Step.Alloc(++lastName, size(s.number(1)), (int) s.number(2), context(s.word(0))));
    };
  }

  private Step fill(Edge e) {
    long at = e.step().number(1);
    Map.Entry<Long, AllocState.Block> block = state(e).at(at, bounds.pageSize());
    return new Step.Fill(
        nameOf.get(block.getKey()),
        scale.bytes(at - block.getValue().address()),
        scale.bytes(e.step().number(2)),
        (int) e.step().number(3));
  }

  private Context context(String thread) {
    if (bounds.interrupts().contains(thread)) {
      return Context.INTERRUPT;
    }
    return declared.offers(Feature.CONTEXTS) ? Context.KERNEL : Context.USER;
  }

  private Size size(long word) {
    boolean huge = word == bounds.wordMax() || word > bounds.capacity() * bounds.pageSize();
    return huge ? scale.belowEnd(word) : scale.bytes(word);
  }

  @Override
  public List<Said> hear(Event event) {
    if (event instanceof Event.Invoked e) {
      if (e.call() instanceof Call.UmemAlloc && asked != null) {
        out.put(e.id(), new Out(asked.step(), lastName));
      } else {
        others.put(e.id(), e.call());
      }
      return List.of();
    }
    if (event instanceof Event.Settled e) {
      List<Said> all = new ArrayList<>();
      for (int id : e.blocked()) {
        all.add(Said.one(is("UmemAllocSleeps", out.get(id))));
      }
      return all;
    }
    if (event instanceof Event.Completed e) {
      Out alloc = out.remove(e.id());
      return alloc != null
          ? List.of(allocated(alloc, (Outcome.Allocated) e.outcome()))
          : other(others.remove(e.id()), e.outcome());
    }
    return List.of();
  }

  private static Predicate<Edge> is(String action, Out of) {
    List<String> args = of.step().args().subList(0, 3);
    return e -> e.step().action().equals(action) && e.step().args().subList(0, 3).equals(args);
  }

  private Said allocated(Out of, Outcome.Allocated got) {
    boolean slept = asleep.remove(of.thread());
    if (got.cookie() == 0) {
      return Said.one(is("UmemAllocRefused", of));
    }
    boolean memory = got.address() != 0;
    return Said.one(
        is(slept ? "UmemAllocWakes" : "UmemAlloc", of)
            .and(e -> (e.step().number(3) != 0) == memory),
        e -> nameOf.put(e.step().number(4), of.name()));
  }

  private List<Said> other(Call call, Outcome outcome) {
    if (asked == null) {
      return List.of();
    }
    umemtck.tla.graph.Step s = asked.step();
    if (call instanceof Call.PageOut) {
      return List.of(pagedOut(((Outcome.Amount) outcome).amount()));
    }
    if (call instanceof Call.UmemFree
        || call instanceof Call.MemoryFill
        || call instanceof Call.SetFree) {
      return List.of(Said.one(e -> e.step().equals(s)));
    }
    return List.of();
  }

  /** The graph has a step for each allocation whose pages leave memory. */
  private Said pagedOut(long pages) {
    List<AllocState.Block> pageable =
        state(asked).live().values().stream().filter(b -> b.kind() == CookieKind.PAGEABLE).toList();
    long sum = pageable.stream().mapToLong(AllocState.Block::pages).sum();
    if (pageable.size() < 2 || pages < sum) {
      return Said.one(e -> isPageOut(e) && e.step().number(1) == pages);
    }
    List<Predicate<Edge>> all = new ArrayList<>();
    state(asked).live().keySet().stream()
        .filter(c -> state(asked).live().get(c).kind() == CookieKind.PAGEABLE)
        .forEach(c -> all.add(e -> isPageOut(e) && e.step().number(0) == c));
    return Said.row(all);
  }

  private static boolean isPageOut(Edge e) {
    return e.step().action().equals("PageOut");
  }

  @Override
  public List<Said> silence() {
    List<Said> all = new ArrayList<>();
    for (Out o : out.values()) {
      if (asleep.add(o.thread())) {
        all.add(Said.one(is("UmemAllocSleeps", o)));
      }
    }
    return all;
  }
}
