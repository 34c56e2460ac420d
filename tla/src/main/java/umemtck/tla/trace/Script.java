package umemtck.tla.trace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.spec.ddi.Event;

/**
 * How the events of a trace are told to one specification. A specification sees the events of its
 * own area; of others it sees what they do to what it speaks of.
 */
interface Script {
  /** The module, and its configuration. */
  String module();

  /**
   * What one machine did.
   *
   * @param events from its boot on
   */
  Told tell(List<Event> events);

  /** The constants of the module; to be asked for after all machines were told. */
  Map<String, Object> constants();

  /**
   * What is told.
   *
   * @param moments what the evaluator is asked, in order
   * @param known the numbers of the events that the specification judges, from 0
   * @param lax from this event on it allows more than the contract does, because it has no words
   *     for what was done to the machine
   */
  record Told(List<Moment> moments, Set<Integer> known, int lax) {
    /** One that is never lax. */
    Told(List<Moment> moments, Set<Integer> known) {
      this(moments, known, Integer.MAX_VALUE);
    }
  }
}
