package umemtck.conformance.tour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import umemtck.conformance.plan.ExportStep;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.Declaration;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.DevmapState;
import umemtck.tla.graph.Edge;
import umemtck.tla.graph.Graph;

/**
 * Graphs of exports. The cookies are there from the beginning; mappings are known by their place.
 */
final class DevmapPhrases implements Phrases {
  /** How many arguments of an mmap, and of a remap, are of what is asked for. */
  private static final int MMAP = 14;

  private static final int REMAP = 7;

  private final Graph graph;
  private final DevmapBounds bounds;
  private final Scale scale;
  private final Household household;
  private final Map<String, Integer> exports = new HashMap<>();
  private final Map<Integer, Call> calls = new HashMap<>();
  private Edge asked;
  private int lastName;

  DevmapPhrases(Graph graph, Declaration declared) {
    this.graph = graph;
    bounds = (DevmapBounds) graph.bounds();
    scale = new Scale(bounds.wordMax(), bounds.pageSize(), declared);
    List<Long> processes = new ArrayList<>(bounds.processes());
    processes.removeAll(bounds.children());
    household = new Household(declared, processes, List.of(1L), Size.belowMax(0, -1));
  }

  @Override
  public Plan opening() {
    List<Step> steps = new ArrayList<>(List.of(new Step.Unmarked()));
    steps.addAll(household.opening());
    allocated(steps, bounds.onePage(), 1);
    allocated(steps, bounds.twoPages(), 2);
    allocated(steps, bounds.threePages(), 3);
    for (long c : bounds.lockeds()) {
      int proc = household.process(bounds.lockedOf());
      long pages = bounds.twoPages().contains(c) ? 2 : bounds.onePage().contains(c) ? 1 : 3;
      long first = page(bounds.lockedAt());
      Range own = Range.pages(first, pages);
      int flags = UmemLockFlag.DDI_UMEMLOCK_READ | UmemLockFlag.DDI_UMEMLOCK_WRITE;
      for (long i = 0; i < pages; i++) {
        steps.add(Household.page(proc, first + i, "private"));
      }
      steps.add(new LockStep.UserFill(proc, own, 0));
      steps.add(new LockStep.Lock((int) c, proc, own, flags, Context.USER));
    }
    return new Plan(Map.of(), false, steps);
  }

  private void allocated(List<Step> steps, List<Long> cookies, long pages) {
    for (long c : cookies) {
      int kind =
          bounds.trashes().contains(c)
              ? UmemFlag.DDI_UMEM_TRASH
              : bounds.pageables().contains(c) ? UmemFlag.DDI_UMEM_PAGEABLE : 0;
      if (!bounds.lockeds().contains(c)) {
        int flag = UmemFlag.DDI_UMEM_NOSLEEP | kind;
        steps.add(new Step.Alloc((int) c, Size.pages(pages), flag, Context.USER));
      }
    }
  }

  private long page(long address) {
    return (address - bounds.userPages().get(0)) / bounds.pageSize();
  }

  @Override
  public List<Step> ask(List<Edge> edges) {
    asked = edges.get(0);
    umemtck.tla.graph.Step s = asked.step();
    return switch (s.action()) {
      case "DevmapUmemSetup", "DevmapUmemSetupRefused" -> List.of(map(s));
      case "DevmapUmemRemap", "DevmapUmemRemapRefused" -> remap(s);
      case "DevmapMprotect", "DevmapMprotectRefused" ->
          List.of(
              new ExportStep.Protect(
                  household.process(s.number(0)),
                  page(s.number(1)),
                  mapping(s).pages(),
                  (int) s.number(2)));
      case "Munmap" ->
          List.of(
              new LockStep.Munmap(
                  household.process(s.number(0)),
                  page(s.number(1)),
                  s.number(2) / bounds.pageSize()));
      case "Fork" ->
          List.of(new ExportStep.Fork((int) s.number(1), household.process(s.number(0))));
      case "UmemFree" -> List.of(new Step.Free((int) s.number(1), Context.USER));
      case "UserFaults" ->
          List.of(
              new LockStep.UserLook(
                  household.process(s.number(0)), Range.pages(page(s.number(1)), 1), 0));
      case "MemoryFill" -> List.of(driverStores(s.number(0), s.number(1)));
      default ->
          List.of(
              new LockStep.UserFill(
                  household.process(s.number(0)),
                  Range.pages(page(s.number(1)), 1),
                  value(s.number(0))));
    };
  }

  private DevmapState.Mapping mapping(umemtck.tla.graph.Step s) {
    return ((DevmapState) graph.states().get(asked.from())).map().get(s.number(0)).get(s.number(1));
  }

  /** What the driver, 0, or a process stores. Memory is zero until then. */
  private static int value(long who) {
    return (int) who + 1;
  }

  /** The driver stores to a page of a cookie; of a lock, who has locked it. */
  private Step driverStores(long cookie, long page) {
    return bounds.lockeds().contains(cookie)
        ? new LockStep.UserFill(
            household.process(bounds.lockedOf()),
            Range.pages(page(bounds.lockedAt()) + page, 1),
            value(0))
        : new Step.Fill((int) cookie, Size.pages(page), Size.pages(1), value(0));
  }

