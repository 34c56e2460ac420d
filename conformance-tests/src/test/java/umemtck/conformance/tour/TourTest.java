package umemtck.conformance.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.conformance.Faulty;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Led;
import umemtck.conformance.session.Trial;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.Feature;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.GraphState;
import umemtck.tla.graph.Step;

/** What a tour finds out, and what it says of what it does not. */
final class TourTest {
  private static Bench reference() {
    return new Bench(
        new ReferenceSubject(KernelOptions.of(Profile.DOCUMENTED)), Profile.DOCUMENTED);
  }

  private static Bench zoo(String name) {
    Resident r = Zoo.find(name).orElseThrow();
    return new Bench(r.subject().get(), r.profile());
  }

  @Test
  void an_edge_that_nobody_can_reach_is_reported() {
    Graph graph = OfModel.graph("MCContents");
    List<GraphState> states = new ArrayList<>(graph.states());
    List<SortedMap<Step, Integer>> steps = new ArrayList<>(graph.steps());
    states.add(states.get(graph.init()));
    steps.add(new TreeMap<>(steps.get(graph.init())));
    int edges = steps.get(graph.init()).size();
    Graph island = new Graph(graph.model(), graph.bounds(), graph.init(), states, steps);
    Toured without = OfModel.tour(graph, reference()).toured();
    Toured with = OfModel.tour(island, reference()).toured();
    assertEquals(without.covered(), with.covered());
    List<Toured.Exception> there =
        with.exceptions().stream().filter(e -> e.state() == states.size() - 1).toList();
    assertEquals(edges, there.size());
    there.forEach(e -> assertEquals(Tour.NO_WAY, e.reason()));
  }

  @ParameterizedTest
  @CsvSource({
    "ForgetsToZero, MCContents",
    "WakesOnlyTheFirstInLine, MCSleep",
    "LooksAtTheEndOfABufAlone, MCIoBounds",
    "ChargesDistinctPages, MCLockMoveDocumented",
    "MappingsShareTheLatestOffset, MCDevmapStores"
  })
  void a_faulty_resident_is_caught_by_the_clause_that_it_breaks(String name, String model) {
    List<String> broken = OfModel.tour(model, zoo(name)).broken();
    String facet = Zoo.find(name).orElseThrow().facet().orElseThrow();
    assertTrue(broken.contains(facet), () -> "expected " + facet + ", broken are " + broken);
  }

  @Test
  void a_walk_is_a_plan_that_does_the_same() {
    Bench bench = zoo("ForgetsToZero");
    Led wrong =
        OfModel.tour("MCContents", bench).led().stream()
            .filter(l -> l.trial().end() instanceof Trial.Broken)
            .findFirst()
            .orElseThrow();
    assertEquals(wrong.trial().end(), bench.run(wrong.plan(), 1).end());
  }

  @Test
  void the_same_seed_gives_the_same_tour() {
    Bench bench = reference();
    assertEquals(OfModel.tour("MCSleep", bench).toured(), OfModel.tour("MCSleep", bench).toured());
  }

  @Test
  void what_is_not_offered_is_unsupported_with_the_reason() {
    Faulty modest = Faulty.none().declaring(d -> d.without(Feature.PAGING, "no file to page to"));
    Toured toured = OfModel.tour("MCContents", new Bench(modest, Profile.DOCUMENTED)).toured();
    long named =
        toured.exceptions().stream()
            .filter(e -> e.reason().equals("UNSUPPORTED: no file to page to"))
            .count();
    assertTrue(named > 0);
    assertEquals(named, toured.unsupported());
  }

  @Test
  void a_fault_of_the_subject_is_told_and_is_no_breach() {
    Faulty crashes =
        Faulty.of(
            "crashes",
            (o, w) ->
                new Kernel(o, w) {
                  @Override
                  protected void zero(Block b) {
                    throw new IllegalArgumentException("the adapter is wrong");
                  }
                });
    OfModel tour = OfModel.tour("MCBudget", new Bench(crashes, Profile.DOCUMENTED));
    assertTrue(tour.toured().fault().orElseThrow().contains("the adapter is wrong"));
    assertEquals(List.of(), tour.broken());
  }
}
