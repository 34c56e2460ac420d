package umemtck.conformance.suite;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import umemtck.conformance.plan.MisusePlans.Duty;
import umemtck.conformance.plan.Plan;

/** Area UNLOCK: ddi_umem_unlock. One facet a test. */
final class UnlockProperties extends Properties {
  /**
   * Asks: After an unlock has taken effect every usage is lower by what that lock had charged. <br>
   * Clause: UNLOCK.releases. Does not run when: the subject does not offer LOCK, USAGE. <br>
   * If it fails, check: Look whether the credit is made on every path, to project, zone and process
   * alike.
   */
  @Asks("UNLOCK.releases/charge")
  void unlockGivesTheChargeBack(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After an unlock has taken effect no munmap, mprotect or exit waits for that lock. <br>
   * Clause: UNLOCK.releases. Does not run when: the subject does not offer LOCK, SETTLE. <br>
   * If it fails, check: Look whether every page of the range is unpinned, the last one too.
   */
  @Asks("UNLOCK.releases/pins")
  void unlockLetsThePagesGo(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Right after the return of an unlock outside interrupt context its charge is gone. <br>
   * Clause: UNLOCK.immediate. Does not run when: the subject does not offer LOCK, USAGE. <br>
   * If it fails, check: Look for an unlock that always goes to the worker: outside interrupt
   * service it is done in the caller's thread.
   */
  @Asks("UNLOCK.immediate/usage")
  void unlockWorksAtOnce(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Whether an unlock from interrupt context has taken effect when it returns is recorded;
   * both are right. <br>
   * Clause: UNLOCK.deferred. Does not run when: the subject does not offer LOCK, CONTEXTS, USAGE.
   * <br>
   * If it fails, check: Nothing to mend: the contract leaves it open. Look here only if an
   * interrupt routine of yours waits.
   */
  @Asks("UNLOCK.deferred/recorded")
  void anUnlockInAnInterruptMayBePutOff(@ForAll("deferred") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Unlocks that were queued take effect one at a time, in the order in which they were
   * queued. <br>
   * Clause: UNLOCK.deferred-fifo. Does not run when: the subject does not offer LOCK, CONTEXTS,
   * USAGE, WORKER. <br>
   * If it fails, check: Look for a queue that is a stack, or for a worker that takes the whole
   * queue at once.
   */
  @Asks("UNLOCK.deferred-fifo/order")
  void queuedUnlocksKeepTheirOrder(@ForAll("deferred") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An unlock outside interrupt context takes effect though earlier ones are still queued,
   * and leaves them queued. <br>
   * Clause: UNLOCK.no-cross-order. Does not run when: the subject does not offer LOCK, CONTEXTS,
   * USAGE, WORKER. <br>
   * If it fails, check: Nothing to mend in itself: look here if an unlock of yours waits for the
   * worker.
   */
  @Asks("UNLOCK.no-cross-order/overtakes")
  void anUnlockOvertakesQueuedOnes(@ForAll("deferred") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: When nothing can run, every unlock that was queued has taken effect, without any further
   * call. <br>
   * Clause: UNLOCK.deferred-eventually. Does not run when: the subject does not offer LOCK,
   * CONTEXTS, USAGE, SETTLE. <br>
   * If it fails, check: Look for a lost wake-up of the worker: a request queued while it is busy,
   * or just before it goes to sleep.
   */
  @Asks("UNLOCK.deferred-eventually/settled")
  void queuedUnlocksAreDoneInTheEnd(@ForAll("deferred") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The usage holds the charge of a queued unlock as long as the worker has not done it. <br>
   * Clause: UNLOCK.credit-when-real. Does not run when: the subject does not offer LOCK, CONTEXTS,
   * USAGE, WORKER. <br>
   * If it fails, check: Look for a credit where the request is queued; it belongs where the pages
   * are unpinned.
   */
  @Asks("UNLOCK.credit-when-real/usage")
  void aQueuedUnlockIsStillCharged(@ForAll("deferred") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: At the limit a lock is denied while the unlock that would make room is still queued. <br>
   * Clause: UNLOCK.credit-when-real. Does not run when: the subject does not offer LOCK, CONTEXTS,
   * PROJECT_LIMIT, WORKER. <br>
   * If it fails, check: Look for a credit where the request is queued; it belongs where the pages
   * are unpinned.
   */
  @Asks("UNLOCK.credit-when-real/limit")
  void aQueuedUnlockMakesNoRoom(@ForAll("deferred") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An unlock by a thread of another process credits the process and project of the lock, and
   * not those of the caller. <br>
   * Clause: UNLOCK.any-thread. Does not run when: the subject does not offer LOCK, PROCESSES,
   * USAGE. <br>
   * If it fails, check: Look for the current process on the unlock path; the owner is kept with the
   * cookie.
   */
  @Asks("UNLOCK.any-thread/other-process")
  void anotherProcessMayUnlock(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An unlock from kernel context credits the process and project of the lock. <br>
   * Clause: UNLOCK.any-thread. Does not run when: the subject does not offer LOCK, CONTEXTS, USAGE.
   * <br>
   * If it fails, check: Look for something on the unlock path that needs a current user process.
   */
  @Asks("UNLOCK.any-thread/kernel")
  void aKernelThreadMayUnlock(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An munmap that waited for pins returns once the last of them is released, without any
   * further call. <br>
   * Clause: UNLOCK.wakes-waiters. Does not run when: the subject does not offer LOCK, SETTLE. <br>
   * If it fails, check: Look for a lost wake-up: every unpin of a page, the worker's too, must wake
   * those who wait for it.
   */
  @Asks("UNLOCK.wakes-waiters/munmap")
  void munmapGoesOnAfterTheUnlock(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An mprotect that waited for pins returns once the last of them is released, without any
   * further call. <br>
   * Clause: UNLOCK.wakes-waiters. Does not run when: the subject does not offer LOCK, PROTECTION,
   * SETTLE. <br>
   * If it fails, check: Look for a lost wake-up: every unpin of a page, the worker's too, must wake
   * those who wait for it.
   */
  @Asks("UNLOCK.wakes-waiters/mprotect")
  void mprotectGoesOnAfterTheUnlock(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An exit that waited for pins returns once the last of them is released, without any
   * further call. <br>
   * Clause: UNLOCK.wakes-waiters. Does not run when: the subject does not offer LOCK, EXIT, SETTLE.
   * <br>
   * If it fails, check: Look for a lost wake-up: every unpin of a page, the worker's too, must wake
   * those who wait for it.
   */
  @Asks("UNLOCK.wakes-waiters/exit")
  void exitGoesOnAfterTheUnlock(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An unlock from kernel context returns, with the effects that it has from user context.
   * <br>
   * Clause: UNLOCK.interrupt-level. Does not run when: the subject does not offer LOCK, CONTEXTS.
   * <br>
   * If it fails, check: Look for something on the unlock path that needs a current user process.
   */
  @Asks("UNLOCK.interrupt-level/kernel")
  void unlockWorksInAKernelThread(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An unlock from interrupt context returns without waiting, and never ends in a panic. <br>
   * Clause: UNLOCK.interrupt-level. Does not run when: the subject does not offer LOCK, CONTEXTS.
   * <br>
   * If it fails, check: Look for a lock on the path that may sleep: the work belongs to the worker
   * then.
   */
  @Asks("UNLOCK.interrupt-level/interrupt")
  void unlockWorksInAnInterrupt(@ForAll("deferred") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An unlock of a cookie from ddi_umem_alloc ends in a panic that says why. <br>
   * Clause: UNLOCK.alloc-cookie. Does not run when: the subject does not offer LOCK, CHECKED. <br>
   * If it fails, check: Look for the test of the cookie's kind, before anything is unpinned or
   * credited.
   */
  @Asks("UNLOCK.alloc-cookie/diagnosed")
  void unlockOfAnAllocationIsDiagnosed(@ForAll("unlockAllocated") Plan plan) {
    holds(plan);
  }

  @Provide
  Arbitrary<Plan> unlockAllocated() {
    return breaking(Duty.UNLOCK_ALLOCATED);
  }
}
