package umemtck.conformance.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.report.KillMatrixFile;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.suite.Verdict;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;

/** Judges every n-th resident of the zoo, with every seed. */
final class SelftestPart {
  private final int seeds;
  private final int tries;
  private final Catalogue catalogue = Catalogue.load();

  SelftestPart(int seeds, int tries) {
    this.seeds = seeds;
    this.tries = tries;
  }

  /** The residents of part {@code k} of {@code n}, in the order of the zoo. */
  static List<Resident> residents(int k, int n) {
    List<Resident> part = new ArrayList<>();
    for (int i = k; i < Zoo.residents().size(); i += n) {
      part.add(Zoo.residents().get(i));
    }
    return part;
  }

  /** Judges one resident with every seed. */
  KillMatrixFile.Row judge(Resident r) {
    Set<String> by = new TreeSet<>();
    int times = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      times += r.sin().isPresent() ? caught(r, seed, by) : passed(r, seed, by);
    }
    boolean faulty = r.sin().isPresent();
    return new KillMatrixFile.Row(
        r.name(),
        r.profile().word(),
        faulty ? "faulty" : "legal",
        r.sin().orElse(null),
        faulty ? times == seeds : !by.isEmpty(),
        List.copyOf(by),
        times);
  }

  /**
   * Whether the sin is named, 1 or 0. Its own clause is asked about first, as in {@code run
   * --only}: what a part of a run finds, the whole finds too. Whoever is not caught there has a
   * whole run.
   */
  private int caught(Resident r, int seed, Set<String> by) {
    String sin = r.sin().orElseThrow();
    RunSettings whole = RunSettings.of(seed).withTries(tries).until(sin);
    List<String> failed = failed(run(r, whole.only(sin::equals)));
    if (!failed.contains(sin)) {
      failed = failed(run(r, whole));
    }
    by.addAll(failed);
    return failed.contains(sin) ? 1 : 0;
  }

  /**
   * Whether nobody is accused, 1 or 0. The first seed has a whole run of the areas in which he is
   * odd; half as many plans again are shared out among the other seeds, in which what is rare may
   * be missed.
   */
  private int passed(Resident r, int seed, Set<String> by) {
    boolean whole = seed == 1;
    int plans = whole ? tries : Math.max(1, tries / (2 * (seeds - 1)));
    RunSettings settings =
        RunSettings.of(seed)
            .withTries(plans)
            .only(id -> Zoo.isOddIn(r, id.substring(0, id.indexOf('.'))));
    Results results = run(r, settings);
    by.addAll(failed(results));
    boolean unclear = results.verdicts().stream().anyMatch(v -> v.verdict() == Verdict.UNRESOLVED);
    boolean right = whole ? results.exit() == 0 : failed(results).isEmpty() && !unclear;
    return right ? 1 : 0;
  }

  private Results run(Resident r, RunSettings settings) {
    Bench bench = new Bench(r.subject().get(), r.profile());
    return Suite.run(bench, catalogue, settings, KnownIssues.NONE, Suite.Progress.SILENT);
  }

  private static List<String> failed(Results results) {
    return results.verdicts().stream()
        .filter(v -> v.verdict() == Verdict.FAIL)
        .map(v -> v.clause().id())
        .toList();
  }
}
