package umemtck.tla.equivalence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Lock;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.Stage;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.Profile;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Window;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.IoState;
import umemtck.tla.graph.Step;

/** The Java model of bufs within the bounds of a graph, asked in the words of a graph. */
class IoSide {
  /** The number of a call that no state keeps. */
  private static final int PASSING = 1_000;

  private static final Outcome PANIC = new Outcome.Panicked("a panic");
  private static final Outcome DONE = Outcome.Done.INSTANCE;

  private final IoBounds bounds;
  private final IoNumbers numbers;
  private final UmemModel model;
  private final IoProjection projection;

  IoSide(IoBounds bounds, Profile profile) {
    this.bounds = bounds;
    this.numbers = new IoNumbers(bounds);
    this.model = new UmemModel(config(profile));
    this.projection = new IoProjection(bounds, numbers, model);
  }

  private ModelConfig config(Profile profile) {
    List<Long> pages = bounds.userPages();
    long last = pages.get(pages.size() - 1);
    Declaration declared =
        Declaration.ofPageSize(numbers.bytes(bounds.pageSize()))
            .offering(Feature.values())
            .mapping(
                new Window(
                    numbers.bytes(pages.get(0)), (last - pages.get(0)) / bounds.pageSize() + 1),
                MappingKind.values());
    return ModelConfig.of(declared, profile);
  }

  /**
   * What the specification has from boot on: processes, and their pages, which are zero. Limits are
   * so high that they never matter, but are not infinite: then a lock is always counted
   * (ACCT.unlimited-bypass).
   */
  UmemState boot() {
    UmemState s = UmemState.INIT;
    Outcome project = new Outcome.Created(IoNumbers.PROJECT);
    s = next(call(s, new Call.NewProject(Ids.ZONE), project));
    s = next(call(s, new Call.SetLimit(Holder.PROJECT, IoNumbers.PROJECT, -2), DONE));
    s = next(call(s, new Call.SetLimit(Holder.ZONE, Ids.ZONE, -2), DONE));
    for (long p : bounds.processes()) {
      Outcome made = new Outcome.Created(numbers.process(p));
      s = next(call(s, new Call.NewProcess(IoNumbers.PROJECT), made));
      for (long a : bounds.userPages()) {
        long page = numbers.bytes(bounds.pageSize());
        s = next(call(s, mmap(p, a, page), DONE));
        s = next(call(s, new Call.UserFill(numbers.process(p), numbers.bytes(a), page, 0), DONE));
      }
    }
    return s;
  }

  private Call mmap(long p, long a, long page) {
    return new Call.Mmap(
        numbers.process(p),
        numbers.bytes(a),
        page,
        MappingKind.ANON_PRIVATE,
        Prot.READ | Prot.WRITE);
  }

  private static UmemState next(Answer a) {
    if (a instanceof Answer.Next n) {
      return n.state();
    }
    throw new IllegalStateException("the Java model does not boot: " + a);
  }

  /** All states of the specification that a state of the Java model stands for. */
  Set<IoState> stands(UmemState s) {
    return projection.of(s);
  }

  /** The step, in Java: where it leads, or why it may not be. */
  Answer take(UmemState s, Step step) {
    return switch (step.action()) {
      case "UmemIosetup" -> call(s, step, setup(step), new Outcome.SetUp(step.number(7)));
      case "UmemIosetupRefused" -> call(s, step, setup(step), new Outcome.SetUp(0));
      case "UmemIosetupPanics" -> call(s, step, setup(step), PANIC);
      case "UmemIosetupRests" -> rests(s, step);
      case "Freerbuf" -> call(s, step, new Call.Freerbuf(step.number(1)), DONE);
      case "FreerbufPanics" -> call(s, step, new Call.Freerbuf(step.number(1)), PANIC);
      case "Strategy" -> call(s, step, strategy(step), matched(step));
      case "StrategyPanics" -> call(s, step, strategy(step), PANIC);
      case "UmemAlloc" ->
          call(
              s,
              step,
              new Call.UmemAlloc(numbers.bytes(step.number(1)), (int) step.number(2)),
              new Outcome.Allocated(numbers.bytes(step.number(3)), step.number(4)));
      case "UmemFree" -> call(s, step, new Call.UmemFree(step.number(1)), DONE);
      case "UmemLock" -> lock(s, step);
      case "UmemUnlock" -> unlock(s, step);
      case "MemoryFill" ->
          call(
              s,
              step,
              new Call.MemoryFill(
                  numbers.bytes(step.number(1)),
                  numbers.bytes(step.number(2)),
                  (int) step.number(3)),
              DONE);
      case "UserFill" ->
          call(
              s,
              new Call.UserFill(
                  numbers.process(step.number(0)),
                  numbers.bytes(step.number(1)),
                  numbers.bytes(step.number(2)),
                  (int) step.number(3)),
              DONE);
      case "FailNext" ->
          call(s, new Call.FailNext(FaultyStep.valueOf(step.word(0)), Errno.ENOMEM), DONE);
      default -> throw new IllegalArgumentException("no such action: " + step);
    };
  }

