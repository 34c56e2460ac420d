package umemtck.tla.equivalence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import umemtck.spec.Profile;
import umemtck.tla.Expectation;
import umemtck.tla.Fork;
import umemtck.tla.Graphs;
import umemtck.tla.ModelOptions;
import umemtck.tla.ModelTable;
import umemtck.tla.SpecFiles;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.GraphDiff;
import umemtck.tla.graph.GraphFile;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.LockBounds;

/**
 * Proves, within the bounds of the committed graphs, that the specification and the Java model say
 * the same: Java reads the graph, of allocation TLC also asks Java, and the graph is what the
 * specification has now.
 */
public final class ModelEquivalence {
  private static final int SHOWN = 10;

  private final Fork fork;
  private final Path work;
  private final SpecFiles.Source files;

  ModelEquivalence(Fork fork, Path work, SpecFiles.Source files) {
    this.fork = fork;
    this.work = work;
    this.files = files;
  }

  /**
   * Compares all models whose graph is committed, and writes {@code equivalence.json} if asked to.
   * The lane of the options is not used.
   *
   * @param print where progress and the differences go
   * @throws IllegalStateException if there is no TLC, or a comparison could not be made; like
   *     everything else that escapes, exit status 70
   */
  public static EquivalenceReport run(ModelOptions options, PrintStream print)
      throws IOException, InterruptedException {
    ModelTable table = ModelTable.load();
    ModelEquivalence equivalence =
        new ModelEquivalence(
            new Fork(options.tla2tools(), options.budget()),
            Files.createDirectories(options.work()),
            SpecFiles.shipped(table.modules()));
    List<Expectation> models = table.graphs().stream().map(table::model).toList();
    EquivalenceReport report = equivalence.all(models, options.forks(), print);
    if (options.out().isPresent()) {
      report.write(options.out().get());
    }
    return report;
  }

