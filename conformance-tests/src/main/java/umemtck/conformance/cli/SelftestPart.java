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

  /**
   * Judges one resident. With the first seed the run is whole, so that every clause which the judge
   * would name is named; with the others it is over as soon as the sin is.
   */
  KillMatrixFile.Row judge(Resident r) {
    Set<String> by = new TreeSet<>();
    int times = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      RunSettings settings = RunSettings.of(seed).withTries(tries);
      if (seed > 1 && r.sin().isPresent()) {
        settings = settings.until(r.sin().get());
      }
      Results results =
          Suite.run(
              new Bench(r.subject().get(), r.profile()),
              catalogue,
              settings,
              KnownIssues.NONE,
              Suite.Progress.SILENT);
      List<String> failed =
          results.verdicts().stream()
              .filter(v -> v.verdict() == Verdict.FAIL)
              .map(v -> v.clause().id())
              .toList();
      by.addAll(failed);
      boolean right = r.sin().map(failed::contains).orElse(results.exit() == 0);
      times += right ? 1 : 0;
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
}
