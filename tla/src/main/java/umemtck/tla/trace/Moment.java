package umemtck.tla.trace;

import java.util.List;

/**
 * What the evaluator is asked next.
 *
 * @param event the number of the event that it comes from, in its machine, from 0
 * @param kind what it is
 * @param call whose steps these are
 * @param paths what may have happened
 */
public record Moment(int event, Kind kind, int call, List<Path> paths) {
  /** What a moment is. */
  public enum Kind {
    /** From here on the steps of the call may happen, while others do theirs. */
    OPEN,
    /** Here the steps of the call have happened. */
    DONE,
    /** Here this happens, and the steps of the call have not all happened yet: it waits. */
    WAITS,
    /** A fresh machine. */
    BOOT
  }

  /** Keeps copies. */
  public Moment {
    paths = List.copyOf(paths);
  }
}
