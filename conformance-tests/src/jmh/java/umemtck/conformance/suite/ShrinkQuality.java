package umemtck.conformance.suite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Bench;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;

/**
 * How short the call lists are that the shrinker finds, against the shortest that {@link Shortest}
 * finds for the same sin. Arguments: number of seeds, then residents of the zoo. A ratio of 1 is
 * the minimum.
 *
 * <p>What is free at first belongs to the finding and is no step. Searched are the finding's own
 * beginning, and the one where nothing is set; another is not. One search serves all findings with
 * the same beginning, on the machine of the first of them: the seed of a machine only places it and
 * picks among sleepers that can go on.
 *
 * <p>From the finding's own beginning the search has to find a list at least by the time it is at
 * the finding's length: else it is blind, and its silence about shorter lists means nothing.
 */
public final class ShrinkQuality {
  private final Resident resident;
  private final Bench bench;
  private final Map<Question, Integer> shortest = new HashMap<>();
  private long tried;

  private ShrinkQuality(Resident resident) {
    this.resident = resident;
    this.bench = new Bench(resident.subject().get(), resident.profile());
  }

  /** How short a list, of at most so many steps, breaks the sin's clause from a beginning. */
  private record Question(Plan beginning, int most) {}

  /** Measures. */
  public static void main(String[] args) {
    int seeds = Integer.parseInt(args[0]);
    for (int i = 1; i < args.length; i++) {
      new ShrinkQuality(Zoo.find(args[i]).orElseThrow()).measure(seeds);
    }
  }

  private void measure(int seeds) {
    double sum = 0;
    double worst = 0;
    StringBuilder pairs = new StringBuilder();
    for (int seed = 1; seed <= seeds; seed++) {
      Finding f = find(seed);
      int found = f.plan().steps().size();
      int least = shortest(f);
      double ratio = (double) found / least;
      sum += ratio;
      worst = Math.max(worst, ratio);
      pairs.append(' ').append(found).append('/').append(least);
    }
    System.out.printf(
        "%-24s mean %.3f worst %.3f; %d searches, %d plans; found/shortest%s%n",
        resident.name(), sum / seeds, worst, shortest.size(), tried, pairs);
  }

  private Finding find(int seed) {
    Results results =
        Suite.run(
            bench,
            Catalogue.load(),
            RunSettings.of(seed),
            KnownIssues.NONE,
            Suite.Progress.SILENT);
    return results.verdicts().stream()
        .filter(v -> v.clause().id().equals(resident.sin().orElseThrow()))
        .findFirst()
        .flatMap(ClauseVerdict::finding)
        .map(Finding.class::cast)
        .orElseThrow(() -> new IllegalStateException("not caught with seed " + seed));
  }

  /** The length of the shortest list for a finding, from its beginning or from none. */
  private int shortest(Finding f) {
    int found = f.plan().steps().size();
    Plan own = f.plan().with(List.of());
    Plan none = new Plan(Map.of(), own.misuse(), List.of());
    int least = shortest.computeIfAbsent(new Question(own, found), q -> search(q, f));
    if (least < 0) {
      throw new IllegalStateException("the search is blind to " + f.plan());
    }
    if (own.equals(none)) {
      return least;
    }
    int other = shortest.computeIfAbsent(new Question(none, found - 1), q -> search(q, f));
    return other < 0 ? least : Math.min(least, other);
  }

  private int search(Question q, Finding f) {
    Shortest search = new Shortest(bench, q.beginning(), f.seed(), f.breach().clause());
    int length = search.upTo(q.most());
    tried += search.tried();
    return length;
  }
}
