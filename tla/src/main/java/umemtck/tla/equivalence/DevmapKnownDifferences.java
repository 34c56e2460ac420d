package umemtck.tla.equivalence;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import umemtck.reference.model.Answer;
import umemtck.reference.model.UmemState;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Prot;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.DevmapState;
import umemtck.tla.graph.Step;

/**
 * Where the Java model of exports may differ from the specification. Of some steps it is never
 * asked, because the kit does not make them; to some it says what would be good, and binds nobody;
 * and where no clause names an errno, it takes any. Each difference is held to its reason.
 */
final class DevmapKnownDifferences {
  /** What the Java model asks for as documented, though nobody is bound to it (the catalogue). */
  static final Set<String> QUALITIES =
      Set.of(
          "DEVMAP.invalid-needs-remap/refused",
          "DEVMAP.maxprot-subset/user",
          "DEVMAP.private-refused/einval",
          "DEVMAP.setup-once/second-refused");

  private static final String AFTER_MAP = "REMAP.after-map";
  private static final String MAXPROT_STICKY = "DEVMAP.maxprot-sticky";
  private static final String PRIVATE = "DEVMAP.private-refused";
  private static final String SUCCESS = "DEVMAP.success";

  private final DevmapBounds bounds;
  private final DevmapSide java;
  private final DevmapSide modest;

  DevmapKnownDifferences(DevmapBounds bounds, DevmapSide java) {
    this.bounds = bounds;
    this.java = java;
    this.modest = new DevmapSide(bounds, false);
  }

  /** Whether a clause stands for a mapping whose handle nobody was told. */
  static boolean isInherited(String clause) {
    return AFTER_MAP.equals(clause);
  }

  /**
   * Whether no history of the Java model can lead to a state: something may be executed there; or,
   * as documented, is mapped privately though no access callback can be given, or is invalid for
   * good, which are qualities not met.
   */
  boolean isBeyond(DevmapState s) {
    boolean executed =
        s.map().values().stream()
            .flatMap(at -> at.values().stream())
            .anyMatch(m -> (m.prot() & Prot.EXEC) != 0);
    return executed || (isDocumented() && isOfLittleQuality(s));
  }

  private boolean isOfLittleQuality(DevmapState s) {
    boolean found = false;
    for (Map.Entry<Long, SortedMap<Long, DevmapState.Mapping>> e : s.map().entrySet()) {
      for (Map.Entry<Long, DevmapState.Mapping> m : e.getValue().entrySet()) {
        boolean faults = s.shows().get(e.getKey()).get(m.getKey()).equals("faults");
        boolean isPrivate = m.getValue().type().equals("private");
        found |= faults && !m.getValue().remap();
        found |= isPrivate && !bounds.accesses().contains("true");
      }
    }
    return found;
  }

  private boolean isDocumented() {
    return bounds.profile().equals(Profile.DOCUMENTED.word());
  }

  /**
   * The clause that explains a step that only the specification has, or null.
   *
   * @param answer of the Java model
   * @param to where the step leads, as far as Java knows
   */
  String onlyThere(DevmapState s, UmemState from, Step step, Answer answer, DevmapState to) {
    if (answer instanceof Answer.Undefined u) {
      return notMade(s, from, step, u) ? u.clause() : null;
    }
    if (!(answer instanceof Answer.Forbidden f)) {
      return null;
    }
    boolean quality = f.breaches().stream().allMatch(b -> QUALITIES.contains(b.facet()));
    if (quality && isDocumented() && DevmapLabels.isMmap(step)) {
      return f.breaches().get(0).clause();
    }
    return step.action().equals(DevmapLabels.NO_MMAP) && isModesty(from, step, to)
        ? "DEVMAP.flags-other"
        : null;
  }

  /** Whether the kit never does that: the duty that the Java model names is broken indeed. */
  private boolean notMade(DevmapState s, UmemState from, Step step, Answer.Undefined u) {
    return switch (u.clause()) {
      case MAXPROT_STICKY -> DevmapLabels.isProtect(step) && (step.number(2) & Prot.EXEC) != 0;
      case AFTER_MAP ->
          DevmapLabels.isRemap(step)
              && bounds.children().contains(step.number(0))
              && java.handle(from, step.number(0), step.number(1)) == 0;
      case PRIVATE -> step.action().equals(DevmapLabels.FAULTS) && isPrivate(s, step);
      case SUCCESS ->
          step.action().equals(DevmapLabels.NO_MMAP)
              && step.number(8) != step.number(2) * bounds.pageSize();
      default -> false;
    };
  }

  private static boolean isPrivate(DevmapState s, Step faults) {
    DevmapState.Mapping m = before(s, faults.number(0), faults.number(1));
    return m != null && m.type().equals("private");
  }

  /** The last mapping of a process that begins at an address, or before it; or null. */
  private static DevmapState.Mapping before(DevmapState s, long p, long addr) {
    SortedMap<Long, DevmapState.Mapping> all = s.map().getOrDefault(p, new TreeMap<>());
    SortedMap<Long, DevmapState.Mapping> some = all.headMap(addr + 1);
    return some.isEmpty() ? null : some.get(some.lastKey());
  }

  /** DEVMAP.in-bounds: whether a page shows TRASH beyond the bounds, which nobody need ask. */
  static boolean isBeyondTrash(DevmapBounds bounds, DevmapState s, long p, long addr) {
    DevmapState.Mapping m = before(s, p, addr);
    return m != null
        && bounds.trashes().contains(m.cookie())
        && m.first() + m.pages() > new DevmapNumbers(bounds).pages(m.cookie());
  }

  /**
   * DEVMAP.flags-other: who declares that he can remap honours DEVMAP_ALLOW_REMAP (K-12). Of who
   * does not, the Java model says what the specification says.
   */
  private boolean isModesty(UmemState from, Step step, DevmapState to) {
    return step.number(10) != 0
        && modest.take(from, step) instanceof Answer.Next n
        && modest.stands(n.state()).equals(to);
  }

  /**
   * The clause that explains a step that only Java has, or null.
   *
   * @param steps what the specification has in that state
   * @param changes whether the step leads to another state
   */
  String onlyHere(DevmapState s, Set<Step> steps, Step step, boolean changes) {
    if (changes) {
      return null;
    }
    if (step.action().equals(DevmapLabels.FAULTS)) {
      boolean open = isBeyondTrash(bounds, s, step.number(0), step.number(1));
      return open ? "DEVMAP.in-bounds" : null;
    }
    if (step.action().equals(DevmapLabels.NO_PROTECT)) {
      Step usual = new Step(DevmapLabels.NO_PROTECT, step.args().subList(0, 3));
      return steps.contains(usual) ? MAXPROT_STICKY : null;
    }
    boolean unasked =
        step.action().equals(DevmapLabels.NO_MMAP) && DevmapLabels.results(step).equals("none");
    return unasked && steps.contains(DevmapLabels.mmap(step.args(), "none", "EACCES"))
        ? "DEVMAP.maxprot-subset"
        : null;
  }
}
