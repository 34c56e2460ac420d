package umemtck.conformance.tour;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.tla.graph.AllocBounds;
import umemtck.tla.graph.AllocState;
import umemtck.tla.graph.Edge;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.Step;

/** What must be known to walk a graph of allocation. */
record AllocBook(Graph graph, Declaration declared) implements Guidebook {
  /** Without them the machine is not as small as the model. */
  private static final List<Feature> SMALL =
      List.of(Feature.PAGES, Feature.SWAP, Feature.ADDRESS, Feature.COOKIES);

  @Override
  public List<Feature> needs(Edge e) {
    List<Feature> needs = new ArrayList<>(SMALL);
    Step s = e.step();
    AllocState state = (AllocState) graph.states().get(e.from());
    AllocBounds bounds = (AllocBounds) graph.bounds();
    if (s.action().equals("UmemAllocSleeps") || !state.asleep().isEmpty()) {
      needs.add(Feature.SETTLE);
    }
    if (s.action().equals("PageOut")) {
      needs.add(Feature.PAGING);
    }
    if (s.action().startsWith("UmemAlloc") && UmemFlag.trash((int) s.number(2))) {
      needs.add(Feature.TRASH);
    }
    if (bounds.interrupts().contains(s.word(0))) {
      needs.add(Feature.CONTEXTS);
    }
    return needs;
  }

  @Override
  public Phrases phrases() {
    return new AllocPhrases(graph, declared);
  }
}
