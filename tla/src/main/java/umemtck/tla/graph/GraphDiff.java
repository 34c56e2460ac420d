package umemtck.tla.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a change of the specification does to the contract: in whole states and steps, whatever
 * their numbers.
 *
 * @param added steps that are new, in words
 * @param removed steps that are gone
 * @param summary counts, for instance "adds 3 transitions, removes 1 refusal"
 */
public record GraphDiff(List<String> added, List<String> removed, String summary) {

  /** Compares two graphs of one model. */
  public static GraphDiff of(Graph before, Graph after) {
    SortedMap<String, Boolean> old = lines(before);
    SortedMap<String, Boolean> now = lines(after);
    List<String> added = missing(now, old);
    List<String> removed = missing(old, now);
    List<String> parts = new ArrayList<>();
    part(parts, "adds", added, now);
    part(parts, "removes", removed, old);
    if (!before.bounds().equals(after.bounds())) {
      parts.add("changes the bounds");
    }
    return new GraphDiff(added, removed, String.join(", ", parts));
  }

  /** Whether the graphs are the same. */
  public boolean empty() {
    return summary.isEmpty();
  }

  private static List<String> missing(
      SortedMap<String, Boolean> from, SortedMap<String, Boolean> in) {
    TreeSet<String> only = new TreeSet<>(from.keySet());
    only.removeAll(in.keySet());
    return List.copyOf(only);
  }

  private static void part(
      List<String> parts, String verb, List<String> lines, SortedMap<String, Boolean> refusal) {
    long refusals = lines.stream().filter(refusal::get).count();
    long transitions = lines.size() - refusals;
    if (transitions > 0) {
      parts.add(verb + " " + transitions + (transitions == 1 ? " transition" : " transitions"));
    }
    if (refusals > 0) {
      parts.add(verb + " " + refusals + (refusals == 1 ? " refusal" : " refusals"));
    }
  }

  private static SortedMap<String, Boolean> lines(Graph g) {
    SortedMap<String, Boolean> lines = new TreeMap<>();
    for (int i = 0; i < g.states().size(); i++) {
      String from = Words.state(g.states().get(i));
      g.steps()
          .get(i)
          .forEach(
              (step, to) ->
                  lines.put(
                      Words.step(step)
                          + ", from ["
                          + from
                          + "] to ["
                          + Words.state(g.states().get(to))
                          + "]",
                      step.isRefusal()));
    }
    return lines;
  }
}
