package umemtck.conformance.session;

import java.util.List;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Step;
import umemtck.spec.ddi.Event;

/** Says what is done next to a machine, by what was seen of it. */
public interface Guide {
  /** What is free at first, and the first steps, whatever is seen. */
  Plan opening();

  /**
   * The next step; null ends the trial, and all that was done is undone.
   *
   * @param seen since this was asked last, or since boot
   */
  Step next(List<Event> seen);

  /** A plan: all its steps are the first. */
  static Guide of(Plan plan) {
    return new Guide() {
      @Override
      public Plan opening() {
        return plan;
      }

      @Override
      public Step next(List<Event> seen) {
        return null;
      }
    };
  }
}
