package umemtck.conformance.trace;

import java.util.List;
import umemtck.spec.ddi.Event;

/**
 * What a trace tells of one machine.
 *
 * @param number from 1
 * @param line the line of its boot, from 1; its first event is in the next
 * @param events in the order in which they were seen
 */
public record TracedMachine(int number, long line, List<Event> events) {
  /** Keeps a copy. */
  public TracedMachine {
    events = List.copyOf(events);
  }

  /** The line of an event, by its number from 0. */
  public long lineOf(int event) {
    return line + 1 + event;
  }
}
