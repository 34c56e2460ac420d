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
  private static final String LAX = "no specification knows what was done to the machine before";

  private TwoJudges() {}

  /**
   * What the Java judge said of one machine, until the other is asked.
   *
   * @param line of its boot
   * @param known whether a specification judges the event that shows it
   * @param exact whether that allows no more than the contract does
   */
  private record Judged(int number, long line, JavaVerdict verdict, boolean known, boolean exact) {}

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
          TraceCheck.Seen by = check.tell(seen);
          count.add(m.events().size(), seen, by.known());
          judged.add(
              new Judged(
                  m.number(),
                  m.line(),
                  verdict,
                  by.known().contains(verdict.event()),
                  by.exact().contains(verdict.event())));
        }
        List<TraceReport> reports = check.reports();
        List<MachineVerdict> machines = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
          Judged j = judged.get(i);
          String why = why(j, unspecified);
          machines.add(MachineVerdict.of(j.number(), j.line(), j.verdict(), reports, i, why));
        }
        return new TraceVerdict(
            reader.head(), machines, reports, count.events, count.judged, count.ops);
      }
    }
  }

  /** Why the specification may allow what the Java judge refuses; empty if it must not. */
  private static String why(Judged j, Unspecified unspecified) {
    if (j.verdict().kind() != JavaVerdict.Kind.REFUSED) {
      return "";
    }
    return j.exact() ? unspecified.why(j.verdict()) : j.known() ? LAX : UNKNOWN;
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
