package umemtck.tla.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Steps and states of exports, as somebody who knows the DDI would say them. */
final class DevmapWords {
  /** Where the answers of the setups begin among the arguments of an mmap. */
  private static final int RESULTS = 14;

  private DevmapWords() {}

  /** Whether a step is of exports; a store by an application is of bufs, too. */
  static boolean knows(Step s) {
    return s.action().startsWith("Devmap")
        || Set.of("Fork", "ForkPanics", "ForkRests", "UserFill", "UserFaults").contains(s.action())
        || Set.of("MunmapPanics", "MunmapRests").contains(s.action());
  }

  static String step(Step s) {
    return switch (s.action()) {
      case "DevmapUmemSetup", "DevmapUmemSetupRefused" -> mmap(s);
      case "DevmapUmemRemap" -> remap(s) + " -> 0" + switched(s);
      case "DevmapUmemRemapRefused" -> remap(s) + " -> " + answer(s, 7, "-1");
      case "DevmapMprotect" -> protect(s) + " -> 0";
      case "DevmapMprotectRefused" -> protect(s) + " -> " + answer(s, 3, "EACCES");
      case "Fork" -> fork(s);
      case "UserFill" -> "process " + s.word(0) + " stores to " + Words.hex(s.number(1));
      case "UserFaults" -> "process " + s.word(0) + " faults at " + Words.hex(s.number(1));
      case "MemoryFill" -> "the driver stores to page " + s.word(1) + " of cookie " + s.word(0);
      default -> never(s);
    };
  }

  /** What no graph has: a call that stops the machine, or never returns. */
  private static String never(Step s) {
    String how =
        s.action().endsWith("Panics") ? " ends in a panic" : " is still out when nothing can run";
    return switch (s.action().replaceFirst("Panics$|Rests$", "")) {
      case "DevmapUmemSetup" -> asked(s) + how;
      case "DevmapUmemRemap" -> remap(s) + how;
      case "DevmapMprotect" -> protect(s) + how;
      case "Fork" -> fork(s) + how;
      case "Munmap" -> "munmap(" + Words.hex(s.number(1)) + ") of process " + s.word(0) + how;
      default -> throw new IllegalArgumentException("no such action: " + s);
    };
  }

  private static String fork(Step s) {
    return "process " + s.word(0) + " forks process " + s.word(1);
  }

  /** The answer, if it is another than the usual one. */
  private static String answer(Step s, int at, String usual) {
    return s.args().size() > at ? s.word(at) : usual;
  }

  /** What a remap switched, if that is said. */
  private static String switched(Step s) {
    String what = answer(s, 7, "");
    if (what.isEmpty()) {
      return "";
    }
    return what.equals("none") ? ", nothing is switched" : ", switches " + what;
  }

  private static String mmap(Step s) {
    return "%s -> %s, mmap %s".formatted(asked(s), s.word(RESULTS), s.word(RESULTS + 1));
  }

  private static String asked(Step s) {
    String setup =
        "devmap_umem_setup(cookie %s, koff %s, len %s, maxprot %s, flags %s)"
            .formatted(s.word(6), s.word(7), s.word(8), s.word(9), s.word(10));
    return "process %s maps %s pages at %s, prot %s, %s, open %s: %s%s, %s, entry %s"
        .formatted(
            s.word(0),
            s.word(2),
            Words.hex(s.number(1)),
            s.word(3),
            s.word(4),
            s.word(5),
            setup,
            s.word(11).equals("once") ? "" : " and again with cookie " + s.word(11),
            s.word(12).equals("true") ? "access callback" : "no access callback",
            s.word(13));
  }

  private static String remap(Step s) {
    return "devmap_umem_remap of process %s at %s (cookie %s, off %s, len %s, maxprot %s, flags %s)"
        .formatted(
            s.word(0),
            Words.hex(s.number(1)),
            s.word(2),
            s.word(3),
            s.word(4),
            s.word(5),
            s.word(6));
  }

  private static String protect(Step s) {
    return "process "
        + s.word(0)
        + " protects "
        + Words.hex(s.number(1))
        + " with prot "
        + s.word(2);
  }

  static String state(DevmapState s) {
    List<String> parts = new ArrayList<>();
    parts.add("cookies " + s.live() + " live");
    parts.add("processes " + s.alive());
    s.map()
        .forEach(
            (p, at) ->
                at.forEach(
                    (addr, m) ->
                        parts.add("process " + p + " at " + Words.hex(addr) + ": " + mapping(m))));
    parts.add("shown " + s.shows());
    if (!s.stored().isEmpty()) {
      parts.add("stored by " + s.stored());
    }
    return String.join("; ", parts);
  }

  private static String mapping(DevmapState.Mapping m) {
    return "%s pages of cookie %s from page %s on, prot %s of %s of %s, %s%s"
        .formatted(
            m.pages(),
            m.cookie(),
            m.first(),
            m.prot(),
            m.maxprot(),
            m.top(),
            m.type(),
            m.remap() ? ", remappable" : "");
  }
}
