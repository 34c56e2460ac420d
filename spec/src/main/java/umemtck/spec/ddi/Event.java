package umemtck.spec.ddi;

import java.util.List;

/** One thing that was seen of a subject, in the order in which it was seen. */
public sealed interface Event {

  /**
   * A call was made.
   *
   * @param id the call's number in its history, from 1
   * @param proc the process of the calling thread
   * @param context of the calling thread
   * @param call what was called
   */
  record Invoked(int id, long proc, Context context, Call call) implements Event {
    /** By the process that is there at boot. */
    public Invoked(int id, Context context, Call call) {
      this(id, Ids.PROCESS, context, call);
    }
  }

  /**
   * A call ended.
   *
   * @param id the number of the call that ended
   * @param outcome how
   */
  record Completed(int id, Outcome outcome) implements Event {}

  /**
   * The subject calls the cleanup function of a lock.
   *
   * @param inside the number of the call whose thread calls it
   * @param of the number of the call that gave the function
   * @param cookie what the function receives
   */
  record CallbackBegan(int inside, int of, long cookie) implements Event {}

  /**
   * A cleanup function returns to the subject.
   *
   * @param of the number of the call that gave the function
   */
  record CallbackEnded(int of) implements Event {}

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
