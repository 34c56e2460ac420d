package umemtck.tla.equivalence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.Yaml;
import umemtck.reference.model.Answer;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Prot;
import umemtck.tla.EditedGraphs;
import umemtck.tla.Graphs;
import umemtck.tla.ModelTable;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.DevmapState;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.Step;

/**
 * The comparison of exports sees one step too few, one too many, and one that leads astray; an
 * answer of Java that is not what it was, and a byte; and it does not take a known difference for
 * an excuse.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevmapGraphAgainstModelTest {
  private final Graph setup = load("SetupIllumos");
  private final Graph prot = load("Prot");
  private final Graph remap = load("Remap");
  private final Graph stores = load("Stores");
  private final Graph fork = load("Fork");
  private final Graph arguments = load("RemapArguments");
  private final Graph kinds = load("Kinds");
  private final Graph locked = load("Locked");

  private static Graph load(String name) {
    try {
      return Graphs.committed(ModelTable.load().model("ci/MCDevmap" + name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> differences(Graph g) {
    return new DevmapGraphAgainstModel(g).differences();
  }

  /** What Java says instead of the truth. */
  private interface Lie {
    Answer of(UmemState from, Step step, Answer truth);
  }

  private static DevmapSide liar(Graph g, Lie lie) {
    return new DevmapSide((DevmapBounds) g.bounds()) {
      @Override
      Answer take(UmemState s, Step step) {
        return lie.of(s, step, super.take(s, step));
      }
    };
  }

  private static List<String> lied(Graph g, Lie lie) {
    return new DevmapGraphAgainstModel(g, liar(g, lie)).differences();
  }

  /** What is found if Java allows what it forbids, and nothing comes of it. */
  private static List<String> allowed(Graph g, Predicate<Step> which) {
    return lied(
        g,
        (from, step, truth) ->
            which.test(step) && !(truth instanceof Answer.Next) ? new Answer.Next(from) : truth);
  }

  private static void tells(List<String> differences, String... words) {
    assertFalse(differences.isEmpty(), "no difference was found");
    for (String w : words) {
      assertTrue(differences.get(0).contains(w), () -> "no '" + w + "' in " + differences.get(0));
    }
  }

  /** The first state that has a step. */
  private static int having(Graph g, Step step) {
    return IntStream.range(0, g.states().size())
        .filter(n -> g.steps().get(n).containsKey(step))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no state has " + step));
  }

  /** What is mapped by process 1 at 4. */
  private static DevmapState.Mapping mapping(Graph g, int n) {
    return ((DevmapState) g.states().get(n)).map().get(1L).get(4L);
  }

  private static int to(Graph g, int n, Step step) {
    return g.steps().get(n).get(step);
  }

  private static Graph without(Graph g, Step step) {
    return EditedGraphs.without(g, having(g, step), step);
  }

  /** An mmap of one page at 4, prot 3. */
  private static Step mmap(String type, Object cookie, Object flags, Object again, Object results) {
    return Step.of(
        "", 1, 4, 1, 3, type, "rw", cookie, 0, 4, 15, flags, again, false, "as-they-went", results);
  }

  private static Step ends(Step mmap, String errno) {
    return DevmapLabels.mmap(mmap.args(), DevmapLabels.results(mmap), errno);
  }

  // ---- Setups.

  /** DEVMAP.null-cookie. */
  @Test
  void withoutARefusal() {
    tells(
        differences(without(setup, ends(mmap("shared", 0, 0, "once", -1), "ENXIO"))),
        "devmap_umem_setup(cookie 0, koff 0, len 4, maxprot 15, flags 0)",
        "-> -1, mmap ENXIO",
        "the specification     does not have it",
        "the Java model        allows it");
  }

  /** DEVMAP.success. */
  @Test
  void withARefusalForNothing() {
    Step refused = ends(mmap("shared", 1, 0, "once", -1), "ENXIO");
    tells(
        differences(EditedGraphs.with(setup, setup.init(), refused, setup.init())),
        "-> -1, mmap ENXIO",
        "the specification     allows it",
        "the Java model        forbids it: DEVMAP.kinds/non-pageable");
  }

  /** DEVMAP.setup-once. */
  @Test
  void withASecondSetupThatIsGiven() {
    Step once = ends(mmap("shared", 1, 0, "once", 0), "0");
    Step twice = ends(mmap("shared", 1, 0, 2, "0/0"), "0");
    int n = setup.init();
    tells(
        differences(EditedGraphs.with(setup, n, twice, to(setup, n, once))),
        "and again with cookie 2",
        "the specification     allows it",
        "the Java model        forbids it: DEVMAP.setup-once/second-refused");
  }

  /** DEVMAP.private-refused: before the driver is asked, too. */
  @Test
  void withoutARefusalThatDoesNotAskTheDriver() {
    tells(
        differences(without(setup, ends(mmap("private", 1, 0, "once", "none"), "EINVAL"))),
        "private",
        "-> none, mmap EINVAL",
        "the specification     does not have it",
        "the Java model        allows it");
  }

  /** DEVMAP.mmap-errno. */
  @Test
  void withAnotherErrno() {
    Step private0 = mmap("private", 0, 0, "once", -1);
    tells(
        differences(
            EditedGraphs.with(
                without(setup, ends(private0, "ENXIO")),
                setup.init(),
                ends(private0, "EINVAL"),
                setup.init())),
        "-> -1, mmap EINVAL",
        "the Java model        forbids it: DEVMAP.mmap-errno/enxio");
  }

  /** DEVMAP.maxprot-subset: how the device is open. */
  @Test
  void withASetupBeyondTheOpenMode() {
    Step read =
        Step.of("", 1, 4, 1, 1, "shared", "r", 1, 0, 4, 15, 0, "once", false, "as-they-went", 0);
    Step written =
        Step.of("", 1, 4, 1, 3, "shared", "r", 1, 0, 4, 15, 0, "once", false, "as-they-went", 0);
    int n = prot.init();
    tells(
        differences(EditedGraphs.with(prot, n, ends(written, "0"), to(prot, n, ends(read, "0")))),
        "prot 3, shared, open r",
        "the Java model        forbids it: DEVMAP.maxprot-subset/opened");
  }

  @Test
  void javaThatLetsAnyMmapAnswerAnything() {
    List<String> found = allowed(setup, DevmapLabels::isMmap);
    for (String results : List.of("none", "0", "-1", "0/0", "0/-1", "-1/0", "-1/-1")) {
      for (String errno : List.of("0", "-1", "ENXIO", "EAGAIN", "EACCES", "EINVAL")) {
        assertTrue(
            found.stream().anyMatch(d -> d.contains(" -> " + results + ", mmap " + errno + "\n")),
            () -> results + " and " + errno);
      }
    }
  }

  // ---- Protections.

  /** DEVMAP.maxprot-sticky. */
  @Test
  void withoutAnMprotect() {
    tells(
        differences(without(prot, Step.of("DevmapMprotect", 1, 4, 1))),
        "process 1 protects 0x4 with prot 1 -> 0",
        "the specification     does not have it",
        "the Java model        allows it");
  }

  @Test
  void withAnMprotectBeyondMaxprot() {
    Step no = Step.of("DevmapMprotectRefused", 1, 4, 3);
    int n =
        IntStream.range(0, prot.states().size())
            .filter(i -> prot.steps().get(i).containsKey(no))
            .filter(i -> mapping(prot, i).prot() < Prot.USER + Prot.EXEC)
            .findFirst()
            .orElseThrow();
    tells(
        differences(EditedGraphs.with(prot, n, Step.of("DevmapMprotect", 1, 4, 3), n)),
        "process 1 protects 0x4 with prot 3 -> 0",
        "the Java model        forbids it: DEVMAP.maxprot-sticky/mprotect");
  }

  @Test
  void withAnMprotectThatLeadsAstray() {
    Step protect = Step.of("DevmapMprotect", 1, 4, 1);
    int n = having(prot, protect);
    tells(
        differences(
            EditedGraphs.with(prot, n, protect, to(prot, n, Step.of("DevmapMprotect", 1, 4, 3)))),
        "process 1 protects 0x4 with prot 1 -> 0",
        "the specification     goes on to",
        "prot 3 of 3",
        "the Java model        goes on to",
        "prot 1 of 3");
  }

  // ---- Remaps.

  private static final Step FITS = Step.of("DevmapUmemRemap", 1, 4, 2, 4, 8, 15, 0, "4/8");

  /** REMAP.switch. */
  @Test
  void withoutARemap() {
    tells(
        differences(without(remap, FITS)),
        "devmap_umem_remap of process 1 at 0x4 (cookie 2, off 4, len 8, maxprot 15, flags 0) -> 0",
        "the specification     does not have it",
        "the Java model        allows it");
  }

  /** REMAP.in-bounds: the whole mapping, which is not asked for. */
  @Test
  void withARemapThatShrinks() {
    int n = having(remap, FITS);
    tells(
        differences(
            EditedGraphs.with(
                remap,
                n,
                Step.of("DevmapUmemRemap", 1, 4, 3, 0, 4, 15, 0, "4/8"),
                to(remap, n, FITS))),
        "(cookie 3, off 0, len 4, maxprot 15, flags 0) -> 0",
        "the Java model        forbids it: REMAP.in-bounds/refused");
  }

  /** REMAP.switch: from the new offset on. */
  @Test
  void withARemapToAnotherOffset() {
    int n = having(remap, FITS);
    Step first = Step.of("DevmapUmemRemap", 1, 4, 2, 0, 8, 15, 0, "4/8");
    tells(
        differences(EditedGraphs.with(remap, n, FITS, to(remap, n, first))),
        "off 4, len 8",
        "the specification     goes on to",
        "2 pages of cookie 2 from page 0 on",
        "the Java model        goes on to",
        "2 pages of cookie 2 from page 1 on");
  }

  /** REMAP.needs-setup, REMAP.in-bounds: -1 where 0 is right, and the reverse. */
  @Test
  void javaThatLetsAnyRemapAnswerThat() {
    List<String> found = allowed(remap, DevmapLabels::isRemap);
    for (String answer : List.of("0", "-1", "1", "EAGAIN", "EINVAL")) {
      assertTrue(
          found.stream()
              .map(d -> d.lines().findFirst().orElseThrow())
              .anyMatch(d -> d.startsWith("devmap_umem_remap") && d.endsWith(" -> " + answer)),
          answer);
    }
  }

  /** REMAP.needs-setup, REMAP.flags-zero, REMAP.maxprot, REMAP.null-cookie, each alone. */
  @Test
  void withARemapThatMustFail() {
    Step right = Step.of("DevmapUmemRemap", 1, 2, 2, 0, 2, 15, 0, "2/4");
    int n = having(arguments, right);
    int to = to(arguments, n, right);
    wrongRemap(n, Step.of("DevmapUmemRemap", 1, 2, 2, 0, 2, 15, 1, "2/4"), to, "REMAP.flags-zero");
    wrongRemap(n, Step.of("DevmapUmemRemap", 1, 2, 2, 0, 2, 9, 0, "2/4"), to, "REMAP.maxprot");
    wrongRemap(n, Step.of("DevmapUmemRemap", 1, 2, 0, 0, 2, 15, 0, "2/4"), to, "REMAP.null-cookie");
    wrongRemap(n, Step.of("DevmapUmemRemap", 1, 2, 2, 6, 2, 15, 0, "2/4"), to, "REMAP.in-bounds");
    wrongRemap(n, Step.of("DevmapUmemRemap", 1, 2, 2, 2, 6, 15, 0, "2/4"), to, "REMAP.in-bounds");
    int without =
        IntStream.range(0, arguments.states().size())
            .filter(i -> !arguments.steps().get(i).containsKey(right))
            .filter(i -> arguments.steps().get(i).containsKey(Step.of("Munmap", 1, 2, 4)))
            .findFirst()
            .orElseThrow();
    wrongRemap(without, right, to, "REMAP.needs-setup");
  }

  private void wrongRemap(int n, Step step, int to, String clause) {
    tells(
        differences(EditedGraphs.with(arguments, n, step, to)),
        "devmap_umem_remap of process 1 at 0x2",
        "the specification     allows it",
        "the Java model        forbids it: " + clause);
  }

  // ---- Uses.

  /** DEVMAP.invalid-faults. */
  @Test
  void withoutAFault() {
    tells(
        differences(without(fork, Step.of("UserFaults", 1, 4))),
        "process 1 faults at 0x4",
        "the specification     does not have it",
        "the Java model        allows it");
  }

  @Test
  void withAFaultOfWhatIsValid() {
    Step fill = Step.of("UserFill", 1, 4);
    int n = having(fork, fill);
    tells(
        differences(EditedGraphs.with(fork, n, Step.of("UserFaults", 1, 4), n)),
        "process 1 faults at 0x4",
        "the Java model        forbids it");
  }

  /** DEVMAP.success: what is stored is stored there. */
  @Test
  void withAStoreThatIsLost() {
    Step fill = Step.of("UserFill", 1, 4);
    int n =
        IntStream.range(0, stores.states().size())
            .filter(i -> stores.steps().get(i).getOrDefault(fill, i) != i)
            .findFirst()
            .orElseThrow();
    tells(
        differences(EditedGraphs.with(stores, n, fill, n)),
        "process 1 stores to 0x4",
        "the Java model        goes on to");
  }

  /** FREE.while-mapped, a duty. */
  @Test
  void withAFreeOfWhatIsMapped() {
    Step free = Step.of("UmemFree", "driver", 1);
    int freed = to(stores, having(stores, free), free);
    Step fill = Step.of("UserFill", 1, 4);
    int n =
        IntStream.range(0, stores.states().size())
            .filter(i -> stores.steps().get(i).containsKey(fill))
            .filter(i -> mapping(stores, i).cookie() == 1)
            .findFirst()
            .orElseThrow();
    tells(
        differences(EditedGraphs.with(stores, n, free, freed)),
        "ddi_umem_free(0x1) by driver",
        "the Java model        calls it a breach of the caller's duty: FREE.while-mapped");
  }

  /** DEVMAP.fork-shares. */
  @Test
  void withAForkThatMapsNothing() {
    Step forks = Step.of("Fork", 1, 2);
    int n =
        IntStream.range(0, fork.states().size())
            .filter(i -> fork.steps().get(i).containsKey(forks))
            .filter(i -> fork.steps().get(i).containsKey(Step.of("Munmap", 1, 4, 4)))
            .findFirst()
            .orElseThrow();
    int bare = to(fork, fork.init(), forks);
    tells(
        differences(EditedGraphs.with(fork, n, forks, bare)),
        "process 1 forks process 2",
        "the Java model        goes on to",
        "process 2 at 0x4");
  }

  @Test
  void javaThatPanicsOrLetsACallRest() {
    List<String> found =
        allowed(fork, s -> s.action().endsWith("Panics") || s.action().endsWith("Rests"));
    for (String call : List.of("maps", "devmap_umem_remap", "protects", "forks", "munmap")) {
      for (String how : List.of("ends in a panic", "is still out when nothing can run")) {
        assertTrue(
            found.stream()
                .map(d -> d.lines().findFirst().orElseThrow())
                .anyMatch(d -> d.contains(call) && d.endsWith(how)),
            () -> call + " " + how);
      }
    }
  }

  // ---- Looks.

  @Test
  void javaThatShowsAnything() {
    DevmapSide blind =
        new DevmapSide((DevmapBounds) remap.bounds()) {
          @Override
          Answer finds(UmemState s, long p, long addr, int value) {
            return new Answer.Next(s);
          }
        };
    tells(
        new DevmapGraphAgainstModel(remap, blind).differences(),
        "a look: process 1 at 0xc finds 2",
        "the specification     has it otherwise");
  }

  /** DEVMAP.locked-offset: who has locked the pages, and who maps them. */
  @Test
  void javaThatShowsOtherPagesThanWereLocked() {
    DevmapSide shifted =
        new DevmapSide((DevmapBounds) locked.bounds()) {
          @Override
          Answer holds(UmemState s, long cookie, long page, int value) {
            return super.holds(s, cookie, 1 - page, value);
          }
        };
    tells(
        new DevmapGraphAgainstModel(locked, shifted).differences(),
        "a look: the driver finds 10 in page 0 of cookie 1, each page marked",
        "the specification     has it so");
  }

  /** REMAP.switch, of which pages: seen only because the driver has told them apart. */
  @Test
  void javaThatShowsTheFirstPageEverywhere() {
    DevmapSide blurred =
        new DevmapSide((DevmapBounds) remap.bounds()) {
          @Override
          Answer finds(UmemState s, long p, long addr, int value) {
            return super.finds(s, p, addr == 8 && mapped(s, p) ? 4 : addr, value);
          }

          private boolean mapped(UmemState s, long p) {
            DevmapState.Mapping m = stands(s).map().get(p).get(4L);
            return m != null && m.pages() == 2;
          }
        };
    tells(
        new DevmapGraphAgainstModel(remap, blurred).differences(),
        "a look: process 1 at 0x8 finds 10, each page marked",
        "the specification     has it otherwise");
  }

  @Test
  void javaThatLetsTheDriverFindAnything() {
    DevmapSide blind =
        new DevmapSide((DevmapBounds) stores.bounds()) {
          @Override
          Answer holds(UmemState s, long cookie, long page, int value) {
            return new Answer.Next(s);
          }
        };
    tells(
        new DevmapGraphAgainstModel(stores, blind).differences(),
        "a look: the driver finds",
        "the specification     has it otherwise");
  }

  @Test
  void javaThatSignalsAnywhereAndNowhere() {
    for (boolean anywhere : List.of(true, false)) {
      DevmapSide odd =
          new DevmapSide((DevmapBounds) fork.bounds()) {
            @Override
            Answer signalled(UmemState s, long p, long addr, boolean stores, int signal) {
              Answer truth = super.signalled(s, p, addr, stores, signal);
              Answer lie = anywhere ? new Answer.Next(s) : Answer.forbid("X.y/z", "no signal");
              return stores ? lie : truth;
            }
          };
      tells(
          new DevmapGraphAgainstModel(fork, odd).differences(),
          "a look: process 1 at 0x4 stores, and gets signal 10",
          anywhere ? "has it otherwise" : "has it so");
    }
  }

  // ---- What is known, and held to its reason.

  /** DEVMAP.flags-other excuses a refusal of a flag, not of none. */
  @Test
  void aRefusalWithoutAFlagIsNotExcused() {
    int n = arguments.init();
    tells(
        differences(EditedGraphs.with(arguments, n, ends(flagged(0, -1), "ENXIO"), n)),
        "flags 0",
        "the Java model        forbids it: DEVMAP.kinds/non-pageable");
  }

  /** And only if nothing comes of it. */
  @Test
  void aRefusalThatMapsIsNotExcused() {
    int n = arguments.init();
    int mapped = to(arguments, n, ends(flagged(2, 0), "0"));
    tells(
        differences(EditedGraphs.with(arguments, n, ends(flagged(2, -1), "ENXIO"), mapped)),
        "flags 2",
        "the Java model        forbids it");
  }

  /** An mmap of two pages at 2, prot 3. */
  private static Step flagged(int flags, int result) {
    return Step.of(
        "", 1, 2, 2, 3, "shared", "rw", 1, 0, 4, 15, flags, "once", false, "as-they-went", result);
  }

  /** DEVMAP.maxprot-subset: nobody is bound to PROT_USER as documented, to WRITE everybody is. */
  @Test
  void aQualityIsNotAnExcuseForWhatBinds() {
    int n = prot.init();
    int mapped = to(prot, n, ends(of(3), "0"));
    for (int maxprot : List.of(9, 1)) {
      tells(
          differences(EditedGraphs.with(prot, n, ends(of(maxprot), "0"), mapped)),
          "maxprot " + maxprot,
          "the Java model        forbids it: DEVMAP.maxprot-subset/refused");
    }
  }

  private static Step of(int maxprot) {
    return Step.of(
        "", 1, 4, 1, 3, "shared", "rw", 1, 0, 4, maxprot, 0, "once", false, "as-they-went", 0);
  }

  /** DEVMAP.maxprot-sticky excuses what is to be executed, not what is to be written. */
  @Test
  void anMprotectThatIsNotAsked() {
    tells(
        lied(
            prot,
            (from, step, truth) ->
                DevmapLabels.isProtect(step) && step.number(2) == 3
                    ? new Answer.Undefined("DEVMAP.maxprot-sticky", "what it can protect")
                    : truth),
        "with prot 3",
        "the specification     allows it");
  }

  /** DEVMAP.maxprot-sticky excuses another errno, not a success, nor any where there is none. */
  @Test
  void anErrnoThatTheSpecificationDoesNotOweIsNotExcused() {
    tells(
        allowed(prot, s -> s.action().equals("DevmapMprotectRefused") && s.args().size() > 3),
        "with prot",
        "the specification     does not have it");
  }

  /** DEVMAP.in-bounds (K-24): of TRASH within its size a signal is wrong. */
  @Test
  void aSignalWithinTrashIsNotExcused() {
    assertTrue(
        allowed(kinds, s -> s.action().equals("UserFaults")).stream()
            .filter(d -> d.startsWith("process 1 faults at 0x4"))
            .anyMatch(d -> d.contains("1 pages of cookie 3 from page 0 on")));
  }

  /** DEVMAP.private-refused: what is shared is looked into. */
  @Test
  void aFaultThatIsNotAskedOfASharedMapping() {
    tells(
        lied(
            fork,
            (from, step, truth) ->
                step.action().equals("UserFaults") && truth instanceof Answer.Next
                    ? new Answer.Undefined("DEVMAP.private-refused", "pages of no private device")
                    : truth),
        "faults at 0x4",
        "the specification     allows it");
  }

  /** DEVMAP.success: a setup of the whole mapping is asked. */
  @Test
  void aSetupOfTheWholeThatIsNotAsked() {
    tells(
        lied(
            remap,
            (from, step, truth) ->
                DevmapLabels.isMmap(step)
                    ? new Answer.Undefined("DEVMAP.success", "a setup of the whole mapping")
                    : truth),
        "the specification     allows it",
        "DEVMAP.success");
  }

  /** REMAP.after-map: of an inherited mapping; and one that the child made itself is remapped. */
  @Test
  void aRemapThatIsNeverAskedOfAChild() {
    Lie all =
        (from, step, truth) ->
            step.action().startsWith("DevmapUmemRemap") && step.number(0) == 2
                ? new Answer.Undefined("REMAP.after-map", "a mapping that is there, whole")
                : truth;
    tells(lied(fork, all), "devmap_umem_remap of process 2", "the specification     allows it");
    DevmapSide untold =
        new DevmapSide((DevmapBounds) fork.bounds()) {
          @Override
          Answer take(UmemState s, Step step) {
            return all.of(s, step, super.take(s, step));
          }

          @Override
          long handle(UmemState s, long p, long addr) {
            return p == 2 ? 0 : super.handle(s, p, addr);
          }
        };
    assertTrue(
        new DevmapGraphAgainstModel(fork, untold)
            .differences().stream()
                .anyMatch(d -> d.contains("of no mapping that the process made itself")));
  }

  /** A state that only an executable page leads to is none that Java has. */
  @Test
  void withoutAWayIntoAState() {
    Step given = ends(mmap("shared", 1, 2, "once", 0), "0");
    DevmapGraphAgainstModel walk = new DevmapGraphAgainstModel(without(setup, given));
    assertTrue(
        walk.differences().stream().anyMatch(d -> d.contains("the specification     does not")));
  }

  /** The catalogue says what binds; what does not, as documented, binds in illumos. */
  @Test
  void whatIsTakenForAQualityIsOne() throws IOException {
    for (String facet : DevmapKnownDifferences.QUALITIES) {
      assertEquals(Map.of("documented", "quality", "illumos", "must"), strength(facet));
    }
  }

  @SuppressWarnings("unchecked")
  private static Object strength(String facet) throws IOException {
    String[] names = facet.split("[/]");
    String area = "/umemtck/spec/clauses/" + names[0].split("[.]")[0] + ".yaml";
    try (InputStream in = DevmapGraphAgainstModelTest.class.getResourceAsStream(area)) {
      Map<String, List<Map<String, Object>>> yaml = new Yaml().load(in);
      return yaml.get("clauses").stream()
          .filter(c -> c.get("id").equals(names[0]))
          .flatMap(c -> ((List<Map<String, Object>>) c.get("facets")).stream())
          .filter(f -> f.get("id").equals(names[1]))
          .findFirst()
          .orElseThrow()
          .get("strength");
    }
  }

  /** What was compared, by hand: a graph that is half walked is seen here. */
  @Test
  void eachKnownDifferenceIsMet() {
    assertEquals("[DEVMAP.private-refused]", met(setup, 0));
    assertEquals("[DEVMAP.maxprot-sticky, DEVMAP.maxprot-subset]", met(prot, 10));
    assertEquals("[DEVMAP.flags-other, DEVMAP.success]", met(remap, 0));
    assertEquals("[]", met(stores, 0));
    assertEquals("[DEVMAP.flags-other, REMAP.after-map]", met(fork, 0));
    assertEquals("[DEVMAP.flags-other, DEVMAP.in-bounds]", met(arguments, 0));
    assertEquals("[DEVMAP.in-bounds, DEVMAP.success]", met(kinds, 0));
    assertEquals("[]", met(locked, 0));
    assertEquals("[]", met(load("Entry"), 0));
    assertEquals("[DEVMAP.maxprot-sticky, DEVMAP.maxprot-subset]", met(load("ProtIllumos"), 10));
    assertEquals(
        "[DEVMAP.invalid-needs-remap, DEVMAP.private-refused, DEVMAP.setup-once]",
        met(load("Setup"), 16));
  }

  private static String met(Graph g, long beyond) {
    DevmapGraphAgainstModel walk = new DevmapGraphAgainstModel(g);
    assertEquals(List.of(), walk.differences());
    assertTrue(walk.forbidden() > g.refusals());
    assertEquals(beyond, walk.beyond());
    return walk.explained().keySet().toString();
  }
}
