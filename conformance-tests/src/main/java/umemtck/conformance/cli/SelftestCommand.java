package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import umemtck.conformance.UserError;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.report.Json;
import umemtck.conformance.report.KillMatrixFile;
import umemtck.conformance.report.Kit;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.suite.Verdict;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;

/** {@code umem-tck selftest}. */
@Command(
    name = "selftest",
    description =
        "Tests the kit: every faulty resident of the zoo is caught, no legal one accused.",
    footerHeading = "%nExit status: ",
    footer = "0 if so, 1 if not, 70 for a fault of the kit.")
final class SelftestCommand implements Callable<Integer> {
  @Option(names = "--seeds", paramLabel = "N", description = "Runs of each resident; 1.")
  private int seeds = 1;

  @Option(names = "--tries", paramLabel = "N", description = "Plans for each facet; 100.")
  private int tries = RunSettings.TRIES;

  @Option(names = "--out", paramLabel = "DIR", description = "Where the files go.")
  private Path out = Path.of("umem-tck-out", "selftest");

  private final Console console = Console.ofProcess();
  private final Catalogue catalogue = Catalogue.load();

  @Override
  public Integer call() throws IOException {
    if (seeds < 1 || tries < 1) {
      throw UserError.usage(
          "--seeds and --tries must be 1 or more.", "Leave them out for the usual.");
    }
    OutFolder.prepare(out);
    SubjectOutput.into(out);
    List<KillMatrixFile.Row> rows = new ArrayList<>();
    boolean asExpected = true;
    for (Resident r : Zoo.residents()) {
      Outcome o = judge(r);
      rows.add(o.row);
      asExpected &= o.asExpected;
      console.progressDone();
      console.line(line(r, o));
    }
    Json.write(
        out.resolve("kill-matrix.json"),
        new KillMatrixFile(KillMatrixFile.SCHEMA, Kit.VERSION, seeds, rows));
    long faulty = Zoo.residents().stream().filter(r -> r.sin().isPresent()).count();
    console.line("");
    console.line(
        faulty
            + " faulty and "
            + (rows.size() - faulty)
            + " odd but legal residents, "
            + seeds
            + " seeds: "
            + (asExpected ? "all as expected" : "NOT as expected")
            + "; "
            + out.resolve("kill-matrix.json"));
    return asExpected ? 0 : 1;
  }

  /** What came of a resident over all seeds. */
  private record Outcome(KillMatrixFile.Row row, boolean asExpected, int named) {}

  private Outcome judge(Resident r) {
    Set<String> by = new TreeSet<>();
    int named = 0;
    boolean calm = true;
    for (int seed = 1; seed <= seeds; seed++) {
      console.progress(r.name() + " " + seed + "/" + seeds);
      Results results =
          Suite.run(
              new Bench(r.subject().get(), r.profile()),
              catalogue,
              RunSettings.of(seed).withTries(tries),
              KnownIssues.NONE,
              Suite.Progress.SILENT);
      List<String> failed =
          results.verdicts().stream()
              .filter(v -> v.verdict() == Verdict.FAIL)
              .map(v -> v.clause().id())
              .toList();
      by.addAll(failed);
      named += r.sin().filter(failed::contains).isPresent() ? 1 : 0;
      calm &= results.exit() == 0;
    }
    boolean faulty = r.sin().isPresent();
    boolean caught = faulty ? named == seeds : !by.isEmpty();
    return new Outcome(
        new KillMatrixFile.Row(
            r.name(),
            r.profile().word(),
            faulty ? "faulty" : "legal",
            r.sin().orElse(null),
            caught,
            List.copyOf(by)),
        faulty ? caught : calm,
        named);
  }

  private String line(Resident r, Outcome o) {
    String verdict = o.asExpected ? (r.sin().isPresent() ? "caught" : "passed") : "NOT AS EXPECTED";
    String what =
        r.sin().isPresent()
            ? r.sin().get()
                + " "
                + o.named
                + "/"
                + seeds
                + ", named "
                + String.join(" ", o.row.by())
            : "legal"
                + (o.row.by().isEmpty() ? "" : ", accused of " + String.join(" ", o.row.by()));
    return String.format("%-7s %-34s %s", verdict, r.name(), what);
  }
}
