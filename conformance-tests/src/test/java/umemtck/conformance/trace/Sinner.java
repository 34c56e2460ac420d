package umemtck.conformance.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.protocol.TraceHead;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.zoo.Resident;
import umemtck.reference.model.ModelConfig;
import umemtck.spec.ddi.History;

/**
 * A faulty resident, and the shortest histories of a run in which its sin shows.
 *
 * @param machines the shortest
 */
record Sinner(Resident resident, List<History> machines) {
  private static final int MACHINES = 30;
  private static final Catalogue CATALOGUE = Catalogue.load();

  String name() {
    return resident.name();
  }

  /** All of one group declare the same, and are judged by the same contract. */
  TraceHead group() {
    return new TraceHead(
        "test", "zoo", "1", resident.profile(), resident.subject().get().declaration());
  }

  /** Runs it until the clause of its sin has failed. */
  static Sinner seen(Resident r) {
    String sin = r.sin().orElseThrow();
    RunSettings all = RunSettings.of(1).until(sin);
    List<History> shows = run(r, all.only(sin::equals));
    return new Sinner(r, shows.isEmpty() ? run(r, all) : shows);
  }

  private static List<History> run(Resident r, RunSettings settings) {
    Bench bench = new Bench(r.subject().get(), r.profile());
    TraceJudge judge = new TraceJudge(ModelConfig.of(bench.declared(), r.profile()));
    List<History> shows = new ArrayList<>();
    bench.record(
        history -> {
          JavaVerdict v = judge.judge(history.events());
          if (v.kind() == JavaVerdict.Kind.REFUSED
              && v.breaches().stream().anyMatch(b -> b.clause().equals(r.sin().orElseThrow()))) {
            shows.add(history);
          }
        });
    Suite.run(bench, CATALOGUE, settings, KnownIssues.NONE, Suite.Progress.SILENT);
    shows.sort(Comparator.comparingInt(h -> h.events().size()));
    return List.copyOf(shows.subList(0, Math.min(MACHINES, shows.size())));
  }
}
