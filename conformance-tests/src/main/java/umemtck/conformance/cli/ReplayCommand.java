package umemtck.conformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import umemtck.conformance.UserError;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.plan.PlanCheck;
import umemtck.conformance.report.Json;
import umemtck.conformance.report.ReplayFile;
import umemtck.conformance.subject.Subjects;
import umemtck.conformance.suite.RunSettings;
import umemtck.spec.SpecVersion;

/** {@code umem-tck replay}. */
@Command(
    name = "replay",
    description = "Carries out again what a run saw fail.",
    footerHeading = "%nExit status: ",
    footer = "as of run; 0 if nothing fails any more.")
final class ReplayCommand implements Callable<Integer> {
  private static final String WHERE_FROM =
      "Use a file that umem-tck run wrote to replay/ in its --out.";

  @Parameters(paramLabel = "FILE", description = "A replay file, from replay/ of a run's files.")
  private Path file;

  @Mixin private SubjectMixin subject;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long the subject may take to boot; 30.")
  private int patience = RunSettings.PATIENCE;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Keeps a trace; umem-tck trace FILE judges it.")
  private Path record;

  @Option(names = "--out", paramLabel = "DIR", description = "Where the files go.")
  private Path out = Path.of("umem-tck-out", "replayed");

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = Catalogue.load();
    RunCommand.positive("--patience", patience);
    ReplayFile replay = read(catalogue);
    long seed = seed(replay);
    OutFolder.prepare(out);
    Door door = new Door(Console.ofProcess(), catalogue, out, Recording.to(record));
    return door.replay(
        () -> found(replay), subject.words(replay.subject()), replay, seed, patience);
  }

  private Subjects.Found found(ReplayFile replay) {
    Subjects.Found found = subject.find(replay.subject());
    return subject.saysProfile()
        ? found
        : new Subjects.Found(found.subject(), SubjectMixin.named(replay.profile()));
  }

  private ReplayFile read(Catalogue catalogue) {
    ReplayFile replay;
    try {
      replay = Json.read(file, ReplayFile.class);
    } catch (JsonProcessingException e) {
      throw UserError.usage(file + " is no replay file: " + Why.of(e) + ".", WHERE_FROM);
    } catch (IOException e) {
      throw UserError.usage(file + " cannot be read: " + Why.of(e) + ".", WHERE_FROM);
    }
    if (!replay.schema().equals(ReplayFile.SCHEMA)
        || !replay.specVersion().equals(SpecVersion.CURRENT)) {
      throw UserError.usage(
          file
              + " is of another version: "
              + replay.schema()
              + ", plug-in interface "
              + replay.specVersion()
              + "; this kit reads "
              + ReplayFile.SCHEMA
              + ", plug-in interface "
              + SpecVersion.CURRENT
              + ".",
          "Let this kit's run write it again.");
    }
    if (catalogue.facets().stream().noneMatch(f -> f.id().equals(replay.facet()))) {
      throw UserError.usage(file + " names an unknown facet, " + replay.facet() + ".", WHERE_FROM);
    }
    String problem = PlanCheck.problem(replay.plan());
    if (problem != null) {
      throw UserError.usage(
          file + ": " + problem + ".", "The kit breaks no duty of the caller; mend the step.");
    }
    return replay;
  }

  private long seed(ReplayFile replay) {
    try {
      return Long.parseLong(replay.seed());
    } catch (NumberFormatException e) {
      throw UserError.usage(file + " has no decimal seed: '" + replay.seed() + "'.", WHERE_FROM);
    }
  }
}
