package umemtck.tla.equivalence;

import java.util.Arrays;
import java.util.List;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Export;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.ddi.UmemSetup;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Window;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.DevmapState;
import umemtck.tla.graph.Step;

/** The Java model of exports within the bounds of a graph, asked in the words of a graph. */
class DevmapSide {
  /** The number of a call that no state keeps. */
  private static final int PASSING = 1_000;

  static final int SIGBUS = 10;
  static final int SIGSEGV = 11;

  private static final MappingKind OWN = MappingKind.ANON_PRIVATE;
  private static final String ONCE = "once";
  private static final Outcome PANIC = new Outcome.Panicked("a panic");
  private static final Outcome DONE = Outcome.Done.INSTANCE;

  private final DevmapBounds bounds;
  private final DevmapNumbers numbers;
  private final UmemModel model;
  private final DevmapProjection projection;

  /** The side of a subject that can be asked for all that the graph has. */
  DevmapSide(DevmapBounds bounds) {
    this(bounds, !bounds.remapped().isEmpty());
  }

  /**
   * The same.
   *
   * @param remaps whether it declares that it can remap, and so honours DEVMAP_ALLOW_REMAP (K-12)
   */
  DevmapSide(DevmapBounds bounds, boolean remaps) {
    this.bounds = bounds;
    this.numbers = new DevmapNumbers(bounds);
    this.model = new UmemModel(config(remaps));
    this.projection = new DevmapProjection(bounds, numbers);
  }

  private ModelConfig config(boolean remaps) {
    List<Long> pages = bounds.userPages();
    long last = pages.get(pages.size() - 1);
    Declaration declared =
        Declaration.ofPageSize(numbers.page())
            .offering(Feature.values())
            .mapping(
                new Window(
                    numbers.address(pages.get(0)), (last - pages.get(0)) / bounds.pageSize() + 1),
                MappingKind.values());
    return ModelConfig.of(
        remaps ? declared : declared.without(Feature.REMAP, "nobody remaps"),
        Profile.of(bounds.profile()));
  }

  /** What the specification has from boot on: cookies, and the processes that nobody forks. */
  UmemState boot() {
    UmemState s = UmemState.INIT;
    for (long p : bounds.processes()) {
      if (!bounds.children().contains(p)) {
        Outcome made = new Outcome.Created(numbers.process(p));
        s = next(call(s, new Call.NewProcess(Ids.PROJECT), made));
      }
    }
    for (List<Long> some : List.of(bounds.onePage(), bounds.twoPages(), bounds.threePages())) {
      for (long c : some) {
        long size = numbers.pages(c) * numbers.page();
        if (isLocked(c)) {
          s = locked(s, c, size);
          continue;
        }
        Outcome given = new Outcome.Allocated(hasMemory(c) ? numbers.kernel(c, 0) : 0, c);
        s = next(call(s, new Call.UmemAlloc(size, flag(c)), given));
      }
    }
    return s;
  }

  /** A process has pages of its own, which are zero, and has locked them. */
  private UmemState locked(UmemState s, long cookie, long size) {
    long proc = numbers.process(bounds.lockedOf());
    long addr = numbers.address(bounds.lockedAt());
    int prot = Prot.READ | Prot.WRITE;
    UmemState own = next(call(s, new Call.Mmap(proc, addr, size, OWN, prot), DONE));
    own = next(call(own, new Call.UserFill(proc, addr, size, 0), DONE));
    int flags = UmemLockFlag.DDI_UMEMLOCK_READ | UmemLockFlag.DDI_UMEMLOCK_WRITE;
    Call lock = new Call.UmemLock(addr, size, flags);
    Answer made = model.invoke(own, PASSING, proc, Context.USER, lock);
    return next(model.returned(next(made), PASSING, new Outcome.Locked(0, cookie)));
  }

  private boolean isLocked(long cookie) {
    return bounds.lockeds().contains(cookie);
  }

  private int flag(long cookie) {
    if (!hasMemory(cookie)) {
      return UmemFlag.DDI_UMEM_NOSLEEP | UmemFlag.DDI_UMEM_TRASH;
    }
    return bounds.pageables().contains(cookie)
        ? UmemFlag.DDI_UMEM_NOSLEEP | UmemFlag.DDI_UMEM_PAGEABLE
        : UmemFlag.DDI_UMEM_NOSLEEP;
  }

