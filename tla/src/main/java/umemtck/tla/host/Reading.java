package umemtck.tla.host;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import tlc2.tool.TLCState;
import tlc2.value.IValue;
import umemtck.tla.graph.Bounds;
import umemtck.tla.graph.GraphState;
import umemtck.tla.graph.Step;

/**
 * How TLC's values become the words of a graph.
 *
 * @param step from the name of an action, and the answer that it left
 * @param state without the answer
 * @param bounds from the constants of the {@code .cfg}
 */
record Reading(
    BiFunction<String, IValue, Step> step,
    Function<TLCState, GraphState> state,
    Function<Map<String, IValue>, Bounds> bounds) {

  /** For the models of a module. */
  static Reading of(String module) {
    return switch (module) {
      case "MCUmemLock" -> new Reading(LockValues::step, LockValues::state, LockValues::bounds);
      case "MCUmemIo" -> new Reading(IoValues::step, IoValues::state, IoValues::bounds);
      default -> new Reading(Values::step, Values::state, Values::bounds);
    };
  }
}
