package umemtck.conformance.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.tla.graph.Edge;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.LockBounds;
import umemtck.tla.graph.LockState;
import umemtck.tla.graph.Step;

/** What must be known to walk a graph of locking. */
record LockBook(Graph graph, Declaration declared) implements Guidebook {
  private static final String ALONE =
      " is one call, and no other is made before it ends: a session lets one call run at a time";

  private LockBounds bounds() {
    return (LockBounds) graph.bounds();
  }

  @Override
  public List<Feature> needs(Edge e) {
    Step s = e.step();
    List<Feature> needs = new ArrayList<>(List.of(Feature.LOCK));
    needIf(
        needs, Feature.PROCESSES, bounds().processes().size() > 1 || !bounds().exits().isEmpty());
    needIf(needs, Feature.PROJECTS, bounds().projects().size() > 1);
    needIf(needs, Feature.LOCKMEMORY, s.action().startsWith("UmemLockMemory"));
    needIf(needs, Feature.CONTEXTS, bounds().interrupts().contains(s.word(0)));
    needIf(needs, Feature.WORKER, s.word(0).equals(LockState.WORKER));
    needIf(needs, Feature.EXIT, s.action().startsWith("Exit"));
    needIf(needs, Feature.SETTLE, s.action().endsWith("Done") || s.action().startsWith("Callback"));
    needIf(needs, Feature.FAULTS, LockPhrases.isShortage(s, bounds()));
    if (s.action().equals("SetLimit")) {
      needs.add(s.number(0) == LockState.ZONE ? Feature.ZONE_LIMIT : Feature.PROJECT_LIMIT);
    }
    return needs;
  }

  private static void needIf(List<Feature> needs, Feature feature, boolean needed) {
    if (needed) {
      needs.add(feature);
    }
  }

  @Override
  public Optional<String> never(Edge e) {
    LockState s = (LockState) graph.states().get(e.from());
    for (Map.Entry<String, String> call : s.call().entrySet()) {
      boolean unlocks = call.getValue().startsWith("ddi_umem_unlock");
      boolean answers =
          e.step().word(0).equals(call.getKey())
              && (unlocks ? LockPhrases.isCredit(e) : LockPhrases.isAnswer(e));
      if (!answers) {
        return Optional.of((unlocks ? "an unlock" : "a lock") + ALONE);
      }
    }
    return s.call().size() > 1 ? Optional.of("a lock" + ALONE) : Optional.empty();
  }

  @Override
  public Phrases phrases() {
    return new LockPhrases(graph, declared);
  }
}