  /** Whether there is memory that the driver can store to, and that shows what it stored. */
  boolean hasMemory(long cookie) {
    return !bounds.trashes().contains(cookie);
  }

  private static UmemState next(Answer a) {
    if (a instanceof Answer.Next n) {
      return n.state();
    }
    throw new IllegalStateException("the Java model refuses what must be so: " + a);
  }

  /** The state of the specification that a state of the Java model stands for. */
  DevmapState stands(UmemState s) {
    return projection.of(s);
  }

  /** What Java knows of a state of the specification. */
  DevmapState known(DevmapState s) {
    return projection.known(s);
  }

  /** The step, in Java: where it leads, or why it may not be. */
  Answer take(UmemState s, Step step) {
    if (step.action().endsWith(DevmapLabels.PANICS)) {
      return call(s, asked(s, step), PANIC);
    }
    if (step.action().endsWith(DevmapLabels.RESTS)) {
      Answer made = model.invoke(s, PASSING, Context.USER, asked(s, step));
      return made instanceof Answer.Next n ? model.mayRest(n.state()) : made;
    }
    return switch (step.action()) {
      case DevmapLabels.FAULTS -> signalled(s, step.number(0), step.number(1), false, SIGSEGV);
      case DevmapLabels.FILL ->
          fills(s, step.number(0), step.number(1), DevmapNumbers.value(step.number(0)));
      case "MemoryFill" -> stores(s, step.number(0), step.number(1), DevmapNumbers.value(0));
      default -> call(s, asked(s, step), outcome(step));
    };
  }

  /** What is called. */
  private Call asked(UmemState s, Step step) {
    String action =
        step.action().replaceFirst(DevmapLabels.PANICS + "$|" + DevmapLabels.RESTS + "$", "");
    return switch (action) {
      case DevmapLabels.MMAP, DevmapLabels.NO_MMAP -> mmap(step);
      case DevmapLabels.REMAP, DevmapLabels.NO_REMAP ->
          new Call.DevmapUmemRemap(
              handle(s, step.number(0), step.number(1)),
              step.number(2),
              numbers.offset(step.number(3)),
              numbers.length(step.number(4)),
              (int) step.number(5),
              (int) step.number(6));
      case DevmapLabels.PROTECT, DevmapLabels.NO_PROTECT ->
          new Call.DevmapMprotect(
              numbers.process(step.number(0)),
              numbers.address(step.number(1)),
              mapped(s, step.number(0), step.number(1)),
              (int) step.number(2));
      case "Munmap" ->
          new Call.Munmap(
              numbers.process(step.number(0)),
              numbers.address(step.number(1)),
              numbers.address(step.number(2)));
      case "Fork" -> new Call.Fork(numbers.process(step.number(0)));
      case "UmemFree" -> new Call.UmemFree(step.number(1));
      default -> throw new IllegalArgumentException("no such action: " + step);
    };
  }

  private Outcome outcome(Step step) {
    return switch (step.action()) {
      case DevmapLabels.MMAP, DevmapLabels.NO_MMAP -> mapped(step);
      case DevmapLabels.REMAP, DevmapLabels.PROTECT -> new Outcome.Result(0);
      case DevmapLabels.NO_REMAP -> result(step, 7, "-1");
      case DevmapLabels.NO_PROTECT -> result(step, 3, "EACCES");
      case "Fork" -> new Outcome.Created(numbers.process(step.number(1)));
      default -> DONE;
    };
  }

  /** What a refusal answers, if it is not what the specification has. */
  private static Outcome result(Step step, int at, String usual) {
    String errno = step.args().size() > at ? step.word(at) : usual;
    return new Outcome.Result(DevmapNumbers.errno(errno));
  }

