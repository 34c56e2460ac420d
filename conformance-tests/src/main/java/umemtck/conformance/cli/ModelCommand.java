package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import umemtck.conformance.UserError;
import umemtck.tla.Lane;
import umemtck.tla.ModelCheck;
import umemtck.tla.ModelOptions;
import umemtck.tla.equivalence.ModelEquivalence;
import umemtck.tla.mutants.ModelMutants;

/** {@code umem-tck model}. */
@Command(
    name = "model",
    description =
        "Checks the TLA+ models, the specification against the Java model, or what the checks are"
            + " worth.",
    sortOptions = false,
    footerHeading = "%nExit status: ",
    footer =
        "0 if every model did what it must, 1 if one did not, or a mutant survives without a"
            + " reason; 70 if a run went wrong.")
final class ModelCommand implements Callable<Integer> {
  /** After this long a mutant is undecided; its models take seconds. */
  private static final Duration MUTANT = Duration.ofMinutes(15);

  @Option(
      names = "--lane",
      paramLabel = "LANE",
      description = "ci, live, deep or all; ci, and none beside --equivalence or --mutants.")
  private String lane;

  @Option(
      names = "--equivalence",
      description = "Compare the specification with the Java model, transition by transition.")
  private boolean equivalence;

  @Option(
      names = "--mutants",
      description =
          "Drop or weaken one thing of the specification after the other, and show which check"
              + " notices; up to an hour.")
  private boolean mutants;

  @Option(
      names = "--only",
      paramLabel = "MODULE",
      split = ",",
      description = "With --mutants: of these modules, or MODULE/Operator; separated by commas.")
  private List<String> only = List.of();

  @Option(
      names = "--tla2tools",
      paramLabel = "JAR",
      description = "Your own tla2tools.jar; in a checkout there is one already.")
  private Path tla2tools;

  @Option(names = "--out", paramLabel = "DIR", description = "Where the files go.")
  private Path out = Path.of("umem-tck-out", "model");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Lane named = lane();
    if (!only.isEmpty() && !mutants) {
      throw UserError.usage(
          "--only " + String.join(",", only) + " says which mutants.", "Say --mutants, too.");
    }
    Optional<Path> tools = TlaTools.find(tla2tools);
    OutFolder.prepare(out);
    ModelOptions options =
        ModelOptions.of(named, Files.createTempDirectory("umem-model-")).withOut(out);
    if (tools.isPresent()) {
      options = options.withTla2tools(tools.get());
    }
    Console console = Console.ofProcess();
    int checked = 0;
    if (lane != null || !(equivalence || mutants)) {
      checked = ModelCheck.run(options, console.out()).exit();
    }
    int compared = equivalence ? ModelEquivalence.run(options, console.out()).exit() : 0;
    int mutated = mutants ? ModelMutants.run(options.withBudget(MUTANT), only, console.out()) : 0;
    // A run that went wrong, 70, before a model that did.
    return Math.max(Math.max(checked, compared), mutated);
  }

  private Lane lane() {
    String word = lane == null ? Lane.CI.word() : lane.toLowerCase(Locale.ROOT);
    for (Lane l : Lane.values()) {
      if (l.word().equals(word)) {
        return l;
      }
    }
    throw UserError.usage(
        "--lane " + lane + ": there is no such lane.", "Say ci, live, deep or all.");
  }
}
