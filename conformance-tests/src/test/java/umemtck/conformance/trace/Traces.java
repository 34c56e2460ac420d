package umemtck.conformance.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.protocol.TraceHead;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Suite;
import umemtck.spec.Profile;
import umemtck.spec.ddi.History;
import umemtck.spec.subject.UmemSubject;
import umemtck.tla.Fork;

/** Traces of runs, for tests. */
final class Traces {
  private static final Catalogue CATALOGUE = Catalogue.load();

  private Traces() {}

  static Fork fork() {
    return new Fork(Optional.empty(), Duration.ofMinutes(30));
  }

  static TraceHead head(UmemSubject s, Profile profile) {
    return new TraceHead("test", s.name(), s.version(), profile, s.declaration());
  }

  /** Runs the clauses that are selected, and hands over what is seen of each machine. */
  static void run(Bench bench, Predicate<String> clauses, int tries, Consumer<History> to) {
    bench.record(to);
    RunSettings settings = RunSettings.of(1).withTries(tries).only(clauses);
    Suite.run(bench, CATALOGUE, settings, KnownIssues.NONE, Suite.Progress.SILENT);
  }

  /** The file of a run. */
  static Path record(
      Path dir, UmemSubject subject, Profile profile, Predicate<String> clauses, int tries)
      throws IOException {
    Path file = dir.resolve("trace.ndjson");
    try (TraceWriter to = TraceWriter.open(file, head(subject, profile))) {
      run(new Bench(subject, profile), clauses, tries, to::machine);
    }
    return file;
  }

  /** A trace of one short machine, line by line. */
  static List<String> sound() throws IOException {
    return example(Path.of("docs", "trace.md"));
  }

  /** The first fenced block of a page. */
  static List<String> example(Path page) throws IOException {
    List<String> all = Files.readAllLines(page);
    int from = all.indexOf("```json") + 1;
    return all.subList(from, from + all.subList(from, all.size()).indexOf("```"));
  }
}