  private ExportStep.Of of(long cookie, long off, long len) {
    boolean beyond = len > longest() * bounds.pageSize();
    Size length =
        beyond
            ? new Size(Size.Base.ZERO, 0, -(bounds.wordMax() + 1 - len) * scale.share())
            : scale.bytes(len);
    int name = cookie == 0 ? ExportStep.NULL : (int) cookie;
    return new ExportStep.Of(name, bounds.lockeds().contains(cookie), scale.signed(off), length);
  }

  /** How many pages the longest cookie has: what is longer wraps. */
  private long longest() {
    return !bounds.threePages().isEmpty() ? 3 : !bounds.twoPages().isEmpty() ? 2 : 1;
  }

  private Step map(umemtck.tla.graph.Step s) {
    List<ExportStep.Setup> setups = new ArrayList<>();
    setups.add(setup(s, s.number(6)));
    if (!s.word(11).equals("once")) {
      setups.add(setup(s, s.number(11)));
    }
    return new ExportStep.Map(
        ++lastName,
        household.process(s.number(0)),
        page(s.number(1)),
        s.number(2),
        (int) s.number(3),
        s.word(4).equals("private") ? MapFlag.MAP_PRIVATE : MapFlag.MAP_SHARED,
        s.word(5).equals("rw") ? Prot.READ | Prot.WRITE : Prot.READ,
        setups,
        entry(s.word(13)),
        0);
  }

  private ExportStep.Setup setup(umemtck.tla.graph.Step s, long cookie) {
    int callbacks = s.word(12).equals("true") ? DevmapCallback.DEVMAP_ACCESS : DevmapCallback.NONE;
    return new ExportStep.Setup(
        of(cookie, s.number(7), s.number(8)), (int) s.number(9), (int) s.number(10), callbacks);
  }

  private static int entry(String word) {
    return switch (word) {
      case "as-they-went" -> 0;
      case "EINVAL" -> Errno.EINVAL;
      case "ENXIO" -> Errno.ENXIO;
      default -> Integer.parseInt(word);
    };
  }

  /** Nobody was told the handle of a mapping that was inherited by fork. */
  private List<Step> remap(umemtck.tla.graph.Step s) {
    Integer name = exports.get(place(s));
    return name == null
        ? List.of()
        : List.of(
            new ExportStep.Remap(
                name,
                of(s.number(2), s.number(3), s.number(4)),
                (int) s.number(5),
                (int) s.number(6)));
  }

  private static String place(umemtck.tla.graph.Step s) {
    return s.word(0) + " " + s.word(1);
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
    if (outcome instanceof Outcome.Mapped got) {
      return mapped(got);
    }
    if (call instanceof Call.DevmapUmemRemap) {
      return List.of(Said.one(like(named("DevmapUmemRemap", outcome), REMAP)));
    }
    if (call instanceof Call.DevmapMprotect) {
      return List.of(Said.one(like(named("DevmapMprotect", outcome), 3)));
    }
    if (outcome instanceof Outcome.Signalled && call instanceof Call.UserMatches) {
      return List.of(Said.one(like("UserFaults", 2)));
    }
    if (call instanceof Call.UserFill && s.action().startsWith("User")) {
      return List.of(Said.one(like("UserFill", 2)));
    }
    if (call instanceof Call.Munmap) {
      return List.of(Said.one(e -> e.step().equals(s), e -> exports.remove(place(s))));
    }
    boolean asks =
        call instanceof Call.UmemFree
            || call instanceof Call.MemoryFill
            || call instanceof Call.UserFill
            || call instanceof Call.Fork;
    return asks ? List.of(Said.one(e -> e.step().equals(s))) : List.of();
  }

  private static String named(String action, Outcome outcome) {
    return ((Outcome.Result) outcome).errno() == 0 ? action : action + "Refused";
  }

  private List<Said> mapped(Outcome.Mapped got) {
    List<String> results = new ArrayList<>();
    for (int answer : new int[] {got.setup(), got.again()}) {
      if (answer != Outcome.Mapped.NOT_MADE) {
        results.add(Integer.toString(answer));
      }
    }
    String said = results.isEmpty() ? "none" : String.join("/", results);
    String errno = Errno.text(got.errno());
    int name = lastName;
    return List.of(
        Said.one(
            like(got.errno() == 0 ? "DevmapUmemSetup" : "DevmapUmemSetupRefused", MMAP)
                .and(e -> e.step().word(MMAP).equals(said))
                .and(e -> e.step().word(MMAP + 1).equals(errno)),
            e -> {
              if (got.errno() == 0) {
                exports.put(place(e.step()), name);
              }
            }));
  }

  private Predicate<Edge> like(String action, int args) {
    List<String> of = asked.step().args();
    return e ->
        e.step().action().equals(action)
            && e.step().args().subList(0, args).equals(of.subList(0, args));
  }

  @Override
  public List<Said> silence() {
    return List.of();
  }
}
