package umemtck.conformance.tour;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.Edge;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.Step;

/** What must be known to walk a graph of exports. */
record DevmapBook(Graph graph, Declaration declared) implements Guidebook {
  @Override
  public List<Feature> needs(Edge e) {
    DevmapBounds bounds = (DevmapBounds) graph.bounds();
    Step s = e.step();
    List<Feature> needs = new ArrayList<>(List.of(Feature.DEVMAP));
    boolean several = bounds.processes().size() - bounds.children().size() > 1;
    needIf(needs, Feature.PROCESSES, several);
    needIf(needs, Feature.LOCK, !bounds.lockeds().isEmpty());
    needIf(needs, Feature.TRASH, !bounds.trashes().isEmpty());
    needIf(needs, Feature.FORK, s.action().equals("Fork"));
    needIf(needs, Feature.REMAP, s.action().startsWith("DevmapUmemRemap"));
    needIf(needs, Feature.PROTECTION, s.action().startsWith("DevmapMprotect"));
    needIf(needs, Feature.USER_MEMORY, s.action().startsWith("User"));
    boolean access = s.action().startsWith("DevmapUmemSetup") && s.word(12).equals("true");
    needIf(needs, Feature.DEVMAP_CALLBACKS, access);
    return needs;
  }

  private static void needIf(List<Feature> needs, Feature feature, boolean needed) {
    if (needed) {
      needs.add(feature);
    }
  }

  @Override
  public Phrases phrases() {
    return new DevmapPhrases(graph, declared);
  }
}
