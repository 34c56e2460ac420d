package umemtck.conformance.tour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import umemtck.conformance.session.Bench;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.tla.Graphs;
import umemtck.tla.ModelTable;
import umemtck.tla.graph.Graph;

/**
 * What a tour of the reference kernel costs, in process: the graphs are read beforehand; one
 * operation is the tour of all graphs of a family. The counters say how many edges were covered,
 * and how many steps were made for that, a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(1)
public class EdgeCover {
  /** The graphs whose model has this in its name; all of them with {@code MC}. */
  @Param({"MC", "MCContents", "MCSwap", "MCIo", "MCLock", "MCDevmap"})
  private String family;

  private Bench bench;
  private final List<Graph> graphs = new ArrayList<>();

  /** Edges and steps a second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Count {
    /** Edges that were covered. */
    public long edges;

    /** Steps that were made. */
    public long steps;
  }

  /** Reads the graphs. */
  @Setup
  public void read() throws IOException {
    bench =
        new Bench(
            new ReferenceSubject(KernelOptions.of(Profile.DOCUMENTED)), Profile.DOCUMENTED);
    ModelTable table = ModelTable.load();
    for (String name : table.graphs()) {
      Graph graph = Graphs.committed(table.model(name));
      if (name.contains(family) && Guidebook.of(graph, bench).isPresent()) {
        graphs.add(graph);
      }
    }
  }

  /** All graphs, one after the other. */
  @Benchmark
  public void tour(Count count) {
    Tours tours = new Tours(bench, 1, (led, seed) -> count.steps += led.plan().steps().size());
    for (Graph graph : graphs) {
      count.edges += tours.one(graph, Guidebook.of(graph, bench).orElseThrow()).covered();
    }
  }
}
