package umemtck.conformance.suite;

import net.jqwik.api.ForAll;
import umemtck.conformance.plan.Plan;

/** Area LOCKMEM: umem_lockmemory. One facet a test. */
final class LockmemProperties extends Properties {
  /**
   * Asks: umem_lockmemory answers with the errno that ddi_umem_lock gives for the same fault. <br>
   * Clause: LOCKMEM.as-lock. Does not run when: the subject does not offer LOCKMEMORY. <br>
   * If it fails, check: Look for checks that the two entry points do not share.
   */
  @Asks("LOCKMEM.as-lock/errors")
  void itRefusesAsALockDoes(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A successful umem_lockmemory charges, and its unlock credits, as ddi_umem_lock does. <br>
   * Clause: LOCKMEM.as-lock. Does not run when: the subject does not offer LOCKMEMORY, USAGE. <br>
   * If it fails, check: Look for a charging path that the two entry points do not share.
   */
  @Asks("LOCKMEM.as-lock/charge")
  void itChargesAsALockDoes(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Pages locked with umem_lockmemory are pinned until the unlock as those of ddi_umem_lock
   * are. <br>
   * Clause: LOCKMEM.as-lock. Does not run when: the subject does not offer LOCKMEMORY, SETTLE. <br>
   * If it fails, check: Look whether the pins are set in the address space of the named process.
   */
  @Asks("LOCKMEM.as-lock/pins")
  void itPinsAsALockDoes(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a umem_lockmemory that failed every usage is as before. <br>
   * Clause: LOCKMEM.as-lock. Does not run when: the subject does not offer LOCKMEMORY, USAGE. <br>
   * If it fails, check: Look at each return behind the charge, those of LONGTERM and of the
   * callback too.
   */
  @Asks("LOCKMEM.as-lock/rollback")
  void itLeavesNoChargeWhenItFails(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A umem_lockmemory whose flags have a bit other than READ, WRITE and LONGTERM answers
   * EINVAL. <br>
   * Clause: LOCKMEM.flags. Does not run when: the subject does not offer LOCKMEMORY. <br>
   * If it fails, check: Look at the test of the flags: it names the bits that are allowed.
   */
  @Asks("LOCKMEM.flags/unknown-bit")
  void anUnknownFlagIsRefused(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A umem_lockmemory with neither READ nor WRITE, as with LONGTERM alone, answers EINVAL.
   * <br>
   * Clause: LOCKMEM.flags. Does not run when: the subject does not offer LOCKMEMORY. <br>
   * If it fails, check: Look at the test of the flags: LONGTERM is not an access.
   */
  @Asks("LOCKMEM.flags/no-access-flag")
  void noAccessFlagIsRefused(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With procp NULL the pages locked and the process charged are those of the current
   * process. <br>
   * Clause: LOCKMEM.proc-null. Does not run when: the subject does not offer LOCKMEMORY, USAGE.
   * <br>
   * If it fails, check: Look for a NULL process that is taken for the kernel's own, or that panics.
   */
  @Asks("LOCKMEM.proc-null/current")
  void noProcessMeansTheCurrentOne(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: LONGTERM with a NULL vector, or with one whose function is NULL, answers EINVAL and
   * changes no usage. <br>
   * Clause: LOCKMEM.longterm-needs-callback. Does not run when: the subject does not offer
   * LOCKMEMORY. <br>
   * If it fails, check: Look whether the vector is tested before the charge.
   */
  @Asks("LOCKMEM.longterm-needs-callback/einval")
  void longtermNeedsAFunction(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A vector whose version is not 1 answers EINVAL, with LONGTERM or without. <br>
   * Clause: LOCKMEM.callback-version. Does not run when: the subject does not offer LOCKMEMORY.
   * <br>
   * If it fails, check: Look whether the version is tested before the function is looked at.
   */
  @Asks("LOCKMEM.callback-version/einval")
  void anotherVersionIsRefused(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Without LONGTERM a NULL vector is no fault. <br>
   * Clause: LOCKMEM.callback-optional. Does not run when: the subject does not offer LOCKMEMORY.
   * <br>
   * If it fails, check: Look for a vector that is read before it is tested.
   */
  @Asks("LOCKMEM.callback-optional/null-vector")
  void withoutLongtermNoVectorIsNeeded(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Whether the function of a vector that was given without LONGTERM is called is recorded;
   * both are right (K-15). <br>
   * Clause: LOCKMEM.short-with-callback. Does not run when: the subject does not offer LOCKMEMORY,
   * SETTLE. <br>
   * If it fails, check: Nothing to mend: the comments and the code of illumos differ.
   */
  @Asks("LOCKMEM.short-with-callback/registered")
  void aShortLockMayCallBack(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: LONGTERM over a range that touches a shared mapping of a regular file answers EFAULT.
   * <br>
   * Clause: LOCKMEM.longterm-shared-file. Does not run when: the subject does not offer LOCKMEMORY.
   * <br>
   * If it fails, check: Look whether every mapping in the range is asked, and not the first one
   * alone.
   */
  @Asks("LOCKMEM.longterm-shared-file/efault")
  void longtermOverASharedFileIsEfault(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After that EFAULT *cookiep is NULL, every usage is as before, and nothing is pinned. <br>
   * Clause: LOCKMEM.longterm-shared-file. Does not run when: the subject does not offer LOCKMEMORY,
   * USAGE. <br>
   * If it fails, check: Look at the return behind the page lock: it must unlock, credit and clear.
   */
  @Asks("LOCKMEM.longterm-shared-file/undone")
  void longtermOverASharedFileLeavesNothing(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: LONGTERM over anonymous memory, a private file mapping, shared memory or a lockable
   * device answers as without LONGTERM. <br>
   * Clause: LOCKMEM.longterm-seg-kinds. Does not run when: the subject does not offer LOCKMEMORY.
   * <br>
   * If it fails, check: Look for a list of kinds that lacks one, as devices before 2009.
   */
  @Asks("LOCKMEM.longterm-seg-kinds/accepted")
  void longtermTakesTheOrdinaryKinds(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: LONGTERM over any other kind answers EFAULT. <br>
   * Clause: LOCKMEM.longterm-seg-kinds. Does not run when: the subject does not offer LOCKMEMORY.
   * <br>
   * If it fails, check: Look for a test that names the kinds that are refused, and lets new ones
   * pass.
   */
  @Asks("LOCKMEM.longterm-seg-kinds/others")
  void longtermTakesNoOtherKind(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A shared file mapping right before or behind the range does not make LONGTERM fail. <br>
   * Clause: LOCKMEM.longterm-range-only. Does not run when: the subject does not offer LOCKMEMORY.
   * <br>
   * If it fails, check: Look for a comparison that takes the page behind the range for a part of
   * it.
   */
  @Asks("LOCKMEM.longterm-range-only/beside")
  void aSharedFileBesideTheRangeIsNoFault(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An munmap of a page of a LONGTERM lock with a function calls the function. <br>
   * Clause: LOCKMEM.events. Does not run when: the subject does not offer LOCKMEMORY. <br>
   * If it fails, check: Look whether the callback is registered for this event, and for the whole
   * range.
   */
  @Asks("LOCKMEM.events/munmap")
  void munmapCallsBack(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An mprotect of a page of a LONGTERM lock with a function calls the function. <br>
   * Clause: LOCKMEM.events. Does not run when: the subject does not offer LOCKMEMORY, PROTECTION.
   * <br>
   * If it fails, check: Look whether the callback is registered for this event, and for the whole
   * range.
   */
  @Asks("LOCKMEM.events/mprotect")
  void mprotectCallsBack(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The exit of a process with a LONGTERM lock with a function calls the function. <br>
   * Clause: LOCKMEM.events. Does not run when: the subject does not offer LOCKMEMORY, EXIT. <br>
   * If it fails, check: Look whether the teardown of the address space runs callbacks before it
   * waits.
   */
  @Asks("LOCKMEM.events/exit")
  void exitCallsBack(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An event calls the function of no lock whose range it does not touch. <br>
   * Clause: LOCKMEM.event-range. Does not run when: the subject does not offer LOCKMEMORY. <br>
   * If it fails, check: Look at the intersection: both ends are half open.
   */
  @Asks("LOCKMEM.event-range/touching-only")
  void anEventBesideTheLockCallsNobody(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The function of a lock is called at most once, however many events touch it. <br>
   * Clause: LOCKMEM.callback-at-most-once. Does not run when: the subject does not offer
   * LOCKMEMORY, SETTLE. <br>
   * If it fails, check: Look whether the entry is marked, or taken off the list, before the
   * function is called.
   */
  @Asks("LOCKMEM.callback-at-most-once/once")
  void aFunctionIsCalledAtMostOnce(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The function receives the cookie that umem_lockmemory gave. <br>
   * Clause: LOCKMEM.callback-argument. Does not run when: the subject does not offer LOCKMEMORY.
   * <br>
   * If it fails, check: Look for a pointer to the cookie where the cookie itself is due (K-16).
   */
  @Asks("LOCKMEM.callback-argument/cookie")
  void theFunctionReceivesTheCookie(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The function may unlock its own lock, and the event then goes on. <br>
   * Clause: LOCKMEM.callback-context. Does not run when: the subject does not offer LOCKMEMORY.
   * <br>
   * If it fails, check: Look for a lock of the address space that is held over the call.
   */
  @Asks("LOCKMEM.callback-context/unlock-inside")
  void theFunctionMayUnlock(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The function runs in the thread that makes the event. <br>
   * Clause: LOCKMEM.callback-context. Does not run when: the subject does not offer LOCKMEMORY.
   * <br>
   * If it fails, check: Look for a callback that is handed to a worker.
   */
  @Asks("LOCKMEM.callback-context/in-thread")
  void theFunctionRunsInTheThreadOfTheEvent(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An event whose function returned without an unlock does not return before the lock is
   * unlocked. <br>
   * Clause: LOCKMEM.event-waits-for-unlock. Does not run when: the subject does not offer
   * LOCKMEMORY, SETTLE. <br>
   * If it fails, check: Look for a wait that ends with the callback instead of the unlock.
   */
  @Asks("LOCKMEM.event-waits-for-unlock/waits")
  void theEventWaitsForTheUnlock(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After the function has returned the lock is still charged until it is unlocked. <br>
   * Clause: LOCKMEM.unlock-still-required. Does not run when: the subject does not offer
   * LOCKMEMORY, USAGE, SETTLE. <br>
   * If it fails, check: Look for an unlock that the implementation does itself after the callback.
   */
  @Asks("LOCKMEM.unlock-still-required/charge-stays")
  void theFunctionUnlocksNothingByItself(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The one unlock, inside the function or after it, is accepted and returns the charge once.
   * <br>
   * Clause: LOCKMEM.unlock-still-required. Does not run when: the subject does not offer
   * LOCKMEMORY, USAGE. <br>
   * If it fails, check: Look for a cookie that is dead when the callback has run.
   */
  @Asks("LOCKMEM.unlock-still-required/one-unlock")
  void oneUnlockIsDueAndOneOnly(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The function of a lock that took effect as unlocked before an event is never called. <br>
   * Clause: LOCKMEM.unlock-cancels. Does not run when: the subject does not offer LOCKMEMORY. <br>
   * If it fails, check: Look whether unlock takes the entry off the list, and before it unpins.
   */
  @Asks("LOCKMEM.unlock-cancels/never-runs")
  void anUnlockCancelsTheFunction(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An unlock from another thread while the function runs returns without a panic; in which
   * order the two end is recorded. <br>
   * Clause: LOCKMEM.callback-after-unlock. Does not run when: the subject does not offer
   * LOCKMEMORY, SETTLE. <br>
   * If it fails, check: Look whether the cookie's memory is kept until both are done with it.
   */
  @Asks("LOCKMEM.callback-after-unlock/tolerated")
  void anUnlockDuringTheFunctionIsTolerated(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A function that is called before umem_lockmemory has returned receives the cookie that
   * the call then gives; whether that happens is recorded. <br>
   * Clause: LOCKMEM.callback-before-return. Does not run when: the subject does not offer
   * LOCKMEMORY, SETTLE. <br>
   * If it fails, check: Look whether the cookie is stored before the callback is registered.
   */
  @Asks("LOCKMEM.callback-before-return/recorded")
  void theFunctionMayComeBeforeTheReturn(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: When the callback cannot be registered the call answers an errno with a NULL cookie, and
   * every usage and pin is as before. <br>
   * Clause: LOCKMEM.registration-failure. Does not run when: the subject does not offer LOCKMEMORY,
   * FAULTS, USAGE. <br>
   * If it fails, check: Look at the last return: behind it lie the pins, the charge and the stored
   * cookie.
   */
  @Asks("LOCKMEM.registration-failure/fault")
  void aFailedRegistrationIsUndone(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A umem_lockmemory with a function on a process whose exit is under way does not answer 0.
   * <br>
   * Clause: LOCKMEM.registration-failure. Does not run when: the subject does not offer LOCKMEMORY,
   * EXIT, SETTLE. <br>
   * If it fails, check: Look for a callback that is put on a list which nobody reads any more.
   */
  @Asks("LOCKMEM.registration-failure/exiting")
  void anExitingProcessRegistersNothing(@ForAll("events") Plan plan) {
    holds(plan);
  }
}
