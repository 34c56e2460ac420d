package umemtck.spec.subject;

import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.WorkerGate;

/** What the kit can make go wrong, or wait, inside a lock, an unlock and the making of a buf. */
public interface LockFaults {
  /**
   * Makes the next step of a kind fail, once. Called only with {@link Feature#FAULTS}.
   *
   * @param step which
   * @param errno EAGAIN or ENOMEM; for {@link FaultyStep#BUF} it says nothing
   */
  void failNext(FaultyStep step, int errno);

  /**
   * Holds the worker back that does deferred unlocks, or lets it go. Called only with {@link
   * Feature#WORKER}.
   *
   * @param gate what becomes of it
   */
  void gate(WorkerGate gate);
}
