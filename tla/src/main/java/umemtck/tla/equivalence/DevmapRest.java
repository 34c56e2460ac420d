package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.DevmapState;
import umemtck.tla.graph.Step;

/** All steps that might be taken in a state within the bounds: those of the graph, and the rest. */
final class DevmapRest {
  /** What an mmap might answer. */
  private static final List<String> ERRNOS =
      List.of("0", "-1", "ENXIO", "EAGAIN", "EACCES", "EINVAL");

  private final DevmapBounds bounds;
  private final DevmapState s;
  private final Set<Step> all = new TreeSet<>();

  private DevmapRest(DevmapBounds bounds, DevmapState s) {
    this.bounds = bounds;
    this.s = s;
  }

  /** By state. */
  static Set<Step> of(DevmapBounds bounds, DevmapState s) {
    DevmapRest rest = new DevmapRest(bounds, s);
    for (long p : bounds.processes()) {
      rest.mmaps(p);
      rest.mappings(p);
      bounds.processes().forEach(child -> rest.forks(p, child));
      for (long a : bounds.userPages()) {
        rest.all.add(Step.of(DevmapLabels.FAULTS, p, a));
        if (bounds.writers().contains(p)) {
          rest.all.add(Step.of(DevmapLabels.FILL, p, a));
        }
      }
    }
    bounds.freed().forEach(c -> rest.all.add(Step.of("UmemFree", "driver", c)));
    return rest.all;
  }

  private void mmaps(long p) {
    for (long addr : bounds.places()) {
      for (long pages : bounds.lengths()) {
        for (long prot : bounds.prots()) {
          for (String type : bounds.types()) {
            for (String open : bounds.opens()) {
              setups(Step.of("", p, addr, pages, prot, type, open).args());
            }
          }
        }
      }
    }
  }

  private void setups(List<String> mmap) {
    for (long cookie : bounds.setUp()) {
      for (long koff : bounds.koffs()) {
        for (long len : bounds.lens()) {
          for (long maxprot : bounds.maxprots()) {
            for (long flags : bounds.devmapFlags()) {
              entries(and(mmap, Step.of("", cookie, koff, len, maxprot, flags).args()));
            }
          }
        }
      }
    }
  }

  private void entries(List<String> mmap) {
    List<String> again = new ArrayList<>(List.of("once"));
    bounds.again().forEach(c -> again.add(c.toString()));
    for (String second : again) {
      for (String access : bounds.accesses()) {
        for (String entry : bounds.entries()) {
          answers(and(mmap, List.of(second, access, entry)), !second.equals("once"));
        }
      }
    }
  }

  /** Every answer to each setup, none asked included; every errno; a panic, and none at all. */
  private void answers(List<String> asked, boolean twice) {
    List<String> results =
        twice ? List.of("none", "0/0", "0/-1", "-1/0", "-1/-1") : List.of("none", "0", "-1");
    for (String r : results) {
      ERRNOS.forEach(e -> all.add(DevmapLabels.mmap(asked, r, e)));
    }
    never(DevmapLabels.MMAP, asked);
  }

  /** What can be done with a mapping; what is not there must not be done either. */
  private void mappings(long p) {
    for (long addr : bounds.places()) {
      DevmapState.Mapping m =
          s.map().containsKey(p) && s.map().get(p).containsKey(addr)
              ? s.map().get(p).get(addr)
              : null;
      bounds.mprots().forEach(prot -> protects(Step.of("", p, addr, prot).args()));
      if (m != null) {
        List<String> munmap = Step.of("", p, addr, m.pages() * bounds.pageSize()).args();
        all.add(new Step("Munmap", munmap));
        never("Munmap", munmap);
        remaps(p, addr);
      }
    }
  }

  private void protects(List<String> asked) {
    all.add(new Step(DevmapLabels.PROTECT, asked));
    all.add(new Step(DevmapLabels.NO_PROTECT, asked));
    for (String errno : List.of("-1", "EAGAIN", "ENXIO", "EINVAL")) {
      all.add(new Step(DevmapLabels.NO_PROTECT, and(asked, List.of(errno))));
    }
    never(DevmapLabels.PROTECT, asked);
  }

  private void remaps(long p, long addr) {
    for (long cookie : bounds.remapped()) {
      for (long off : bounds.offs()) {
        for (long len : bounds.remapLens()) {
          for (long maxprot : bounds.remapMaxprots()) {
            for (long flags : bounds.remapFlags()) {
              remap(Step.of("", p, addr, cookie, off, len, maxprot, flags).args());
            }
          }
        }
      }
    }
  }

  /** Which pages it switches is not an answer: it is seen. */
  private void remap(List<String> asked) {
    all.add(new Step(DevmapLabels.REMAP, asked));
    all.add(new Step(DevmapLabels.NO_REMAP, asked));
    for (String errno : List.of("1", "EAGAIN", "EINVAL")) {
      all.add(new Step(DevmapLabels.NO_REMAP, and(asked, List.of(errno))));
    }
    never(DevmapLabels.REMAP, asked);
  }

  private void forks(long p, long child) {
    all.add(Step.of("Fork", p, child));
    never("Fork", Step.of("", p, child).args());
  }

  private void never(String action, List<String> asked) {
    all.add(new Step(action + DevmapLabels.PANICS, asked));
    all.add(new Step(action + DevmapLabels.RESTS, asked));
  }

  private static List<String> and(List<String> some, List<String> more) {
    List<String> both = new ArrayList<>(some);
    both.addAll(more);
    return both;
  }
}
