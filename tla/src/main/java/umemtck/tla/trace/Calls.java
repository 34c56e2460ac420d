package umemtck.tla.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The moments of one machine. The steps of a call happen between its being made and its return: if
 * nothing else is told meanwhile, then at its return.
 */
final class Calls {
  private final List<Moment> moments = new ArrayList<>();
  private final Map<Integer, Integer> made = new HashMap<>();
  private final Set<Integer> known = new HashSet<>();

  /** A call is made, whose steps are told when it returns. */
  void invoked(int event, int call) {
    known.add(event);
    made.put(call, moments.size());
    moments.add(new Moment(event, Moment.Kind.OPEN, call, List.of()));
  }

  /** A call has returned, and one of these paths was taken. */
  void returned(int event, int call, List<List<Instance>> paths) {
    known.add(event);
    int at = made.remove(call);
    Moment opened = moments.get(at);
    boolean alone = at == moments.size() - 1;
    moments.set(at, alone ? null : new Moment(opened.event(), Moment.Kind.OPEN, call, paths));
    moments.add(new Moment(event, Moment.Kind.DONE, call, paths));
  }

  /** The same, in one step of several. */
  void returned(int event, int call, Instance... any) {
    returned(event, call, List.of(any).stream().map(List::of).toList());
  }

  /** Something happens at once, which is no call of this specification. */
  void now(int event, int call, Instance step) {
    moments.add(new Moment(event, Moment.Kind.DONE, call, List.of(List.of(step))));
  }

  /** A call goes on waiting. */
  void waits(int event, int call, Instance step) {
    known.add(event);
    moments.add(new Moment(event, Moment.Kind.WAITS, call, List.of(List.of(step))));
  }

  /** A call never returns; one of these paths may have been taken all the same. */
  void never(int call, Instance... any) {
    int at = made.remove(call);
    List<List<Instance>> paths = List.of(any).stream().map(List::of).toList();
    moments.set(at, new Moment(moments.get(at).event(), Moment.Kind.OPEN, call, paths));
  }

  /** All that was told. */
  Script.Told told() {
    List<Moment> all =
        moments.stream()
            .filter(m -> m != null && (m.kind() != Moment.Kind.OPEN || !m.paths().isEmpty()))
            .toList();
    return new Script.Told(all, Set.copyOf(known));
  }
}
