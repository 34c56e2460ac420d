package umemtck.conformance.tour;

import java.util.List;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Step;
import umemtck.spec.ddi.Event;
import umemtck.tla.graph.Edge;

/**
 * The words of a graph in the words of plans and histories, for one machine: who is who there, and
 * which of the names of the graph stands for which cookie. A name is given when something is made,
 * and stands until it is gone.
 */
interface Phrases {
  /** What brings a machine that was just booted into the initial state. */
  Plan opening();

  /** How many of the first edges of a way are asked for at once. */
  default int atOnce(List<Edge> way) {
    return 1;
  }

  /**
   * What is to be done to ask for edges; nothing if that cannot be asked.
   *
   * @param edges in a row, as many as are asked for at once
   */
  List<Step> ask(List<Edge> edges);

  /** What an event says, in the words of the graph, in order; nothing if it is no answer. */
  List<Said> hear(Event event);

  /** What it says that nothing more is seen of what was done last. */
  List<Said> silence();
}
