package umemtck.conformance.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import umemtck.reference.model.ModelConfig;
import umemtck.spec.ddi.Event;
import umemtck.tla.Fork;
import umemtck.tla.trace.TraceCheck;
import umemtck.tla.trace.TraceReport;

/** Holds a trace against the specification, and before the Java judge. */
public final class TwoJudges {
  private static final String UNKNOWN = "no specification judges such an event";

  private TwoJudges() {}

  /**
   * What the Java judge said of one machine, until the other is asked.
   *
   * @param line of its boot
   * @param known whether a specification judges the last event
   */
  private record Judged(int number, long line, JavaVerdict verdict, boolean known) {}

  /**
   * Judges a file.
   *
   * @param fork with the TLC to use
   * @param work a folder for working files
   * @throws TraceFault if it is no trace
   * @throws IllegalStateException if TLC could not evaluate it: a fault of the kit
   */
  public static TraceVerdict judge(Path file, Fork fork, Path work)
      throws IOException, InterruptedException {
    return judge(file, fork, work, Unspecified.load(), config -> new TraceJudge(config)::judge);
  }

  /** The same, with another list and another judge of the events of a machine. */
  static TraceVerdict judge(
      Path file,
      Fork fork,
      Path work,
      Unspecified unspecified,
      Function<ModelConfig, Function<List<Event>, JavaVerdict>> judges)
      throws IOException, InterruptedException {
    try (TraceReader reader = TraceReader.open(file)) {
      ModelConfig config = ModelConfig.of(reader.head().declaration(), reader.head().profile());
      Function<List<Event>, JavaVerdict> judge = judges.apply(config);
      List<Judged> judged = new ArrayList<>();
      Count count = new Count();
      try (TraceCheck check = new TraceCheck(config, fork, work)) {
        for (TracedMachine m = reader.machine(); m != null; m = reader.machine()) {
          JavaVerdict verdict = judge.apply(m.events());
          List<Event> seen = m.events().subList(0, verdict.judged());
          Set<Integer> known = check.tell(seen);
          count.add(m.events().size(), seen, known);
          judged.add(new Judged(m.number(), m.line(), verdict, isKnown(verdict, known)));
        }
        List<TraceReport> reports = check.reports();
        List<MachineVerdict> machines = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
          Judged j = judged.get(i);
          String why =
              j.verdict().kind() != JavaVerdict.Kind.REFUSED
                  ? ""
                  : j.known() ? unspecified.why(j.verdict()) : UNKNOWN;
          machines.add(MachineVerdict.of(j.number(), j.line(), j.verdict(), reports, i, why));
        }
        return new TraceVerdict(
            reader.head(), machines, reports, count.events, count.judged, count.ops);
      }
    }
  }

  private static boolean isKnown(JavaVerdict verdict, Set<Integer> known) {
    return known.contains(verdict.event()) && verdict.event() < verdict.judged();
  }

  /** How much was judged, and what no specification knows. */
  private static final class Count {
    private final SortedMap<String, Long> ops = new TreeMap<>();
    private long events;
    private long judged;

    void add(int all, List<Event> seen, Set<Integer> known) {
      events += all;
      judged += seen.size();
      for (int i = 0; i < seen.size(); i++) {
        if (seen.get(i) instanceof Event.Invoked e && !known.contains(i)) {
          ops.merge(e.call().op(), 1L, Long::sum);
        }
      }
    }
  }
}
