package umemtck.spec.ddi;

import java.util.List;

/** One thing that was seen of a subject, in the order in which it was seen. */
public sealed interface Event {

  /**
   * A call was made.
   *
   * @param id the call's number in its history, from 1
   * @param context of the calling thread
   * @param call what was called
   */
  record Invoked(int id, Context context, Call call) implements Event {}

  /**
   * A call ended.
   *
   * @param id the number of the call that ended
   * @param outcome how
   */
  record Completed(int id, Outcome outcome) implements Event {}

  /**
   * Nothing in the subject can run.
   *
   * @param blocked numbers of the calls that are still out, ascending
   */
  record Settled(List<Integer> blocked) implements Event {
    /** Keeps a copy. */
    public Settled {
      blocked = List.copyOf(blocked);
    }
  }
}
