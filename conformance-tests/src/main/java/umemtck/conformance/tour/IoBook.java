package umemtck.conformance.tour;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.tla.graph.Edge;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.IoState;
import umemtck.tla.graph.Step;

/** What must be known to walk a graph of bufs. */
record IoBook(Graph graph, Declaration declared) implements Guidebook {
  @Override
  public List<Feature> needs(Edge e) {
    IoBounds bounds = (IoBounds) graph.bounds();
    IoState s = (IoState) graph.states().get(e.from());
    Step step = e.step();
    List<Feature> needs = new ArrayList<>(List.of(Feature.IOSETUP));
    if (bounds.processes().size() > 1) {
      needs.add(Feature.PROCESSES);
    }
    if (step.action().equals("UmemLock")
        || s.live().values().stream().anyMatch(IoState.Cookie::locked)) {
      needs.add(Feature.LOCK);
    }
    if (step.action().equals("UmemAlloc") && UmemFlag.trash((int) step.number(2))) {
      needs.add(Feature.TRASH);
    }
    if (step.action().equals("Strategy")) {
      needs.add(Feature.TRANSFERS);
    }
    if (step.action().equals("UserFill")) {
      needs.add(Feature.USER_MEMORY);
    }
    if (step.action().equals("FailNext") || s.shortage()) {
      needs.add(Feature.FAULTS);
    }
    if (bounds.interrupts().contains(step.word(0))) {
      needs.add(Feature.CONTEXTS);
    }
    return needs;
  }

  @Override
  public Phrases phrases() {
    return new IoPhrases(graph, declared);
  }
}
