package umemtck.conformance.tour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.conformance.plan.LockStep.Reaction;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.WorkerGate;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.tla.graph.Edge;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.LockBounds;
import umemtck.tla.graph.LockState;

/**
 * Graphs of locking. A lock is one call, and charge and answer are two steps of the graph; so are
 * the two halves of an unlock. What is read of the usage tells which of several edges was taken.
 */
final class LockPhrases implements Phrases {
  private final Graph graph;
  private final LockBounds bounds;
  private final Declaration declared;
  private final Scale scale;
  private final Household household;
  private final Map<Long, Integer> nameOf = new HashMap<>();
  private final Map<Integer, Long> cookieOf = new HashMap<>();
  private final Map<Integer, Call> calls = new HashMap<>();
  private final Map<Integer, Edge> askedBy = new HashMap<>();
  private final List<Said> said = new ArrayList<>();
  private final Map<Long, Long> read = new HashMap<>();
  private Edge asked;
  private int lastName;

  LockPhrases(Graph graph, Declaration declared) {
    this.graph = graph;
    this.declared = declared;
    bounds = (LockBounds) graph.bounds();
    scale = new Scale(bounds.wordMax(), bounds.pageSize(), declared);
    household = new Household(declared, bounds.processes(), bounds.projects(), limit());
  }

  @Override
  public Plan opening() {
    List<Step> steps = new ArrayList<>(List.of(new Step.Unmarked()));
    steps.addAll(household.opening());
    for (long p : bounds.processes()) {
      for (long a : bounds.atBoot().equals("unmapped") ? List.<Long>of() : bounds.userPages()) {
        steps.add(Household.page(household.process(p), page(a), bounds.atBoot()));
      }
    }
    if (declared.offers(Feature.WORKER)) {
      steps.add(new LockStep.GateWorker(WorkerGate.HOLD));
    }
    return new Plan(Map.of(), false, steps);
  }

  private long page(long address) {
    return (address - bounds.userPages().get(0)) / bounds.pageSize();
  }

  @Override
  public int atOnce(List<Edge> way) {
    boolean begins =
        way.get(0).step().action().endsWith("Charged")
            || way.get(0).step().action().equals("UmemUnlockUnpinned");
    return begins ? Math.min(2, way.size()) : 1;
  }

  @Override
  public List<Step> ask(List<Edge> edges) {
    asked = edges.get(0);
    umemtck.tla.graph.Step s = asked.step();
    return switch (s.action()) {
      case "UmemUnlockQueued", "UmemUnlockUnpinned" -> unlock(s);
      case "Munmap" ->
          List.of(
              new LockStep.Munmap(
                  household.process(s.number(0)),
                  page(s.number(1)),
                  s.number(2) / bounds.pageSize()));
      case "Exit" -> List.of(new LockStep.Exit(household.process(s.number(0))));
      case "MunmapDone", "ExitDone", "CallbackBegan" -> List.of(new Step.Settle());
      case "CallbackEnded" ->
          List.of(new LockStep.Resume(nameOf.get(s.number(1))), new Step.Settle());
      case "Mmap" ->
          List.of(Household.page(household.process(s.number(0)), page(s.number(1)), s.word(2)));
      case "Settaskid", "SettaskidDenied" ->
          List.of(
              new LockStep.Settaskid(
                  household.process(s.number(0)), household.project(s.number(1))));
      case "SetLimit" -> List.of(limit(s));
      default -> lock(s, edges.get(edges.size() - 1).step());
    };
  }

  /** The largest word is no limit only where a lock without a limit is another. */
  private Size limit() {
    return bounds.profile().equals(Profile.ILLUMOS.word())
        ? Size.belowMax(0, 0)
        : scale.bytes(bounds.wordMax());
  }

  private Step limit(umemtck.tla.graph.Step s) {
    boolean zone = s.number(0) == LockState.ZONE;
    Size amount = s.number(1) == bounds.wordMax() ? limit() : scale.bytes(s.number(1));
    return zone
        ? new LockStep.Limit(Holder.ZONE, 0, amount)
        : new LockStep.Limit(Holder.PROJECT, household.project(s.number(0)), amount);
  }

  private List<Step> unlock(umemtck.tla.graph.Step s) {
    if (s.word(0).equals(LockState.WORKER)) {
      return List.of(new LockStep.GateWorker(WorkerGate.STEP));
    }
    boolean interrupt = bounds.interrupts().contains(s.word(0));
    Context context = interrupt ? Context.INTERRUPT : Context.USER;
    return List.of(new LockStep.Unlock(nameOf.get(s.number(1)), 0, context, false));
  }

  private List<Step> lock(umemtck.tla.graph.Step s, umemtck.tla.graph.Step last) {
    List<Step> steps = new ArrayList<>();
    if (isShortage(last, bounds)) {
      int errno = last.word(1).equals("EAGAIN") ? Errno.EAGAIN : Errno.ENOMEM;
      steps.add(new LockStep.FailNext(FaultyStep.PAGE_LOCK, errno));
    }
    int process = household.process(s.number(1));
    Range at = scale.range(bounds.userPages(), s.number(2), s.number(3));
    int flags = (int) s.number(4);
    lastName++;
    steps.add(
        s.action().startsWith("UmemLockMemory")
            ? new LockStep.LockMemory(
                lastName, 0, process, at, flags, vector(s.word(5)), Reaction.PAUSE)
            : new LockStep.Lock(lastName, process, at, flags, Context.USER));
    return steps;
  }

  private static CallbackVector vector(String word) {
    return switch (word) {
      case "none" -> CallbackVector.NONE;
      case "function" -> CallbackVector.CLEANUP;
      case "no-function" -> new CallbackVector(true, CallbackVector.VERSION, false);
      default -> new CallbackVector(true, CallbackVector.VERSION + 1, true);
    };
  }

