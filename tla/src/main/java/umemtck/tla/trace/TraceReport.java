package umemtck.tla.trace;

import java.util.List;

/**
 * What one specification says of a trace.
 *
 * @param module its name
 * @param machines of each machine
 * @param loading how long the modules took to load, in seconds
 * @param seconds how long the evaluation took, without loading
 */
public record TraceReport(String module, List<Machine> machines, double loading, double seconds) {
  /** Keeps a copy. */
  public TraceReport {
    machines = List.copyOf(machines);
  }

  /**
   * What it says of one machine.
   *
   * @param event the number of the first impossible event, from 0; -1 if there is none
   * @param tried the steps that would have fitted it
   * @param states some of the states that were possible before it
   * @param count how many there were
   */
  public record Machine(int event, List<String> tried, List<String> states, int count) {
    /** Every event was possible. */
    public static final Machine ACCEPTED = new Machine(-1, List.of(), List.of(), 0);

    /** Keeps copies. */
    public Machine {
      tried = List.copyOf(tried);
      states = List.copyOf(states);
    }

    /** Whether every event was possible. */
    public boolean accepted() {
      return event < 0;
    }
  }
}
