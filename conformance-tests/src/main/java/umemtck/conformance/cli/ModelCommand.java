package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code umem-tck model}. */
@Command(
    name = "model",
    description = "Checks the TLA+ models, or the specification against the Java model.",
    sortOptions = false,
    footerHeading = "%nExit status: ",
    footer = "0 if every model did what it must, 1 if one did not, 70 if a run went wrong.")
final class ModelCommand implements Callable<Integer> {
  @Option(
      names = "--lane",
      paramLabel = "LANE",
      description = "ci, live, deep or all; ci, and none beside --equivalence.")
  private String lane;

  @Option(
      names = "--equivalence",
      description = "Compare the specification with the Java model, transition by transition.")
  private boolean equivalence;

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
    Optional<Path> tools = TlaTools.find(tla2tools);
    OutFolder.prepare(out);
    ModelOptions options =
        ModelOptions.of(named, Files.createTempDirectory("umem-model-")).withOut(out);
    if (tools.isPresent()) {
      options = options.withTla2tools(tools.get());
    }
    Console console = Console.ofProcess();
    int checked = 0;
    if (lane != null || !equivalence) {
      checked = ModelCheck.run(options, console.out()).exit();
    }
    int compared = equivalence ? ModelEquivalence.run(options, console.out()).exit() : 0;
    return Math.max(checked, compared); // A run that went wrong, 70, before a model that did.
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