  EquivalenceReport all(List<Expectation> models, int forks, PrintStream print)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(forks);
    try {
      List<Future<EquivalenceReport.Row>> running = new ArrayList<>();
      for (Expectation model : models) {
        running.add(pool.submit(() -> one(model)));
      }
      List<EquivalenceReport.Row> rows = new ArrayList<>();
      for (Future<EquivalenceReport.Row> f : running) {
        EquivalenceReport.Row row = f.get();
        rows.add(row);
        print(row, print);
      }
      return new EquivalenceReport(rows);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a comparison could not be made: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  private EquivalenceReport.Row one(Expectation model) throws IOException, InterruptedException {
    Graph committed = Graphs.committed(model);
    List<String> what = new ArrayList<>();
    int stale = 0;
    try {
      Graph now = GraphFile.read(Files.newBufferedReader(Graphs.export(model, fork, work, files)));
      GraphDiff diff = GraphDiff.of(committed, now);
      if (!diff.empty()) {
        stale = 1 + diff.added().size() + diff.removed().size();
        what.add(stale(diff));
      }
      int more = stale == 0 ? 0 : stale - 1;
      if (committed.bounds() instanceof IoBounds) {
        return bufs(model, committed, what, more);
      }
      if (committed.bounds() instanceof DevmapBounds) {
        return exports(model, committed, what, more);
      }
      return committed.bounds() instanceof LockBounds
          ? locking(model, committed, what, more)
          : allocation(model, committed, what, more);
    } catch (IllegalStateException e) {
      return EquivalenceReport.Row.faulty(model.title(), committed, what, e.getMessage());
    }
  }

  private EquivalenceReport.Row allocation(
      Expectation model, Graph committed, List<String> what, int more)
      throws IOException, InterruptedException {
    GraphAgainstModel walk = new GraphAgainstModel(committed);
    walk.differences().forEach(d -> what.add("by the graph: " + d));
    TlcAgainstModel.Found found = TlcAgainstModel.run(model, fork, work, files);
    found.differences().forEach(d -> what.add("by TLC: " + d));
    boolean idle = found.steps() == 0 || found.questions() == 0;
    return new EquivalenceReport.Row(
        model.title(),
        committed.states().size(),
        committed.transitions(),
        committed.refusals(),
        walk.forbidden(),
        found.steps() + found.questions(),
        0,
        new TreeMap<>(),
        what.size() + more,
        what,
        idle ? "TLC asked the Java model nothing" : null);
  }

  /** Of locking only the graph is compared. */
  private static EquivalenceReport.Row locking(
      Expectation model, Graph committed, List<String> what, int more) {
    LockGraphAgainstModel walk = new LockGraphAgainstModel(committed);
    walk.differences().forEach(d -> what.add("by the graph: " + d));
    return new EquivalenceReport.Row(
        model.title(),
        committed.states().size(),
        committed.transitions(),
        committed.refusals(),
        walk.forbidden(),
        0,
        walk.concurrent(),
        walk.explained(),
        what.size() + more,
        what,
        null);
  }

  /** Of bufs too; and the two profiles say the same of them. */
  private static EquivalenceReport.Row bufs(
      Expectation model, Graph committed, List<String> what, int more) {
    long forbidden = 0;
    SortedMap<String, Long> explained = new TreeMap<>();
    for (Profile profile : Profile.values()) {
      IoGraphAgainstModel walk = new IoGraphAgainstModel(committed, profile);
      String by = "by the graph, " + profile.word() + ": ";
      walk.differences().forEach(d -> what.add(by + d));
      forbidden += walk.forbidden();
      walk.explained().forEach((clause, n) -> explained.merge(clause, n, Long::sum));
    }
    return new EquivalenceReport.Row(
        model.title(),
        committed.states().size(),
        committed.transitions(),
        committed.refusals(),
        forbidden,
        0,
        0,
        explained,
        what.size() + more,
        what,
        null);
  }

  /** Of exports in the profile that the graph is of. */
  private static EquivalenceReport.Row exports(
      Expectation model, Graph committed, List<String> what, int more) {
    DevmapGraphAgainstModel walk = new DevmapGraphAgainstModel(committed);
    walk.differences().forEach(d -> what.add("by the graph: " + d));
    return new EquivalenceReport.Row(
        model.title(),
        committed.states().size(),
        committed.transitions(),
        committed.refusals(),
        walk.forbidden(),
        0,
        walk.beyond(),
        walk.explained(),
        what.size() + more,
        what,
        null);
  }

  private static String stale(GraphDiff diff) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "the committed graph is not what the specification says now: the specification "
            + diff.summary());
    diff.added().stream().limit(3).forEach(s -> lines.add("       adds    " + s));
    diff.removed().stream().limit(3).forEach(s -> lines.add("       removes " + s));
    return String.join("\n", lines);
  }

  private static void print(EquivalenceReport.Row r, PrintStream print) {
    boolean good = r.fault() == null && r.differences() == 0;
    print.printf(
        "%-4s %-14s %d states, %d transitions, %d refusals, %d differences"
            + " (%d other steps tried by Java, %s)%n",
        good ? "ok" : "BAD",
        r.name(),
        r.states(),
        r.transitions(),
        r.refusals(),
        r.differences(),
        r.forbidden(),
        besides(r));
    if (r.fault() != null) {
      print.println("     the comparison went wrong: " + r.fault());
    }
    r.what().stream().limit(SHOWN).forEach(w -> print.println("     " + w));
    if (r.what().size() > SHOWN) {
      print.println("     and " + (r.what().size() - SHOWN) + " more");
    }
  }

  private static String besides(EquivalenceReport.Row r) {
    if (r.concurrent() == 0 && r.explained().isEmpty()) {
      return r.asked() + " questions by TLC";
    }
    String met = r.explained().isEmpty() ? "none" : r.explained().toString();
    return r.concurrent() + " steps of the graph not compared; known differences: " + met;
  }
}