  private Call mmap(Step step) {
    boolean access = step.word(12).equals("true");
    UmemSetup first =
        new UmemSetup(
            step.number(6),
            numbers.offset(step.number(7)),
            numbers.length(step.number(8)),
            (int) step.number(9),
            (int) step.number(10),
            access ? DevmapCallback.DEVMAP_ACCESS : DevmapCallback.NONE);
    UmemSetup again =
        step.word(11).equals(ONCE)
            ? null
            : new UmemSetup(
                step.number(11),
                first.koff(),
                first.len(),
                first.maxprot(),
                first.flags(),
                first.callbacks());
    return new Call.DevmapUmemSetup(
        numbers.process(step.number(0)),
        numbers.address(step.number(1)),
        step.number(2) * numbers.page(),
        (int) step.number(3),
        DevmapLabels.isPrivate(step) ? MapFlag.MAP_PRIVATE : MapFlag.MAP_SHARED,
        step.word(5).equals("rw") ? Prot.READ | Prot.WRITE : Prot.READ,
        first,
        again,
        DevmapNumbers.errno(step.word(13)),
        0);
  }

  private Outcome mapped(Step step) {
    List<Integer> results =
        DevmapLabels.results(step).equals("none")
            ? List.of()
            : Arrays.stream(DevmapLabels.results(step).split("/")).map(Integer::valueOf).toList();
    int errno = DevmapNumbers.errno(DevmapLabels.errno(step));
    return new Outcome.Mapped(
        errno,
        results.isEmpty() ? Outcome.Mapped.NOT_MADE : results.get(0),
        results.size() < 2 ? Outcome.Mapped.NOT_MADE : results.get(1),
        errno == 0 ? numbers.handle(step.number(0), step.number(1)) : 0,
        results.isEmpty() ? 0 : DataModel.DDI_MODEL_LP64,
        0,
        0);
  }

  /** The handle of a mapping; 0 if there is none that begins there, or nobody was told. */
  long handle(UmemState s, long p, long addr) {
    Export e = s.exports().at(numbers.process(p), numbers.address(addr));
    return e == null || e.where().addr() != numbers.address(addr) ? 0 : e.dhp();
  }

  private long mapped(UmemState s, long p, long addr) {
    Export e = s.exports().at(numbers.process(p), numbers.address(addr));
    return e == null ? numbers.page() : e.where().len();
  }

  /** A process loads or stores, and it ends in a signal. */
  Answer signalled(UmemState s, long p, long addr, boolean stores, int signal) {
    Call call = stores ? fill(p, addr, 0) : matches(p, addr, 0);
    return call(s, call, new Outcome.Signalled(signal));
  }

  /** A process finds a value everywhere in a page. */
  Answer finds(UmemState s, long p, long addr, int value) {
    return call(s, matches(p, addr, value), Outcome.Matched.ALL);
  }

  /** A process looks at a page, and the machine stops. */
  Answer stops(UmemState s, long p, long addr) {
    return call(s, matches(p, addr, 0), PANIC);
  }

  /** A process stores a value to a page. */
  Answer fills(UmemState s, long p, long addr, int value) {
    return call(s, fill(p, addr, value), DONE);
  }

  /**
   * The driver finds a value everywhere in a page of a cookie; of a lock, which it has no address
   * of, who has locked it.
   */
  Answer holds(UmemState s, long cookie, long page, int value) {
    if (isLocked(cookie)) {
      return finds(s, bounds.lockedOf(), own(page), value);
    }
    Call look = new Call.MemoryMatches(numbers.kernel(cookie, page), numbers.page(), value);
    return call(s, look, Outcome.Matched.ALL);
  }

  /** The driver stores a value to a page of a cookie; of a lock, who has locked it. */
  Answer stores(UmemState s, long cookie, long page, int value) {
    if (isLocked(cookie)) {
      return fills(s, bounds.lockedOf(), own(page), value);
    }
    Call call = new Call.MemoryFill(numbers.kernel(cookie, page), numbers.page(), value);
    return call(s, call, DONE);
  }

  /** How many pages of memory a cookie has. */
  long pages(long cookie) {
    return hasMemory(cookie) ? numbers.pages(cookie) : 0;
  }

  private long own(long page) {
    return bounds.lockedAt() + page * bounds.pageSize();
  }

  private Call matches(long p, long addr, int value) {
    return new Call.UserMatches(numbers.process(p), numbers.address(addr), numbers.page(), value);
  }

  private Call fill(long p, long addr, int value) {
    return new Call.UserFill(numbers.process(p), numbers.address(addr), numbers.page(), value);
  }

  private Answer call(UmemState s, Call call, Outcome outcome) {
    Answer made = model.invoke(s, PASSING, Context.USER, call);
    return made instanceof Answer.Next n ? model.returned(n.state(), PASSING, outcome) : made;
  }
}
