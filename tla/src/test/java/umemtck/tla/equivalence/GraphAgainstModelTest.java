package umemtck.tla.equivalence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.tla.EditedGraphs;
import umemtck.tla.Graphs;
import umemtck.tla.ModelTable;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.Step;

/** The comparison sees one step too few, one too many, and one that leads astray. */
class GraphAgainstModelTest {
  private final Graph graph = load("ci/MCSizes");

  private static Graph load(String name) {
    try {
      return Graphs.committed(ModelTable.load().model(name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> differences(Graph g) {
    return new GraphAgainstModel(g).differences();
  }

  private static void tells(List<String> differences, String... words) {
    assertEquals(1, differences.size(), () -> "differences: " + differences);
    for (String w : words) {
      assertTrue(differences.get(0).contains(w), () -> "no '" + w + "' in " + differences.get(0));
    }
  }

  @Test
  void withoutARefusal() {
    Step refusal = Step.of("UmemAllocRefused", "kernel", 0, 1);
    tells(
        differences(EditedGraphs.without(graph, graph.init(), refusal)),
        "ddi_umem_alloc(0, DDI_UMEM_NOSLEEP) by kernel -> NULL and a NULL cookie",
        "the specification     does not have it",
        "the Java model        allows it");
  }

  @Test
  void withARefusalForNothing() {
    Step refusal = Step.of("UmemAllocRefused", "kernel", 4, 1);
    tells(
        differences(EditedGraphs.with(graph, graph.init(), refusal, graph.init())),
        "ddi_umem_alloc(4, DDI_UMEM_NOSLEEP) by kernel -> NULL and a NULL cookie",
        "nothing live",
        "forbids it: ALLOC.nosleep-null");
  }

  @Test
  void withAnotherSuccessor() {
    Step grant = Step.of("UmemAlloc", "kernel", 4, 1, 8, 1);
    assertTrue(graph.steps().get(graph.init()).containsKey(grant));
    tells(
        differences(EditedGraphs.with(graph, graph.init(), grant, graph.init())),
        "-> address 0x8, cookie 0x1",
        "the specification     goes on to nothing live",
        "the Java model        goes on to cookie 0x1: NON_PAGEABLE 1 pages at 0x8");
  }
}