  /** Whether a lock fails because memory is short. */
  static boolean isShortage(umemtck.tla.graph.Step s, LockBounds bounds) {
    return s.action().endsWith("Failed") && bounds.shortages().contains(s.word(1));
  }

  /** Whether it is the answer of a lock that is charged. */
  static boolean isAnswer(Edge e) {
    return e.step().action().endsWith("Pinned") && !e.step().action().endsWith("Unpinned")
        || e.step().action().endsWith("Failed");
  }

  /** Whether it is the second half of an unlock. */
  static boolean isCredit(Edge e) {
    return e.step().action().equals("UmemUnlockCredited");
  }

  @Override
  public List<Said> hear(Event event) {
    if (event instanceof Event.Invoked e) {
      calls.put(e.id(), e.call());
      if (asked != null) {
        askedBy.put(e.id(), asked);
        if (e.call() instanceof Call.Munmap || e.call() instanceof Call.Exit) {
          say(is(asked.step()));
        }
      }
    } else if (event instanceof Event.CallbackBegan e) {
      callback("CallbackBegan", e.of());
    } else if (event instanceof Event.CallbackEnded e) {
      callback("CallbackEnded", e.of());
    } else if (event instanceof Event.Completed e) {
      Call call = calls.remove(e.id());
      household.hear(e, call);
      if (asked != null) {
        completed(e, call);
      }
    }
    return List.of();
  }

  private void say(Predicate<Edge> edge) {
    said.add(Said.one(edge));
    read.clear(); // What was read before tells nothing of the state that this leads to.
  }

  private void say(Said what) {
    said.add(what);
    read.clear();
  }

  private static Predicate<Edge> is(umemtck.tla.graph.Step step) {
    return e -> e.step().equals(step);
  }

  private static Predicate<Edge> is(String action, int args, List<String> of) {
    return e ->
        e.step().action().equals(action)
            && e.step().args().subList(0, args).equals(of.subList(0, args));
  }

  private void callback(String action, int of) {
    say(e -> e.step().action().equals(action) && cookieOf.get(of).equals(e.step().number(1)));
  }

  private void completed(Event.Completed e, Call call) {
    umemtck.tla.graph.Step s = askedBy.remove(e.id()).step();
    if (call instanceof Call.GetLocked r && e.outcome() instanceof Outcome.Amount is) {
      Long holder = household.holder(r);
      if (holder != null) {
        read.put(holder, is.amount());
      }
    } else if (e.outcome() instanceof Outcome.Locked got) {
      locked(e.id(), s, call instanceof Call.UmemLockMemory, got);
    } else if (call instanceof Call.UmemUnlock) {
      List<Predicate<Edge>> now =
          List.of(is("UmemUnlockUnpinned", 2, s.args()), is("UmemUnlockCredited", 2, s.args()));
      say(new Said(List.of(now, List.of(is("UmemUnlockQueued", 2, s.args()))), taken -> {}));
    } else if (call instanceof Call.GateWorker) {
      say(
          Said.row(
              List.of(
                  is("UmemUnlockUnpinned", 2, s.args()), is("UmemUnlockCredited", 2, s.args()))));
    } else if (call instanceof Call.Munmap) {
      say(is("MunmapDone", 1, s.args()));
    } else if (call instanceof Call.Exit) {
      say(is("ExitDone", 1, s.args()));
    } else if (call instanceof Call.Mmap || call instanceof Call.SetLimit) {
      say(is(s));
    } else if (call instanceof Call.Settaskid) {
      boolean denied = ((Outcome.Result) e.outcome()).errno() != 0;
      say(is(denied ? "SettaskidDenied" : "Settaskid", 2, s.args()));
    }
  }

  private void locked(int id, umemtck.tla.graph.Step s, boolean memory, Outcome.Locked got) {
    String op = memory ? "UmemLockMemory" : "UmemLock";
    int args = memory ? 6 : 5;
    Predicate<Edge> charged = is(op + "Charged", args, s.args());
    int name = lastName;
    if (got.errno() == 0) {
      say(
          new Said(
              List.of(List.of(charged, is(op + "Pinned", 1, s.args()))),
              taken -> {
                nameOf.put(taken.get(1).step().number(1), name);
                cookieOf.put(id, taken.get(1).step().number(1));
              }));
      return;
    }
    String errno = Errno.text(got.errno());
    List<List<Predicate<Edge>>> rows = new ArrayList<>();
    rows.add(
        List.of(
            charged,
            e -> e.step().action().equals(op + "Failed") && e.step().word(1).equals(errno)));
    if (got.errno() == Errno.EINVAL) {
      rows.add(List.of(is(op + "Refused", args, s.args())));
    }
    if (got.errno() == Errno.ENOMEM) {
      rows.add(List.of(is(op + "Denied", args, s.args())));
    }
    say(new Said(rows, taken -> {}));
  }

  @Override
  public List<Said> silence() {
    List<Said> all = new ArrayList<>(said);
    said.clear();
    if (!all.isEmpty()) {
      Map<Long, Long> seen = Map.copyOf(read);
      all.set(all.size() - 1, all.get(all.size() - 1).ending(e -> counts(e.to(), seen)));
    }
    read.clear();
    return all;
  }

  private boolean counts(int state, Map<Long, Long> seen) {
    Map<Long, Long> used = ((LockState) graph.states().get(state)).used();
    return seen.entrySet().stream()
        .allMatch(r -> used.get(r.getKey()) * scale.share() == r.getValue());
  }
}
