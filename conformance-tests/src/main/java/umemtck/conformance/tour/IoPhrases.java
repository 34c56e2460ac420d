package umemtck.conformance.tour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import umemtck.conformance.plan.BufStep;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.tla.graph.Edge;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.IoState;

/** Graphs of bufs. Cookies and bufs are names that the graph gives. */
final class IoPhrases implements Phrases {
  private final Graph graph;
  private final IoBounds bounds;
  private final Declaration declared;
  private final Scale scale;
  private final Household household;
  private final Map<Long, Integer> cookies = new HashMap<>();
  private final Map<Long, Integer> bufs = new HashMap<>();
  private final Map<Integer, Call> calls = new HashMap<>();
  private Edge asked;
  private int lastName;

  IoPhrases(Graph graph, Declaration declared) {
    this.graph = graph;
    this.declared = declared;
    bounds = (IoBounds) graph.bounds();
    scale = new Scale(bounds.wordMax(), bounds.pageSize(), declared);
    household = new Household(declared, bounds.processes(), List.of(1L), Size.belowMax(0, -1));
  }

  @Override
  public Plan opening() {
    List<Step> steps = new ArrayList<>(List.of(new Step.Unmarked()));
    if (!declared.offers(Feature.LOCK)) {
      return new Plan(Map.of(), false, steps);
    }
    steps.addAll(household.opening());
    for (long p : bounds.processes()) {
      for (long a : bounds.userPages()) {
        long page = (a - bounds.userPages().get(0)) / bounds.pageSize();
        steps.add(Household.page(household.process(p), page, "private"));
        steps.add(userFill(p, a, bounds.pageSize(), 0));
      }
    }
    return new Plan(Map.of(), false, steps);
  }

  private Step userFill(long p, long addr, long len, long value) {
    return new LockStep.UserFill(
        household.process(p), scale.range(bounds.userPages(), addr, len), (int) value);
  }

  private IoState state(Edge e) {
    return (IoState) graph.states().get(e.from());
  }

  @Override
  public List<Step> ask(List<Edge> edges) {
    asked = edges.get(0);
    umemtck.tla.graph.Step s = asked.step();
    return switch (s.action()) {
      case "Freerbuf" -> List.of(new BufStep.Free(bufs.get(s.number(1)), context(s)));
      case "Strategy" -> List.of(new BufStep.Device(bufs.get(s.number(1)), (int) s.number(2)));
      case "UmemAlloc" ->
          List.of(
              new Step.Alloc(++lastName, scale.bytes(s.number(1)), (int) s.number(2), context(s)));
      case "UmemFree" -> List.of(new Step.Free(cookies.get(s.number(1)), context(s)));
      case "UmemLock" -> List.of(lock(s));
      case "UmemUnlock" -> unlock(s);
      case "MemoryFill" -> List.of(fill(s));
      case "UserFill" -> List.of(userFill(s.number(0), s.number(1), s.number(2), s.number(3)));
      case "FailNext" ->
          List.of(new LockStep.FailNext(FaultyStep.valueOf(s.word(0)), Errno.ENOMEM));
      default -> List.of(setup(s));
    };
  }

  private Context context(umemtck.tla.graph.Step s) {
    return household.context(bounds.interrupts().contains(s.word(0)));
  }

  private Step lock(umemtck.tla.graph.Step s) {
    return new LockStep.Lock(
        ++lastName,
        household.process(s.number(1)),
        scale.range(bounds.userPages(), s.number(2), s.number(3)),
        (int) s.number(4),
        Context.USER);
  }

  /** What an interrupt unlocks is left to a worker; the graph has it done when the call returns. */
  private List<Step> unlock(umemtck.tla.graph.Step s) {
    boolean interrupt = bounds.interrupts().contains(s.word(0));
    Context context = interrupt ? Context.INTERRUPT : Context.USER;
    return List.of(
        new LockStep.Unlock(cookies.get(s.number(1)), 0, context, false), new Step.Settle());
  }

  private Step fill(umemtck.tla.graph.Step s) {
    for (Map.Entry<Long, IoState.Cookie> e : state(asked).live().entrySet()) {
      IoState.Cookie c = e.getValue();
      boolean within = s.number(1) >= c.addr() && s.number(1) < c.addr() + c.size();
      if (c.proc() == IoState.KERNEL && within) {
        Size from = scale.bytes(s.number(1) - c.addr());
        Size len = scale.bytes(s.number(2));
        return new Step.Fill(cookies.get(e.getKey()), from, len, (int) s.number(3));
      }
    }
    throw new IllegalStateException("nobody's memory is filled by " + s);
  }

  private Step setup(umemtck.tla.graph.Step s) {
    return new BufStep.Setup(
        ++lastName,
        cookies.get(s.number(1)),
        state(asked).live().get(s.number(1)).locked(),
        scale.signed(s.number(2)),
        scale.signed(s.number(3)),
        (int) s.number(4),
        (int) s.number(6),
        context(s));
  }

  @Override
  public List<Said> hear(Event event) {
    if (event instanceof Event.Invoked e) {
      calls.put(e.id(), e.call());
    }
    if (event instanceof Event.Completed e) {
      Call call = calls.remove(e.id());
      return asked == null ? List.of() : completed(call, e.outcome());
    }
    return List.of();
  }

  private List<Said> completed(Call call, Outcome outcome) {
    umemtck.tla.graph.Step s = asked.step();
    if (outcome instanceof Outcome.Allocated got) {
      boolean memory = got.address() != 0;
      return named(
          cookies,
          like("UmemAlloc", 3).and(e -> (e.step().number(3) != 0) == memory),
          got.cookie() == 0 ? -1 : 4);
    }
    if (outcome instanceof Outcome.Locked got) {
      return named(cookies, like("UmemLock", 5), got.errno() == 0 ? 5 : -1);
    }
    if (outcome instanceof Outcome.SetUp got) {
      return got.buf() == 0
          ? List.of(Said.one(like("UmemIosetupRefused", 7)))
          : named(bufs, like("UmemIosetup", 7), 7);
    }
    if (call instanceof Call.Strategy && outcome instanceof Outcome.Matched m) {
      long at = m.difference() < 0 ? -1 : m.difference() / scale.share();
      long found = m.difference() < 0 ? 0 : m.found();
      return List.of(
          Said.one(
              like("Strategy", 3)
                  .and(e -> e.step().number(3) == at && e.step().number(4) == found)));
    }
    boolean asks =
        call instanceof Call.UmemFree
            || call instanceof Call.UmemUnlock
            || call instanceof Call.Freerbuf
            || call instanceof Call.MemoryFill
            || call instanceof Call.UserFill
            || call instanceof Call.FailNext;
    return asks ? List.of(Said.one(e -> e.step().equals(s))) : List.of();
  }

  private Predicate<Edge> like(String action, int args) {
    List<String> of = asked.step().args();
    return e ->
        e.step().action().equals(action)
            && of.size() >= args
            && e.step().args().subList(0, args).equals(of.subList(0, args));
  }

  /** What was made gets the name that is the argument at a place; at -1 nothing was made. */
  private List<Said> named(Map<Long, Integer> names, Predicate<Edge> edge, int place) {
    int name = lastName;
    return List.of(
        Said.one(edge.and(e -> place >= 0), e -> names.put(e.step().number(place), name)));
  }

  @Override
  public List<Said> silence() {
    return List.of();
  }
}
