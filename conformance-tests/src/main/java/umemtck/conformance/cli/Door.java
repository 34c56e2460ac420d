package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import umemtck.conformance.UserError;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.report.ReplayFile;
import umemtck.conformance.report.Reports;
import umemtck.conformance.report.Statement;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Subject;
import umemtck.conformance.session.Trial;
import umemtck.conformance.subject.Smoke;
import umemtck.conformance.subject.Subjects;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.Patience;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.suite.Verdict;

/** The one way in which a subject meets the suite, and in which a verdict leaves it. */
final class Door {
  private static final String EXITED = "the subject called System.exit in the middle of the run";

  private final Console console;
  private final Catalogue catalogue;
  private final Path out;
  private final Recording recording;

  Door(Console console, Catalogue catalogue, Path out) {
    this(console, catalogue, out, Recording.NONE);
  }

  /** One whose machines are recorded. */
  Door(Console console, Catalogue catalogue, Path out, Recording recording) {
    this.console = console;
    this.catalogue = catalogue;
    this.out = out;
    this.recording = recording;
  }

  /** Finds the subject, tries it, judges it, reports; returns the exit status. */
  int run(Callable<Subjects.Found> find, String words, RunSettings settings, KnownIssues known)
      throws IOException {
    return run(find, words, settings, known, results -> {});
  }

  /** The same; what came of it is also told. */
  int run(
      Callable<Subjects.Found> find,
      String words,
      RunSettings settings,
      KnownIssues known,
      Consumer<Results> told)
      throws IOException {
    SubjectOutput.into(out);
    ExitGuard.on(() -> exitedEarly());
    Bench bench = admitted(find, settings);
    recording.begin(bench);
    ExitGuard.on(() -> rescue(Suite.partial(bench, EXITED), words));
    Results results;
    try {
      results = Suite.run(bench, catalogue, settings, known, name -> console.progress(name));
    } finally {
      bench.subject().close();
      recording.end();
    }
    ExitGuard.off();
    console.progressDone();
    int status = report(results, words);
    told.accept(results);
    return status;
  }

  /** Carries one plan out again, and reports as after a run. */
  int replay(
      Callable<Subjects.Found> find, String words, ReplayFile replay, long seed, int patience)
      throws IOException {
    RunSettings settings = new RunSettings(seed, 1, facet -> true, patience);
    SubjectOutput.into(out);
    ExitGuard.on(() -> exitedEarly());
    Bench bench = admitted(find, settings);
    recording.begin(bench);
    String facet = replay.facet();
    ExitGuard.on(
        () -> rescue(Suite.gaveUp(bench, catalogue, facet, replay.plan(), seed, EXITED), words));
    FutureTask<Results> again =
        new FutureTask<>(() -> Suite.replay(bench, catalogue, facet, replay.plan(), seed));
    Thread thread = new Thread(again, "umem-tck replay");
    thread.setDaemon(true);
    thread.start();
    String hung = Patience.until(thread, bench.watch(), patience, bench.subject()::kill);
    bench.subject().close();
    recording.end();
    ExitGuard.off();
    return report(
        hung == null
            ? resultOf(again)
            : Suite.gaveUp(bench, catalogue, facet, replay.plan(), seed, hung),
        words);
  }

  private static Results resultOf(FutureTask<Results> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the replay failed by itself", e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int exitedEarly() {
    console.error("umem-tck: The subject called System.exit before it was judged.");
    console.error("  Take the call out: a subject that cannot go on throws UmemPanic.");
    return UserError.ADAPTER;
  }

  /** The subject on the bench, or an error that says why it cannot be judged. */
  Bench admitted(Callable<Subjects.Found> find, RunSettings settings) {
    AtomicReference<Bench> bench = new AtomicReference<>();
    AtomicReference<Subject> tried = new AtomicReference<>();
    AtomicReference<Throwable> error = new AtomicReference<>();
    Thread smoke =
        new Thread(
            () -> {
              try {
                Subjects.Found found = find.call();
                tried.set(found.subject());
                bench.set(new Bench(Smoke.test(found.subject(), found.profile()), found.profile()));
              } catch (Throwable t) {
                error.set(t);
              }
            },
            "umem-tck smoke");
    smoke.setDaemon(true);
    smoke.start();
    try {
      smoke.join(settings.patience() * 1000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ExitGuard.holdIfExiting();
    if (smoke.isAlive()) {
      tried.get().kill("did not come back");
      throw UserError.adapter(
          "The subject did not boot, allocate and free within " + settings.patience() + " seconds.",
          "Find where it hangs, or give it longer with --patience SECONDS.");
    }
    if (error.get() != null && tried.get() != null) {
      tried.get().close();
    }
    if (error.get() instanceof RuntimeException e) {
      throw e;
    }
    if (error.get() != null) {
      throw UserError.adapter(
          "The subject cannot be tried: " + error.get() + ".", "See subject.log in " + out + ".");
    }
    return bench.get();
  }

  /** Writes and prints what came of a run. */
  int report(Results results, String words) throws IOException {
    Reports reports = Reports.of(out, results, catalogue, words);
    reports.write();
    reports.writeTestReports();
    print(results, reports);
    return results.exit();
  }

  private void print(Results results, Reports reports) {
    VerdictTable.head(console, results);
    VerdictTable.clauses(console, results);
    Set<Trial> told = new HashSet<>();
    for (ClauseVerdict v : results.verdicts()) {
      // What happened to the subject is told once, however many clauses it leaves unresolved.
      if (v.finding().isPresent()
          && (v.verdict() != Verdict.UNRESOLVED || told.add(v.finding().get().trial()))) {
        console.line("");
        console.line(reports.failure(v).stripTrailing());
      }
    }
    console.line("");
    Statement.lines(results).forEach(console::line);
    VerdictTable.edges(console, results);
    VerdictTable.sum(console, results);
    results.givenUp().ifPresent(console::line);
    results.trouble().forEach(console::line);
    console.line(
        results.conclusion() + " (exit " + results.exit() + "); " + out.resolve(Reports.VERDICTS));
  }

  /** The subject ends the process in the middle of a run: keep what is known. */
  private int rescue(Results partial, String words) {
    console.progressDone();
    recording.end();
    try {
      Reports reports = Reports.of(out, partial, catalogue, words);
      reports.write();
      print(partial, reports);
    } catch (IOException e) {
      console.error("umem-tck: the partial results cannot be written: " + e);
    }
    return partial.exit();
  }
}
