package umemtck.conformance.trace;

import java.util.List;
import umemtck.tla.trace.TraceReport;

/**
 * What the two judges say of one machine.
 *
 * @param number from 1
 * @param line of its boot in the file, from 1
 * @param java what the Java judge says
 * @param module the specification that refused it first; empty if all accept
 * @param specification what that says
 * @param together whether they agree, and on what
 * @param why why the specification does not see what the Java judge sees; empty if it should
 */
public record MachineVerdict(
    int number,
    long line,
    JavaVerdict java,
    String module,
    TraceReport.Machine specification,
    Together together,
    String why) {
  /** What the two say together. */
  public enum Together {
    /** Both accept. */
    ACCEPTED,
    /** Both refuse, by the same event. */
    REFUSED,
    /** The Java judge refuses what no specification speaks of. */
    REFUSED_BY_JAVA_ALONE,
    /** The caller broke a duty. */
    DUTY,
    /** One refuses what the other accepts: a fault of the kit. */
    DISAGREE
  }

  static MachineVerdict of(
      int number, long line, JavaVerdict java, List<TraceReport> reports, int index, String why) {
    String module = "";
    TraceReport.Machine first = TraceReport.Machine.ACCEPTED;
    for (TraceReport r : reports) {
      TraceReport.Machine m = r.machines().get(index);
      if (!m.accepted() && (first.accepted() || m.event() < first.event())) {
        first = m;
        module = r.module();
      }
    }
    return new MachineVerdict(number, line, java, module, first, together(java, first, why), why);
  }

  private static Together together(JavaVerdict java, TraceReport.Machine spec, String why) {
    if (java.kind() != JavaVerdict.Kind.REFUSED) {
      if (!spec.accepted()) {
        return Together.DISAGREE;
      }
      return java.accepted() ? Together.ACCEPTED : Together.DUTY;
    }
    if (spec.accepted()) {
      return why.isEmpty() ? Together.DISAGREE : Together.REFUSED_BY_JAVA_ALONE;
    }
    return spec.event() == java.event() ? Together.REFUSED : Together.DISAGREE;
  }

  /** The number of the event that shows it, from 0. */
  public int event() {
    return specification.accepted() ? java.event() : specification.event();
  }
}
