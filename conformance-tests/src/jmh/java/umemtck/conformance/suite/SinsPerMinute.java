package umemtck.conformance.suite;

import java.util.ArrayList;
import java.util.List;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.JavaSubject;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;

/**
 * How many sins are found a minute in calls that overlap: driven from stall to stall, against plain
 * stress, in which the threads of the same plans on the same subjects run freely. Arguments: tries
 * for each facet, then residents of the zoo. Each is asked about its own clause until it is caught,
 * or the tries are over.
 */
public final class SinsPerMinute {
  private static final double MINUTE = 60e9;

  private SinsPerMinute() {}

  /** Measures. */
  public static void main(String[] args) {
    int tries = Integer.parseInt(args[0]);
    List<Resident> all = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      all.add(Zoo.find(args[i]).orElseThrow());
    }
    for (Resident r : all) { // Both are warmed up.
      caught(r, false, tries);
      caught(r, true, 1 + tries / 10);
    }
    double driven = perMinute(all, false, tries);
    double stress = perMinute(all, true, tries);
    System.out.printf("driven %.1f a minute, stress %.1f: %.1f times%n", driven, stress, driven / stress);
    System.exit(0);
  }

  private static double perMinute(List<Resident> all, boolean freely, int tries) {
    long start = System.nanoTime();
    int found = 0;
    for (Resident r : all) {
      long begun = System.nanoTime();
      boolean caught = caught(r, freely, tries);
      found += caught ? 1 : 0;
      System.out.printf(
          "%-7s %-32s %-6s %.2f s%n",
          freely ? "stress" : "driven",
          r.name(),
          caught ? "caught" : "-",
          (System.nanoTime() - begun) / 1e9);
    }
    return found * MINUTE / (System.nanoTime() - start);
  }

  private static boolean caught(Resident r, boolean freely, int tries) {
    String sin = r.sin().orElseThrow();
    Bench bench = new Bench(new JavaSubject(r.subject().get(), freely), r.profile());
    RunSettings settings =
        new RunSettings(
            1,
            tries,
            f -> f.isOfOverlaps() && f.clause().equals(sin),
            RunSettings.PATIENCE,
            java.util.Optional.of(sin),
            false);
    Results results =
        Suite.run(bench, Catalogue.load(), settings, KnownIssues.NONE, Suite.Progress.SILENT);
    return results.verdicts().stream()
        .anyMatch(v -> v.clause().id().equals(sin) && v.verdict() == Verdict.FAIL);
  }
}
