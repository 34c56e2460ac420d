package umemtck.tla.trace;

import java.util.List;

/**
 * What the evaluator is asked next.
 *
 * @param event the number of the event that it comes from, in its machine, from 0
 * @param kind what it is
 * @param call whose steps these are
 * @param paths what may have happened: each is some steps, one after the other
 */
public record Moment(int event, Kind kind, int call, List<List<Instance>> paths) {
  /** What a moment is. */
  public enum Kind {
    /** From here on the steps of the call may happen, while others do theirs. */
    OPEN,
    /** Here the steps of the call have happened. */
    DONE,
    /** Here nothing has happened of the call yet, and this does: it goes on waiting. */
    WAITS,
    /** A fresh machine. */
    BOOT
  }

  /** Keeps copies. */
  public Moment {
    paths = paths.stream().map(List::copyOf).toList();
  }

  /** One step that happens here. */
  static Moment done(int event, int call, Instance... any) {
    return new Moment(event, Kind.DONE, call, List.of(any).stream().map(List::of).toList());
  }
}
