package umemtck.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import umemtck.conformance.Faulty;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.cli.Cli.Ran;
import umemtck.conformance.subject.Subjects;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.RunSettings;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.spec.Profile;
import umemtck.spec.subject.Feature;

/** A whole run over a subject of the test's own, through the door of the command line. */
final class Stage {
  static final Faulty FORGETS_TO_ZERO =
      Faulty.of(
              "forgets-to-zero",
              (o, w) ->
                  new Kernel(o, w) {
                    @Override
                    protected void zero(Block b) {}
                  })
          .declaring(d -> d.without(Feature.CONTEXTS, "contexts cannot be set here"));

  private Stage() {}

  static Ran run(Faulty subject, Path out, long seed, KnownIssues known) {
    return Cli.captured(
        () -> {
          try {
            Files.createDirectories(out);
            return new Door(Console.ofProcess(), Catalogue.load(), out)
                .run(
                    () -> new Subjects.Found(subject, Profile.DOCUMENTED),
                    "java:mine.jar",
                    RunSettings.of(seed).withTries(3),
                    known);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
