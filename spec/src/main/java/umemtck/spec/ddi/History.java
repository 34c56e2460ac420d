package umemtck.spec.ddi;

import java.util.List;

/**
 * All that was seen of one machine, from its boot.
 *
 * @param events in the order in which they were seen
 */
public record History(List<Event> events) {
  /** Keeps a copy. */
  public History {
    events = List.copyOf(events);
  }
}
