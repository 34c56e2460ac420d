package umemtck.conformance.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import umemtck.conformance.session.Bench;
import umemtck.spec.subject.Feature;
import umemtck.tla.Graphs;
import umemtck.tla.ModelTable;
import umemtck.tla.graph.Edge;
import umemtck.tla.graph.Edges;
import umemtck.tla.graph.Graph;

/** The tours of all committed graphs of a profile over one subject. */
public final class Tours {
  private final Bench bench;
  private final long seed;
  private final Tour.Log log;

  /**
   * Tours over a subject.
   *
   * @param log told of every machine
   */
  public Tours(Bench bench, long seed, Tour.Log log) {
    this.bench = bench;
    this.seed = seed;
    this.log = log;
  }

  /**
   * Walks one graph after the other.
   *
   * @param begins told the name of a model before its tour
   * @param ends told what came of it
   */
  public void all(Consumer<String> begins, Consumer<Toured> ends) {
    ModelTable table = ModelTable.load();
    ExecutorService reader = Executors.newSingleThreadExecutor(Tours::daemon);
    List<Future<Graph>> graphs = new ArrayList<>();
    table.graphs().forEach(name -> graphs.add(reader.submit(() -> committed(table, name))));
    reader.shutdown();
    for (Future<Graph> read : graphs) {
      Graph graph = read(read);
      Optional<Guidebook> book = Guidebook.of(graph, bench);
      if (book.isPresent()) {
        begins.accept(graph.model());
        ends.accept(one(graph, book.get()));
      }
    }
  }

  /** The next graph is read while one is walked. */
  private static Thread daemon(Runnable body) {
    Thread thread = new Thread(body, "umem-tck graphs");
    thread.setDaemon(true);
    return thread;
  }

  private static Graph read(Future<Graph> graph) {
    try {
      return graph.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("a committed graph cannot be read", e);
    }
  }

  private static Graph committed(ModelTable table, String name) {
    try {
      return Graphs.committed(table.model(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tour of one graph. */
  Toured one(Graph graph, Guidebook book) {
    Cover cover = new Cover(new Edges(graph));
    for (Edge e : cover.edges().all()) {
      book.never(e).ifPresent(reason -> cover.giveUp(e, reason));
      for (Feature needed : book.needs(e)) {
        if (cover.open(e) && !bench.declared().offers(needed)) {
          cover.unsupported(e, "UNSUPPORTED: " + bench.declared().reason(needed));
          break;
        }
      }
    }
    return Toured.of(cover, new Tour(cover, book).all(bench, seed, log));
  }
}
