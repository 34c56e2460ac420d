package umemtck.tla.host;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tlc2.tool.TLCState;

/**
 * A state that explains what was seen.
 *
 * @param state of the specification
 * @param progress how far it is with calls whose steps are not all taken; none of those of which
 *     nothing has happened
 */
record Explanation(TLCState state, Map<Integer, Progress> progress) {
  /** How far a call is: which of its paths, and how many steps of it. */
  record Progress(int path, int steps) {}

  Explanation at(TLCState next) {
    return new Explanation(next, progress);
  }

  /** The same, so far with a call; null if nothing is left of it. */
  Explanation with(int call, Progress p) {
    if (p == null && !progress.containsKey(call)) {
      return this;
    }
    Map<Integer, Progress> map = new TreeMap<>(progress);
    if (p == null) {
      map.remove(call);
    } else {
      map.put(call, p);
    }
    return new Explanation(state, map);
  }

  Progress progress(int call) {
    return progress.isEmpty() ? null : progress.get(call);
  }

  /** Two of the same key are the same. */
  Object key() {
    return List.of(state.fingerPrint(), progress);
  }
}
