package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import umemtck.conformance.UserError;
import umemtck.conformance.report.Json;
import umemtck.conformance.report.KillMatrixFile;
import umemtck.conformance.report.Kit;
import umemtck.conformance.suite.RunSettings;
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
  private static final String MATRIX = "kill-matrix.json";

  @Option(names = "--seeds", paramLabel = "N", description = "Runs of each resident; 1.")
  private int seeds = 1;

  @Option(names = "--tries", paramLabel = "N", description = "Plans for each facet; 100.")
  private int tries = RunSettings.TRIES;

  @Option(names = "--jobs", paramLabel = "N", description = "Processes at a time; one a processor.")
  private int jobs = Math.min(8, Runtime.getRuntime().availableProcessors());

  @Option(names = "--out", paramLabel = "DIR", description = "Where the files go.")
  private Path out = Path.of("umem-tck-out", "selftest");

  @Option(
      names = "--without",
      paramLabel = "CLAUSE",
      split = ",",
      description =
          "Instead: which facets would still be green if this clause, those of an area, or each of"
              + " all were not enforced.")
  private List<String> without = List.of();

  /** Set in the processes that this command starts: which part is theirs. */
  @Option(names = "--part", hidden = true)
  private int part = -1;

  private final Console console = Console.ofProcess();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (seeds < 1 || tries < 1 || jobs < 1) {
      throw UserError.usage(
          "--seeds, --tries and --jobs must be 1 or more.", "Leave them out for the usual.");
    }
    OutFolder.prepare(out);
    if (!without.isEmpty()) {
      SubjectOutput.into(out);
      return WithoutTable.print(without, out, console);
    }
    if (part >= 0) {
      return judgePart();
    }
    List<KillMatrixFile.Row> rows = inZooOrder(judgeAll());
    write(rows);
    rows.forEach(row -> console.line(line(row)));
    boolean asExpected = rows.stream().allMatch(this::asExpected);
    long faulty = rows.stream().filter(row -> row.sin() != null).count();
    console.line("");
    console.line(
        faulty
            + " faulty and "
            + (rows.size() - faulty)
            + " odd but legal residents, "
            + seeds
            + (seeds == 1 ? " seed: " : " seeds: ")
            + (asExpected ? "all as expected" : "NOT as expected")
            + "; "
            + out.resolve(MATRIX));
    return asExpected ? 0 : 1;
  }

  private int judgePart() throws IOException {
    SubjectOutput.into(out);
    SelftestPart judge = new SelftestPart(seeds, tries);
    List<KillMatrixFile.Row> rows = new ArrayList<>();
    for (Resident r : SelftestPart.residents(part, jobs)) {
      rows.add(judge.judge(r));
    }
    write(rows);
    return 0;
  }

  /** One process a part: the suite keeps what is asked now in static fields. */
  private Map<String, KillMatrixFile.Row> judgeAll() throws IOException, InterruptedException {
    List<Process> parts = new ArrayList<>();
    try {
      for (int k = 0; k < jobs; k++) {
        parts.add(start(k));
      }
      console.progress("judging " + Zoo.residents().size() + " residents, " + seeds + " times");
      Map<String, KillMatrixFile.Row> rows = new HashMap<>();
      for (int k = 0; k < jobs; k++) {
        int status = parts.get(k).waitFor();
        if (status != 0) {
          throw new IllegalStateException("part " + k + " of the selftest ended with " + status);
        }
        KillMatrixFile file = Json.readOpen(folder(k).resolve(MATRIX), KillMatrixFile.class);
        file.subjects().forEach(row -> rows.put(row.name(), row));
      }
      return rows;
    } finally {
      console.progressDone();
      parts.forEach(Process::destroyForcibly);
    }
  }

  private Process start(int k) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "selftest", "--part", Integer.toString(k)));
    command.addAll(List.of("--jobs", Integer.toString(jobs), "--seeds", Integer.toString(seeds)));
    command.addAll(List.of("--tries", Integer.toString(tries), "--out", folder(k).toString()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private Path folder(int k) {
    return out.resolve("part-" + k);
  }

  private void write(List<KillMatrixFile.Row> rows) throws IOException {
    Json.write(
        out.resolve(MATRIX), new KillMatrixFile(KillMatrixFile.SCHEMA, Kit.VERSION, seeds, rows));
  }

  private static List<KillMatrixFile.Row> inZooOrder(Map<String, KillMatrixFile.Row> rows) {
    return Zoo.residents().stream()
        .map(r -> java.util.Objects.requireNonNull(rows.get(r.name()), r.name()))
        .toList();
  }

  private boolean asExpected(KillMatrixFile.Row row) {
    return row.times() == seeds;
  }

  private String line(KillMatrixFile.Row row) {
    boolean faulty = row.sin() != null;
    String verdict = asExpected(row) ? (faulty ? "caught" : "passed") : "NOT SO";
    String named = row.by().isEmpty() ? "nothing named" : "named " + String.join(" ", row.by());
    return String.format(
        "%-7s %-32s %s %d/%d, %s",
        verdict, row.name(), faulty ? row.sin() : "legal", row.times(), seeds, named);
  }
}
