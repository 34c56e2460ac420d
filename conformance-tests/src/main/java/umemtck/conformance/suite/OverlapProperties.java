package umemtck.conformance.suite;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import umemtck.conformance.plan.OverlapRecipe;
import umemtck.conformance.plan.Plan;

/** Properties of calls that overlap, of every area. One facet a test. */
final class OverlapProperties extends Properties {
  /**
   * Asks: A umem_lockmemory that overlaps changes of the same address space returns. <br>
   * Clause: LOCKMEM.as-lock. Does not run when: the subject does not offer LOCKMEMORY, SETTLE,
   * STALLS. <br>
   * If it fails, check: Look for an address space that is entered for reading twice, with a writer
   * between.
   */
  @Asks("LOCKMEM.as-lock/overlapping")
  void aLockReturnsWhateverChanges(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Allocations that overlap are given different memory. <br>
   * Clause: ALLOC.disjoint. Does not run when: the subject does not offer PAGES, STALLS. <br>
   * If it fails, check: Look for an address that is found in one step, and taken in the next.
   */
  @Asks("ALLOC.disjoint/overlapping")
  void noTwoShareMemory(@ForAll("allocations") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Memory is filled with zeros when an allocation returns, whatever overlaps it. <br>
   * Clause: ALLOC.zero-filled. Does not run when: the subject does not offer PAGES, STALLS. <br>
   * If it fails, check: Look for zeroing before the memory is taken, or behind the return.
   */
  @Asks("ALLOC.zero-filled/overlapping")
  void allIsZeroAtTheReturn(@ForAll("allocations") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Of locks that overlap, and unlocks beside them, no more succeed than fit below the limit,
   * none is denied for which there is room in every order, and the usage is the sum afterwards.
   * <br>
   * Clause: ACCT.atomic. Does not run when: the subject does not offer LOCK, PROJECT_LIMIT, STALLS.
   * <br>
   * If it fails, check: Look for a test of the limit and a count that are not under one lock; for a
   * usage that is read, changed, and written back.
   */
  @Asks("ACCT.atomic/overlapping")
  void testAndCountAreOneStep(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that one limit denies has at no time, for a call that overlaps it, counted against
   * the other. <br>
   * Clause: ACCT.both-or-nothing. Does not run when: the subject does not offer LOCK,
   * PROJECT_LIMIT, ZONE_LIMIT, STALLS. <br>
   * If it fails, check: Look for a charge of the project that is taken back when the zone denies.
   */
  @Asks("ACCT.both-or-nothing/overlapping")
  void aDenialCountsAtNoTime(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A process whose locks are being unlocked does not finish exiting before the charge is
   * given back. <br>
   * Clause: ACCT.exit. Does not run when: the subject does not offer LOCK, PROCESSES, EXIT, STALLS.
   * <br>
   * If it fails, check: Look whether exit waits for pins alone, and whether the credit goes through
   * the process.
   */
  @Asks("ACCT.exit/overlapping")
  void exitWaitsForTheCredit(@ForAll("exits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Of unlocks that overlap, those that are put off are all done once nothing else can run.
   * <br>
   * Clause: UNLOCK.deferred-eventually. Does not run when: the subject does not offer LOCK,
   * CONTEXTS, STALLS. <br>
   * If it fails, check: Look whether the worker can be told of an unlock between its last look at
   * the queue and its sleep.
   */
  @Asks("UNLOCK.deferred-eventually/overlapping")
  void theWorkerMissesNone(@ForAll("unlocks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A munmap, mprotect or exit that overlaps the last unlock of its pages goes on. <br>
   * Clause: UNLOCK.wakes-waiters. Does not run when: the subject does not offer LOCK, STALLS. <br>
   * If it fails, check: Look for a waiter that is told before it waits, and not afterwards; for one
   * of several that is told.
   */
  @Asks("UNLOCK.wakes-waiters/overlapping")
  void theLastUnlockLetsThemGoOn(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A munmap, mprotect or exit that overlaps a lock of its pages takes them before, or waits.
   * <br>
   * Clause: LOCK.blocks-layout-change. Does not run when: the subject does not offer LOCK, STALLS.
   * <br>
   * If it fails, check: Look for pins that are looked at before the address space is held, and not
   * again.
   */
  @Asks("LOCK.blocks-layout-change/overlapping")
  void nothingTakesPagesThatAreBeingLocked(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Two changes that overlap, and touch one lock, call its function once. <br>
   * Clause: LOCKMEM.callback-at-most-once. Does not run when: the subject does not offer
   * LOCKMEMORY, STALLS. <br>
   * If it fails, check: Look whether a lock is picked and marked in one step.
   */
  @Asks("LOCKMEM.callback-at-most-once/overlapping")
  void twoEventsCallOnce(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An unlock that returned before the event began cancels the function, whatever else
   * overlaps. <br>
   * Clause: LOCKMEM.unlock-cancels. Does not run when: the subject does not offer LOCKMEMORY,
   * STALLS. <br>
   * If it fails, check: Look for an event that remembers locks from before it holds the address
   * space.
   */
  @Asks("LOCKMEM.unlock-cancels/overlapping")
  void anUnlockCancelsBeforeTheEvent(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: While a cleanup function runs, other threads lock and unlock. <br>
   * Clause: LOCKMEM.callback-context. Does not run when: the subject does not offer LOCKMEMORY,
   * STALLS. <br>
   * If it fails, check: Look for a lock of the kernel that is held over the call of the function.
   */
  @Asks("LOCKMEM.callback-context/overlapping")
  void nothingIsHeldOverTheCall(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A sleeper that overlaps the release of what it needs goes on. <br>
   * Clause: ALLOC.sleep-succeeds. Does not run when: the subject does not offer PAGES, SETTLE,
   * STALLS. <br>
   * If it fails, check: Look for sleepers that are woken before the memory is there, and not
   * afterwards.
   */
  @Asks("ALLOC.sleep-succeeds/overlapping")
  void noSleeperIsLost(@ForAll("sleepers") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Allocations that overlap are given no more than there is. <br>
   * Clause: ALLOC.nosleep-null. Does not run when: the subject does not offer PAGES, STALLS. <br>
   * If it fails, check: Look for a test and a taking that are not under one lock.
   */
  @Asks("ALLOC.nosleep-null/overlapping")
  void noMoreIsGivenThanThereIs(@ForAll("allocations") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Allocations that overlap are given different cookies. <br>
   * Clause: COOKIE.valid-interval. Does not run when: the subject does not offer STALLS. <br>
   * If it fails, check: Look for a counter of cookies that is read and written in two steps.
   */
  @Asks("COOKIE.valid-interval/overlapping")
  void noTwoShareACookie(@ForAll("allocations") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Applications whose first mappings overlap are given the same area, and no more pages are
   * taken than for one. <br>
   * Clause: SHARED.allocate-once. Does not run when: the subject does not offer SHARED_DRIVER,
   * PAGES, STALLS. <br>
   * If it fails, check: Look for a test and an allocation that are not under one mutex.
   */
  @Asks("SHARED.allocate-once/overlapping")
  void firstMappersAllocateOnce(@ForAll("mappers") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A load that overlaps a remap sees the old memory or the new; one that comes after it, the
   * new. <br>
   * Clause: REMAP.atomic-with-faults. Does not run when: the subject does not offer REMAP,
   * USER_MEMORY, STALLS. <br>
   * If it fails, check: Look for a fault that finds its target before the handle is held, and loads
   * it afterwards.
   */
  @Asks("REMAP.atomic-with-faults/overlapping")
  void aLoadSeesOldOrNew(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  @Override
  @Provide
  Arbitrary<Plan> limits() {
    return plans(OverlapRecipe.LIMITS);
  }

  @Provide
  Arbitrary<Plan> unlocks() {
    return plans(OverlapRecipe.UNLOCKS);
  }

  @Override
  @Provide
  Arbitrary<Plan> events() {
    return plans(OverlapRecipe.EVENTS);
  }

  @Provide
  Arbitrary<Plan> exits() {
    return plans(OverlapRecipe.EXITS);
  }

  @Provide
  Arbitrary<Plan> allocations() {
    return plans(OverlapRecipe.ALLOCATIONS);
  }

  @Override
  @Provide
  Arbitrary<Plan> sleepers() {
    return plans(OverlapRecipe.SLEEPERS);
  }

  @Provide
  Arbitrary<Plan> mappers() {
    return plans(OverlapRecipe.MAPPERS);
  }

  @Override
  @Provide
  Arbitrary<Plan> remaps() {
    return plans(OverlapRecipe.REMAPS);
  }
}
