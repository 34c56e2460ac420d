package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import umemtck.conformance.UserError;
import umemtck.conformance.trace.TraceFault;
import umemtck.conformance.trace.TraceVerdict;
import umemtck.conformance.trace.TwoJudges;
import umemtck.tla.Fork;

/** {@code umem-tck trace}. */
@Command(
    name = "trace",
    description = "Says whether a trace is a behaviour of the specification.",
    sortOptions = false,
    footerHeading = "%nExit status:%n",
    footer = {
      "  0    accepted, by the specification and by the Java judge",
      "  1    refused: the first impossible event is named",
      "  2    wrong usage, or not a trace",
      "  70   the two judges disagree, or another fault of the kit"
    })
final class TraceCommand implements Callable<Integer> {
  private static final Duration BUDGET = Duration.ofHours(6);

  @Parameters(
      paramLabel = "FILE",
      description = "A trace: what --record wrote, or a script that watches a kernel.")
  private Path file;

  @Option(
      names = "--tla2tools",
      paramLabel = "JAR",
      description = "Your own tla2tools.jar; in a checkout there is one already.")
  private Path tla2tools;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw UserError.usage(
          file + " cannot be read as a file.", "Name a trace, such as run --record FILE writes.");
    }
    Fork fork = new Fork(TlaTools.find(tla2tools), BUDGET);
    Path work = Files.createTempDirectory("umem-trace-");
    try {
      TraceVerdict verdict = TwoJudges.judge(file, fork, work);
      new TraceText(Console.ofProcess(), file).print(verdict);
      return verdict.exit();
    } catch (TraceFault e) {
      throw UserError.usage(
          file + " is not a trace: " + e.getMessage() + ".",
          "conformance-tests/docs/trace.md says what one looks like.");
    } finally {
      WorkFolder.delete(work);
    }
  }
}
