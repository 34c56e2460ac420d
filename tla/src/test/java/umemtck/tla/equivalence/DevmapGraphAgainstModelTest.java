package umemtck.tla.equivalence;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.tla.Graphs;
import umemtck.tla.ModelTable;
import umemtck.tla.graph.Graph;

class DevmapGraphAgainstModelTest {
  @ParameterizedTest
  @ValueSource(strings = {"SetupIllumos", "Prot", "Remap", "Stores", "Fork"})
  void probe(String name) throws IOException {
    Graph g = Graphs.committed(ModelTable.load().model("ci/MCDevmap" + name));
    DevmapGraphAgainstModel w = new DevmapGraphAgainstModel(g);
    long t = System.nanoTime();
    List<String> d = w.differences();
    System.out.println(
        "== "
            + name
            + " "
            + d.size()
            + " differences, "
            + w.forbidden()
            + " tried, "
            + w.explained()
            + " beyond "
            + w.beyond()
            + " ms "
            + (System.nanoTime() - t) / 1000000);
    System.out.println(d.stream().limit(3).collect(Collectors.joining("\n")));
    System.out.println(
        d.stream()
            .collect(
                Collectors.groupingBy(
                    x -> x.replaceAll("(?s)\n.*specification", " | ").replaceAll("0x\\w+|\\d", "#"),
                    Collectors.counting()))
            .entrySet()
            .stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .limit(20)
            .collect(Collectors.joining("\n")));
  }
}
