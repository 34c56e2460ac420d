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
  /** Plans for each facet of who is odd but legal, however many the seeds are. */
  private static final int FEW_TRIES = 5;

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
    int times = r.sin().isPresent() ? caught(r, by) : passed(r, by);
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

  private int caught(Resident r, Set<String> by) {
    int times = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      times += caught(r, seed, by) ? 1 : 0;
    }
    return times;
  }

  /**
   * Whether the sin is named. Its own clause is asked about first, as in {@code run --only}: what a
   * part of a run finds, the whole finds too. Whoever is not caught there has a whole run.
   */
  private boolean caught(Resident r, int seed, Set<String> by) {
    String sin = r.sin().orElseThrow();
    RunSettings whole = RunSettings.of(seed).withTries(tries).until(sin);
    List<String> failed = named(run(r, whole.only(sin::equals)), Verdict.FAIL);
    if (!failed.contains(sin)) {
      failed = named(run(r, whole), Verdict.FAIL);
    }
    by.addAll(failed);
    return failed.contains(sin);
  }

  /**
   * With how many seeds nobody is accused: none, if some clause was put to the test with no seed at
   * all. The seeds share the plans of one whole run of the areas in which he is odd, and each has
   * enough to see most of what can happen.
   */
  private int passed(Resident r, Set<String> by) {
    int plans = Math.max(FEW_TRIES, tries / seeds);
    Set<String> untested = null;
    int times = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      RunSettings settings = RunSettings.of(seed).withTries(plans);
      Results results = run(r, settings.only(id -> Zoo.isOddIn(r, id)));
      List<String> failed = named(results, Verdict.FAIL);
      by.addAll(failed);
      boolean clear = !results.has(Verdict.UNRESOLVED) && !results.judgedNothing();
      times += failed.isEmpty() && clear ? 1 : 0;
      List<String> now = named(results, Verdict.UNTESTED);
      if (untested == null) {
        untested = new TreeSet<>(now);
      }
      untested.retainAll(now);
    }
    by.addAll(untested);
    return untested.isEmpty() ? times : 0;
  }

  private Results run(Resident r, RunSettings settings) {
    Bench bench = new Bench(r.subject().get(), r.profile());
    return Suite.run(bench, catalogue, settings, KnownIssues.NONE, Suite.Progress.SILENT);
  }

  private static List<String> named(Results results, Verdict verdict) {
    return results.verdicts().stream()
        .filter(v -> v.verdict() == verdict)
        .map(v -> v.clause().id())
        .toList();
  }
}
