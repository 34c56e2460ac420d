package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.List;
import umemtck.tla.graph.Step;

/** The steps of exports by name, and what else could be answered to them. */
final class DevmapLabels {
  static final String MMAP = "DevmapUmemSetup";
  static final String NO_MMAP = "DevmapUmemSetupRefused";
  static final String REMAP = "DevmapUmemRemap";
  static final String NO_REMAP = "DevmapUmemRemapRefused";
  static final String PROTECT = "DevmapMprotect";
  static final String NO_PROTECT = "DevmapMprotectRefused";
  static final String FAULTS = "UserFaults";
  static final String FILL = "UserFill";

  /** Behind the name of a step that ends in a panic. */
  static final String PANICS = "Panics";

  /** Behind the name of a step that is still out when nothing can run. */
  static final String RESTS = "Rests";

  /** How many arguments of an mmap are of what is asked for. */
  static final int ASKED = 14;

  private DevmapLabels() {}

  /** An mmap, with what the setups answered, and what it answered itself. */
  static Step mmap(List<String> asked, String results, String errno) {
    List<String> args = new ArrayList<>(asked.subList(0, ASKED));
    args.add(results);
    args.add(errno);
    return new Step(errno.equals("0") ? MMAP : NO_MMAP, args);
  }

  static boolean isMmap(Step s) {
    return s.action().equals(MMAP) || s.action().equals(NO_MMAP);
  }

  static boolean isProtect(Step s) {
    return s.action().equals(PROTECT) || s.action().equals(NO_PROTECT);
  }

  static boolean isRemap(Step s) {
    return s.action().equals(REMAP) || s.action().equals(NO_REMAP);
  }

  static String results(Step mmap) {
    return mmap.word(ASKED);
  }

  static String errno(Step mmap) {
    return mmap.word(ASKED + 1);
  }

  static boolean isPrivate(Step mmap) {
    return mmap.word(4).equals("private");
  }
}
