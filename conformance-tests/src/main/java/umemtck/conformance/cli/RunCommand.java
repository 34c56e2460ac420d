package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import umemtck.conformance.UserError;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.RunSettings;

/** {@code umem-tck run}. */
@Command(
    name = "run",
    description = "Judges a subject: every clause gets a verdict.",
    sortOptions = false,
    footerHeading = "%nExit status:%n",
    footer = {
      "  0    conformant",
      "  1    the contract was broken: a clause has FAIL",
      "  2    wrong usage; nothing ran",
      "  3    the subject cannot be judged; nothing was",
      "  4    a clause is UNRESOLVED: crash, hang or adapter fault",
      "  5    a clause is UNTESTED, or a known issue is stale",
      "  70   a fault of the kit",
      "  130  interrupted"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin private SubjectMixin subject;

  @Option(names = "--seed", paramLabel = "N", description = "The same gives the same; 1.")
  private long seed = 1;

  @Option(names = "--tries", paramLabel = "N", description = "Plans for each facet; 100.")
  private int tries = RunSettings.TRIES;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "CLAUSE",
      description =
          "Ask these clauses, or areas, alone; concurrent: what calls that overlap owe;"
              + " tour: walk the graphs.")
  private List<String> only = List.of();

  @Option(
      names = "--skip",
      split = ",",
      paramLabel = "CLAUSE",
      description =
          "Do not ask these clauses, or areas; concurrent: of no calls that overlap; tour: no"
              + " graphs.")
  private List<String> skip = List.of();

  @Option(
      names = "--known-issues",
      paramLabel = "FILE",
      description = "Clauses that are expected to fail, and how.")
  private Path knownIssues;

  @Option(names = "--update", description = "Write to the known-issues file what this run saw.")
  private boolean update;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long a call may be out before the run is given up; 30.")
  private int patience = RunSettings.PATIENCE;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Keeps a trace of every machine; umem-tck trace FILE judges it.")
  private Path record;

  @Option(names = "--out", paramLabel = "DIR", description = "Where the files go; umem-tck-out.")
  private Path out = Path.of("umem-tck-out");

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = Catalogue.load();
    positive("--tries", tries);
    positive("--patience", patience);
    RunSettings settings =
        new RunSettings(
            seed,
            tries,
            Selection.of(only, skip, catalogue),
            patience,
            Optional.empty(),
            Selection.tours(only, skip));
    KnownIssues known = known(catalogue);
    OutFolder.prepare(out);
    Recording recording = Recording.to(record);
    Console console = Console.ofProcess();
    return new Door(console, catalogue, out, recording)
        .run(
            () -> subject.find(subject.reference()),
            subject.words(subject.reference()),
            settings,
            known,
            results -> updated(known, results, console));
  }

  private KnownIssues known(Catalogue catalogue) {
    if (update && knownIssues == null) {
      throw UserError.usage(
          "--update: no file to write to.", "Name one: --known-issues FILE --update.");
    }
    // Without tours every clause is asked, all the same.
    if (update && !(only.isEmpty() && List.of(Selection.TOUR).containsAll(skip))) {
      throw UserError.usage(
          "--update: a run of a part cannot say what is stale.", "Leave --only and --skip out.");
    }
    boolean begins = update && !Files.exists(knownIssues);
    return begins ? KnownIssues.NONE : KnownIssuesFile.read(knownIssues, catalogue);
  }

  private void updated(KnownIssues known, Results results, Console console) {
    if (!update) {
      return;
    }
    if (results.givenUp().isPresent()) {
      console.line("--update: " + knownIssues + " is left as it was: the run was given up");
      return;
    }
    KnownIssues now = known.updated(results.verdicts(), KnownIssuesFile.NEW);
    KnownIssuesFile.write(knownIssues, now);
    long kept = now.all().stream().filter(known.all()::contains).count();
    console.line(
        knownIssues
            + ": "
            + (now.all().size() - kept)
            + " added, "
            + (known.all().size() - kept)
            + " removed, "
            + kept
            + " kept");
  }

  static void positive(String option, int value) {
    if (value < 1) {
      throw UserError.usage(
          option + " " + value + ": must be 1 or more.", "Leave it out for the usual.");
    }
  }
}