  private Call setup(Step step) {
    long blkno = step.number(5);
    return new Call.UmemIosetup(
        step.number(1),
        numbers.bytes(step.number(2)),
        numbers.bytes(step.number(3)),
        (int) step.number(4),
        IoNumbers.dev(blkno),
        blkno,
        IoNumbers.iodone(blkno),
        (int) step.number(6));
  }

  /** A call that has not returned: may it still be out when nothing can run? */
  private Answer rests(UmemState s, Step step) {
    Answer made = model.invoke(s, PASSING, context(step.word(0)), setup(step));
    return made instanceof Answer.Next n ? model.mayRest(n.state()) : made;
  }

  private static Call strategy(Step step) {
    return new Call.Strategy(step.number(1), (int) step.number(2));
  }

  private Outcome matched(Step step) {
    long at = step.number(3);
    return at < 0
        ? Outcome.Matched.ALL
        : new Outcome.Matched(numbers.bytes(at), (int) step.number(4));
  }

  /** A lock is one step, from the call to the answer. */
  private Answer lock(UmemState s, Step step) {
    Call call =
        new Call.UmemLock(
            numbers.bytes(step.number(2)), numbers.bytes(step.number(3)), (int) step.number(4));
    long proc = numbers.process(step.number(1));
    Answer made = model.invoke(s, PASSING, proc, context(step.word(0)), call);
    return made instanceof Answer.Next n
        ? model.returned(n.state(), PASSING, new Outcome.Locked(0, step.number(5)))
        : made;
  }

  /** So is an unlock: it unpins, credits, and returns. */
  private Answer unlock(UmemState s, Step step) {
    Call call = new Call.UmemUnlock(step.number(1));
    Answer a = model.invoke(s, PASSING, context(step.word(0)), call);
    for (Stage stage : List.of(Stage.UNPINNED, Stage.GONE)) {
      a = a instanceof Answer.Next n ? internal(n.state(), step.number(1), stage) : a;
    }
    return a instanceof Answer.Next n ? model.returned(n.state(), PASSING, DONE) : a;
  }

  private Answer internal(UmemState s, long cookie, Stage to) {
    for (UmemState next : model.internal(s)) {
      Lock l = next.locking().lock(cookie);
      if ((l == null ? Stage.GONE : l.stage()) == to) {
        return new Answer.Next(next);
      }
    }
    return new Answer.Undefined("UNLOCK.exactly-once", "nobody is there to do it");
  }

  /** What a look at a buf must show; with one field other than that if {@code wrong} names it. */
  Answer look(UmemState s, long b, IoState.Buf d, String wrong) {
    Map<String, Long> f = numbers.fields(d);
    f.computeIfPresent(wrong, (name, v) -> v + 1);
    int marks = BufFlag.B_BUSY | BufFlag.B_PHYS;
    int flags = wrong.equals("marks") ? 0 : marks;
    long other = BufFlag.B_READ + BufFlag.B_WRITE - d.direction();
    flags |= (int) (wrong.equals("direction") ? other : d.direction());
    Outcome seen =
        new Outcome.Fields(
            flags,
            f.get("count"),
            f.get("dev"),
            f.get("blkno"),
            f.get("iodone"),
            f.get("addr"),
            f.get("proc"));
    return call(s, new Call.GetBuf(b), seen);
  }

  /** The owner of a space finds a byte. */
  Answer finds(UmemState s, long space, long a, long value) {
    long at = numbers.bytes(a);
    long one = numbers.bytes(1);
    Call call =
        space == IoState.KERNEL
            ? new Call.MemoryMatches(at, one, (int) value)
            : new Call.UserMatches(numbers.process(space), at, one, (int) value);
    return call(s, call, Outcome.Matched.ALL);
  }

  /** The usage of the project of all processes is read. */
  Answer reads(UmemState s, long used) {
    Call call = new Call.GetLocked(Holder.PROJECT, IoNumbers.PROJECT);
    return call(s, call, new Outcome.Amount(numbers.bytes(used)));
  }

  private Context context(String thread) {
    return bounds.interrupts().contains(thread) ? Context.INTERRUPT : Context.USER;
  }

  private Answer call(UmemState s, Step step, Call call, Outcome outcome) {
    return call(s, context(step.word(0)), call, outcome);
  }

  private Answer call(UmemState s, Call call, Outcome outcome) {
    return call(s, Context.USER, call, outcome);
  }

  private Answer call(UmemState s, Context context, Call call, Outcome outcome) {
    Answer made = model.invoke(s, PASSING, context, call);
    return made instanceof Answer.Next n ? model.returned(n.state(), PASSING, outcome) : made;
  }
}
