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
  private final Map<Integer, List<Moment>> also = new HashMap<>();

  /** A call is made, whose steps are told when it returns. */
  void invoked(int event, int call) {
    known.add(event);
    made.put(call, moments.size());
    moments.add(new Moment(event, Moment.Kind.OPEN, call, List.of()));
  }

  /** A call has returned, and one of these paths was taken. */
  void returned(int event, int call, List<Path> paths) {
    known.add(event);
    int at = made.remove(call);
    Moment opened = moments.get(at);
    boolean alone = at == moments.size() - 1;
    moments.set(at, alone ? null : new Moment(opened.event(), Moment.Kind.OPEN, call, paths));
    moments.add(new Moment(event, Moment.Kind.DONE, call, paths));
  }

  /** The same, in one step of several. */
  void returned(int event, int call, Instance... any) {
    returned(event, call, List.of(any).stream().map(Path::of).toList());
  }

  /** Something happens at once, which is no call. */
  void seen(int event, int call, Instance step) {
    known.add(event);
    now(event, call, step);
  }

  /** Something happens at once, which is no call of this specification. */
  void now(int event, int call, Instance step) {
    moments.add(new Moment(event, Moment.Kind.DONE, call, List.of(Path.of(step))));
  }

  /** A call goes on waiting. */
  void waits(int event, int call, Instance step) {
    known.add(event);
    moments.add(new Moment(event, Moment.Kind.WAITS, call, List.of(Path.of(step))));
  }

  /** Something that is seen now may have happened since another call was made. */
  void since(int event, int call, int other, Instance step) {
    known.add(event);
    List<Path> paths = List.of(Path.of(step));
    also.computeIfAbsent(made.get(other), at -> new ArrayList<>())
        .add(new Moment(moments.get(made.get(other)).event(), Moment.Kind.OPEN, call, paths));
    moments.add(new Moment(event, Moment.Kind.DONE, call, paths));
  }

  /** Whether a call was made, and has not returned. */
  boolean isOut(int call) {
    return made.containsKey(call);
  }

  /** Something that is seen is none of the steps that there are. */
  void impossible(int event, int call) {
    known.add(event);
    moments.add(new Moment(event, Moment.Kind.DONE, call, List.of()));
  }

  /** A call never returns; one of these paths may have been taken all the same. */
  void never(int call, List<Path> paths) {
    int at = made.remove(call);
    moments.set(at, new Moment(moments.get(at).event(), Moment.Kind.OPEN, call, paths));
  }

  /** All that was told. */
  Script.Told told() {
    List<Moment> all = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      Moment m = moments.get(i);
      if (m != null && (m.kind() != Moment.Kind.OPEN || !m.paths().isEmpty())) {
        all.add(m);
      }
      all.addAll(also.getOrDefault(i, List.of()));
    }
    return new Script.Told(all, Set.copyOf(known));
  }
}
