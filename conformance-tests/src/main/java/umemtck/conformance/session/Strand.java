package umemtck.conformance.session;

import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;

/** A call that may wait, or a thread of the machine's own, on a thread of its own. */
final class Strand {
  /** The id of a thread of the machine's own, which is no call. */
  static final int OWN = 0;

  final int id;
  final int name;
  final long proc;
  final Call call;
  final Semaphore go = new Semaphore(0);

  /** What it waits for; null while it runs. */
  BooleanSupplier until;

  /** How many changes had been announced when its condition was last asked. */
  long askedAt;

  /** The step before which it stalls; null if it does not. Read while it does not run. */
  String stalledAt;

  /** How it ended; null while it is out. */
  Outcome outcome;

  /** What came out of the subject that is no outcome. */
  Throwable fault;

  Strand(int id, int name, long proc, Call call) {
    this.id = id;
    this.name = name;
    this.proc = proc;
    this.call = call;
  }

  boolean ended() {
    return outcome != null || fault != null;
  }
}
