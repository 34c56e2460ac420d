package umemtck.conformance.trace;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import umemtck.conformance.protocol.TraceHead;
import umemtck.tla.trace.TraceReport;

/**
 * What the two judges say of a trace.
 *
 * @param head of whom it is
 * @param machines each machine
 * @param reports each specification
 * @param events how many events there are
 * @param judged how many of them were judged: none behind a refusal, or a broken duty
 * @param unknown calls that no specification knows, which the Java judge judges alone: how many
 */
public record TraceVerdict(
    TraceHead head,
    List<MachineVerdict> machines,
    List<TraceReport> reports,
    long events,
    long judged,
    SortedMap<String, Long> unknown) {
  /** The two judges disagree. */
  public static final int DISAGREE = 70;

  /** Keeps copies. */
  public TraceVerdict {
    machines = List.copyOf(machines);
    reports = List.copyOf(reports);
    unknown = new TreeMap<>(unknown);
  }

  /** The machines that are not accepted by both. */
  public List<MachineVerdict> refused() {
    return machines.stream().filter(m -> m.together() != MachineVerdict.Together.ACCEPTED).toList();
  }

  /** 0 accepted, 1 refused, 70 the two judges disagree. */
  public int exit() {
    boolean disagree =
        machines.stream().anyMatch(m -> m.together() == MachineVerdict.Together.DISAGREE);
    return disagree ? DISAGREE : refused().isEmpty() ? 0 : 1;
  }
}
