package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import umemtck.reference.model.Answer;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Prot;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.DevmapState;

/**
 * What anybody can see in a state. Every byte is looked at by the driver, and by every process that
 * maps it: as it is; then after the driver has stored a number of its own to each page, so that no
 * two look alike; and then after a store through each mapping. Every other number must be
 * forbidden, and a signal where there is none, and none where there is one.
 */
final class DevmapLooks {
  private static final int MARKS = 10;
  private static final int OTHER = 99;
  private static final String FAULTS = "faults";
  private static final String JUNK = "junk";

  private final DevmapBounds bounds;
  private final DevmapSide java;
  private final List<Wrong> wrong = new ArrayList<>();
  private DevmapState s;

  DevmapLooks(DevmapBounds bounds, DevmapSide java) {
    this.bounds = bounds;
    this.java = java;
  }

  /**
   * What the Java model sees otherwise.
   *
   * @param what was looked at
   * @param right whether the specification has it so
   * @param answer of the Java model
   */
  record Wrong(String what, boolean right, Answer answer) {}

  /** A page of a mapping that may be looked at. */
  private record Place(long p, long addr, String shown, boolean writable) {
    @Override
    public String toString() {
      return "process " + p + " at 0x" + Long.toHexString(addr);
    }
  }

  /** All that is seen otherwise in a state. */
  List<Wrong> at(DevmapState state, UmemState from) {
    s = state;
    wrong.clear();
    Map<String, Integer> bytes = new HashMap<>();
    Map<String, Integer> marks = new HashMap<>();
    UmemState marked = from;
    for (long c : s.live()) {
      for (long i = 0; i < java.pages(c); i++) {
        String page = c + "." + i;
        Long who = s.stored().get(page);
        bytes.put(page, who == null ? 0 : DevmapNumbers.value(who));
        marks.put(page, MARKS + marks.size());
        marked = next(marked, java.stores(marked, c, i, marks.get(page)), "the driver stores");
      }
    }
    List<Place> places = places();
    see(from, bytes, places, "");
    see(marked, marks, places, ", each page marked");
    for (Place at : places) {
      if (at.writable() && !at.shown().equals(FAULTS)) {
        Answer stored = java.fills(marked, at.p(), at.addr(), OTHER);
        UmemState after = next(marked, stored, at + " is stored to");
        Map<String, Integer> now = new HashMap<>(marks);
        now.replace(at.shown(), OTHER);
        see(after, now, places, ", after a store of " + at);
      }
    }
    places.stream().filter(at -> !beyond(at)).forEach(at -> signals(from, at));
    return List.copyOf(wrong);
  }

  /** Whether it is open whether an access there ends in a signal (K-24). */
  private boolean beyond(Place at) {
    return DevmapKnownDifferences.isBeyondTrash(bounds, s, at.p(), at.addr());
  }

  /** What is mapped to be shared and read; who maps privately does not look. */
  private List<Place> places() {
    List<Place> all = new ArrayList<>();
    s.map()
        .forEach(
            (p, at) ->
                at.forEach(
                    (addr, m) -> {
                      for (long i = 0; m.type().equals("shared") && i < m.pages(); i++) {
                        long a = addr + i * bounds.pageSize();
                        boolean reads = (m.prot() & Prot.READ) != 0;
                        boolean writes = (m.prot() & Prot.WRITE) != 0;
                        if (reads) {
                          all.add(new Place(p, a, s.shows().get(p).get(a), writes));
                        }
                      }
                    }));
    return all;
  }

  /** Every number that there is, and no other, by whoever can look. */
  private void see(UmemState from, Map<String, Integer> bytes, List<Place> places, String when) {
    List<Integer> values = new ArrayList<>(bytes.values());
    values.addAll(List.of(0, OTHER));
    bounds.processes().forEach(p -> values.add(DevmapNumbers.value(p)));
    for (int value : values.stream().distinct().sorted().toList()) {
      for (long c : s.live()) {
        for (long i = 0; i < java.pages(c); i++) {
          String what = "the driver finds " + value + " in page " + i + " of cookie " + c + when;
          look(what, java.holds(from, c, i, value), bytes.get(c + "." + i) == value);
        }
      }
      for (Place at : places) {
        if (at.shown().equals(JUNK)) {
          continue; // It may hold anything (REMAP.trash).
        }
        Integer there = bytes.get(at.shown());
        Answer seen = java.finds(from, at.p(), at.addr(), value);
        look(at + " finds " + value + when, seen, there != null && there == value);
      }
    }
  }

  /** A load and a store end in a signal, whichever, where the mapping is invalid; nowhere else. */
  private void signals(UmemState from, Place at) {
    boolean faults = at.shown().equals(FAULTS);
    for (int signal : List.of(DevmapSide.SIGBUS, DevmapSide.SIGSEGV)) {
      Answer load = java.signalled(from, at.p(), at.addr(), false, signal);
      look(at + " loads, and gets signal " + signal, load, faults);
      if (at.writable()) {
        Answer store = java.signalled(from, at.p(), at.addr(), true, signal);
        look(at + " stores, and gets signal " + signal, store, faults);
      }
    }
    if (faults && at.writable()) {
      look(at + " stores", java.fills(from, at.p(), at.addr(), OTHER), false);
    }
    look(at + " loads, and the machine stops", java.stops(from, at.p(), at.addr()), false);
  }

  private UmemState next(UmemState before, Answer a, String what) {
    look(what, a, true);
    return a instanceof Answer.Next n ? n.state() : before;
  }

  private void look(String what, Answer answer, boolean right) {
    if (answer instanceof Answer.Next != right) {
      wrong.add(new Wrong(what, right, answer));
    }
  }
}
