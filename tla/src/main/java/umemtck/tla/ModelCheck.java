package umemtck.tla;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs TLC on the models of a lane, and says whether each did what it must do. */
public final class ModelCheck {
  private final Fork fork;
  private final Path work;
  private final SpecFiles.Source files;

  /** Runs models of any specification. */
  public ModelCheck(Fork fork, Path work, SpecFiles.Source files) {
    this.fork = fork;
    this.work = work;
    this.files = files;
  }

  /**
   * Runs a lane, and writes {@code models.json} if asked to.
   *
   * @param print where progress and the verdicts go
   * @throws IllegalStateException if there is no TLC, or it could not be started; like everything
   *     else that escapes, exit status 70
   */
  public static ModelReport run(ModelOptions options, PrintStream print)
      throws IOException, InterruptedException {
    ModelTable table = ModelTable.load();
    ModelCheck check =
        new ModelCheck(
            new Fork(options.tla2tools(), options.budget()),
            Files.createDirectories(options.work()),
            SpecFiles.shipped(table.modules()));
    ModelReport report = check.all(table.of(options.lane()), options.forks(), print);
    summary(report, print);
    if (options.out().isPresent()) {
      report.write(options.out().get());
    }
    return report;
  }

  ModelReport all(List<Expectation> models, int forks, PrintStream print)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(forks);
    try {
      List<Future<ModelResult>> running = new ArrayList<>();
      for (Expectation model : models) {
        running.add(pool.submit(() -> one(model)));
      }
      List<ModelResult> results = new ArrayList<>();
      for (Future<ModelResult> f : running) {
        ModelResult result = f.get();
        results.add(result);
        print(result, print);
      }
      return new ModelReport(results);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run could not be started: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  /**
   * The actions of the behaviour with which a model that must fail does so, the first after the
   * initial state first. A module's own name for it within bounds is taken for that of the action.
   *
   * @param name of the model, for instance {@code must-fail/NestsTheReadLock}
   * @param work a folder for working files
   * @throws IllegalArgumentException if there is no such model
   * @throws IllegalStateException if TLC found no behaviour
   */
  public static List<String> counterExample(String name, Fork fork, Path work)
      throws IOException, InterruptedException {
    ModelTable table = ModelTable.load();
    Expectation model = table.model(name);
    ModelCheck check = new ModelCheck(fork, work, SpecFiles.shipped(table.modules()));
    Path folder = Files.createTempDirectory(work, model.title());
    List<String> actions = TlcMessages.of(check.run(model, folder).output()).behaviour();
    if (actions.isEmpty()) {
      throw new IllegalStateException(name + " found no behaviour that breaks its property");
    }
    return actions;
  }

  /** Runs one model in a JVM and a folder of its own. */
  public ModelResult one(Expectation model) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(work, model.title());
    Fork.Ended ended = run(model, folder);
    Path readBack = readBack(folder);
    Optional<ModelJudge.Checked> checked =
        Files.exists(readBack)
            ? Optional.of(new ObjectMapper().readValue(readBack.toFile(), ModelJudge.Checked.class))
            : Optional.empty();
    return ModelJudge.judge(model, ended, checked);
  }

  private static Path readBack(Path folder) {
    return folder.resolve("checked.json");
  }

  private Fork.Ended run(Expectation model, Path folder) throws IOException, InterruptedException {
    Path cfg = files.unpack(model, folder);
    return fork.run(
        folder,
        !model.folder().equals("deep"),
        "umemtck.tla.host.TlcHost",
        List.of(
            readBack(folder).toAbsolutePath().toString(),
            "-tool",
            "-metadir",
            folder.resolve("states").toAbsolutePath().toString(),
            // One worker: the same run, state for state, every time.
            "-workers",
            "1",
            // Which actions fired; the interval, in minutes, is longer than any run.
            "-coverage",
            "1000",
            "-config",
            cfg.getFileName().toString(),
            model.module()));
  }

  private static void print(ModelResult r, PrintStream print) {
    String what =
        r.expect().equals("pass")
            ? "%d states, %d distinct, %d checked"
                .formatted(r.generated(), r.distinct(), r.checked().size())
            : "breaks " + r.property();
    print.printf(
        "%-4s %-32s %s (%.1f s)%n", r.asExpected() ? "ok" : "BAD", r.name(), what, r.seconds());
    r.complaints().forEach(c -> print.println("     " + c));
  }

  private static void summary(ModelReport report, PrintStream print) {
    long bad = report.models().stream().filter(m -> !m.asExpected()).count();
    long mustFail = report.models().stream().filter(m -> m.expect().equals("fail")).count();
    print.printf(
        "%d models, %d of them must fail; %d not as expected; bounds are in the .cfg of each%n",
        report.models().size(), mustFail, bad);
  }
}
