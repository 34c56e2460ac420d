package umemtck.conformance.suite;

import net.jqwik.api.ForAll;
import umemtck.conformance.plan.Plan;

/** Area ACCT: locked-memory accounting. One facet a test. */
final class AcctProperties extends Properties {
  /**
   * Asks: With a limit set, the usage is the sum of the lengths of all locks, however much they
   * overlap. <br>
   * Clause: ACCT.full-price. Does not run when: the subject does not offer LOCK, USAGE,
   * PROJECT_LIMIT. <br>
   * If it fails, check: Look for a charge by distinct pages; two locks of one page cost two pages.
   */
  @Asks("ACCT.full-price/overlap")
  void overlapIsPaidInFull(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With a limit set, a successful lock raises the usage by exactly len. <br>
   * Clause: ACCT.exact-size. Does not run when: the subject does not offer LOCK, USAGE,
   * PROJECT_LIMIT. <br>
   * If it fails, check: Look for a charge in pages, for the cookie's own memory in it, or for a len
   * that is cut to 32 bits.
   */
  @Asks("ACCT.exact-size/charge")
  void aLockChargesItsLength(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An unlock lowers the usage by exactly the len that its lock had charged. <br>
   * Clause: ACCT.exact-size. Does not run when: the subject does not offer LOCK, USAGE,
   * PROJECT_LIMIT. <br>
   * If it fails, check: Look where the amount is kept: with the cookie, and not recomputed from the
   * mapping.
   */
  @Asks("ACCT.exact-size/credit")
  void anUnlockCreditsThatLength(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: When nothing can run, the usage of each project is the sum of the charged live locks that
   * belong to it, and of its mlocked pages. <br>
   * Clause: ACCT.conservation. Does not run when: the subject does not offer LOCK, USAGE. <br>
   * If it fails, check: Look for a path that charges without crediting, or credits another project
   * than was charged.
   */
  @Asks("ACCT.conservation/project")
  void theProjectHoldsTheSum(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: When nothing can run, the usage of each zone is the sum of the charged live locks that
   * belong to it, and of its mlocked pages. <br>
   * Clause: ACCT.conservation. Does not run when: the subject does not offer LOCK, USAGE,
   * ZONE_LIMIT. <br>
   * If it fails, check: Look for a path that charges or credits the project and forgets the zone.
   */
  @Asks("ACCT.conservation/zone")
  void theZoneHoldsTheSum(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: When nothing can run, the usage of each process is the sum of its own charged live locks,
   * and of its mlocked pages. <br>
   * Clause: ACCT.conservation. Does not run when: the subject does not offer LOCK, USAGE. <br>
   * If it fails, check: Look for a path that charges or credits the project and forgets the
   * process's subtotal.
   */
  @Asks("ACCT.conservation/process")
  void theProcessHoldsTheSum(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: No usage is ever above the sum of all lengths that were ever locked: it does not wrap
   * below zero. <br>
   * Clause: ACCT.non-negative. Does not run when: the subject does not offer LOCK, USAGE. <br>
   * If it fails, check: Look for a credit without a charge: the unlock of a lock that was not
   * charged, or two credits for one.
   */
  @Asks("ACCT.non-negative/usage")
  void noUsageWraps(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that would bring the project above project.max-locked-memory does not answer 0.
   * <br>
   * Clause: ACCT.project-limit. Does not run when: the subject does not offer LOCK, PROJECT_LIMIT.
   * <br>
   * If it fails, check: Look whether the comparison is unsigned, and made at every lock.
   */
  @Asks("ACCT.project-limit/refused")
  void theProjectsLimitHolds(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that would bring the zone above zone.max-locked-memory does not answer 0. <br>
   * Clause: ACCT.zone-limit. Does not run when: the subject does not offer LOCK, ZONE_LIMIT. <br>
   * If it fails, check: Look whether the comparison is unsigned, and made also where the project
   * has room.
   */
  @Asks("ACCT.zone-limit/refused")
  void theZonesLimitHolds(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The usage that is held against the zone's limit is that of all its projects together.
   * <br>
   * Clause: ACCT.zone-limit. Does not run when: the subject does not offer LOCK, PROCESSES,
   * PROJECTS, ZONE_LIMIT. <br>
   * If it fails, check: Look for a zone's usage that is read from the project of the caller.
   */
  @Asks("ACCT.zone-limit/over-projects")
  void theZonesLimitIsOverItsProjects(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that the zone denies leaves the usage of the project as it was. <br>
   * Clause: ACCT.both-or-nothing. Does not run when: the subject does not offer LOCK, USAGE,
   * PROJECT_LIMIT, ZONE_LIMIT. <br>
   * If it fails, check: Look for a charge of the project before the zone was asked, and not taken
   * back.
   */
  @Asks("ACCT.both-or-nothing/zone-denies")
  void theZonesDenialChargesNoProject(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that the project denies leaves the usage of the zone as it was. <br>
   * Clause: ACCT.both-or-nothing. Does not run when: the subject does not offer LOCK, USAGE,
   * PROJECT_LIMIT, ZONE_LIMIT. <br>
   * If it fails, check: Look for a charge of the zone before the project was asked, and not taken
   * back.
   */
  @Asks("ACCT.both-or-nothing/project-denies")
  void theProjectsDenialChargesNoZone(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With the usage below the limit, a lock that together with it is above the limit is denied
   * (K-02). <br>
   * Clause: ACCT.includes-request. Does not run when: the subject does not offer LOCK,
   * PROJECT_LIMIT. <br>
   * If it fails, check: Look for a test of the usage alone: the requested amount belongs into the
   * sum.
   */
  @Asks("ACCT.includes-request/sum")
  void theRequestCountsAgainstTheLimit(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that makes the usage equal to the project's limit is not denied by it. <br>
   * Clause: ACCT.exactly-at-limit. Does not run when: the subject does not offer LOCK,
   * PROJECT_LIMIT. <br>
   * If it fails, check: Look for a comparison that refuses equality.
   */
  @Asks("ACCT.exactly-at-limit/project")
  void exactlyAtTheProjectsLimitIsFine(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that makes the usage equal to the zone's limit is not denied by it. <br>
   * Clause: ACCT.exactly-at-limit. Does not run when: the subject does not offer LOCK, ZONE_LIMIT.
   * <br>
   * If it fails, check: Look for a comparison that refuses equality.
   */
  @Asks("ACCT.exactly-at-limit/zone")
  void exactlyAtTheZonesLimitIsFine(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that a limit denies leaves paged-out pages paged out. <br>
   * Clause: ACCT.test-before-lock. Does not run when: the subject does not offer LOCK,
   * PROJECT_LIMIT, USER_PAGING. <br>
   * If it fails, check: Look whether the range is touched before the limit is tested.
   */
  @Asks("ACCT.test-before-lock/nothing-faulted-in")
  void aDenialBringsNoPageIn(@ForAll("lockPaging") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The errno of a lock that a limit denies is ENOMEM. <br>
   * Clause: ACCT.errno. Does not run when: the subject does not offer LOCK, PROJECT_LIMIT. <br>
   * If it fails, check: Look for an EAGAIN of the layer below that is handed on as it is.
   */
  @Asks("ACCT.errno/enomem")
  void aDenialIsEnomem(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that a limit denies changes no usage. <br>
   * Clause: ACCT.no-trace-on-deny. Does not run when: the subject does not offer LOCK, USAGE,
   * PROJECT_LIMIT. <br>
   * If it fails, check: Look for an increment that is made first and tested afterwards.
   */
  @Asks("ACCT.no-trace-on-deny/counters")
  void aDenialChangesNoUsage(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that a limit denies uses up no cookie. <br>
   * Clause: ACCT.no-trace-on-deny. Does not run when: the subject does not offer LOCK, COOKIES,
   * PROJECT_LIMIT. <br>
   * If it fails, check: Look for a cookie that is made before the limit is tested, and not given
   * back.
   */
  @Asks("ACCT.no-trace-on-deny/cookies")
  void aDenialUsesNoCookieUp(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock whose len makes the sum with the usage exceed the largest uint64_t does not answer
   * 0, and changes no usage. <br>
   * Clause: ACCT.overflow. Does not run when: the subject does not offer LOCK, PROJECT_LIMIT. <br>
   * If it fails, check: Look at the sum: it wraps to a small number, which is below every limit.
   * Test for the wrap.
   */
  @Asks("ACCT.overflow/refused")
  void aSumThatOverflowsIsRefused(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The usage holds, beside the driver's locks, each page that is mlocked, once. <br>
   * Clause: ACCT.shared-counter. Does not run when: the subject does not offer LOCK, MLOCK, USAGE.
   * <br>
   * If it fails, check: Look for two counters, or for a page mlocked twice that counts twice.
   */
  @Asks("ACCT.shared-counter/counted")
  void mlockedPagesAreCountedOnce(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: What is mlocked counts against the limit when a driver locks, and what a driver has
   * locked counts when an application does. <br>
   * Clause: ACCT.shared-counter. Does not run when: the subject does not offer LOCK, MLOCK,
   * PROJECT_LIMIT. <br>
   * If it fails, check: Look for a limit test that sees only one of the two kinds.
   */
  @Asks("ACCT.shared-counter/one-limit")
  void mlockAndLocksShareTheLimit(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Whether a lock made while both limits are infinite raises the usage is recorded; both are
   * right. <br>
   * Clause: ACCT.unlimited-bypass. Does not run when: the profile is documented, or the subject
   * does not offer LOCK, USAGE. <br>
   * If it fails, check: Nothing to mend: illumos saves itself the count since 2010.
   */
  @Asks("ACCT.unlimited-bypass/not-charged")
  void withoutLimitsALockMayGoUncounted(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The unlock of a lock that was not charged lowers no usage. <br>
   * Clause: ACCT.unlimited-bypass. Does not run when: the profile is documented, or the subject
   * does not offer LOCK, USAGE. <br>
   * If it fails, check: Look where it is kept whether a lock was charged: with the cookie, and not
   * asked again at unlock.
   */
  @Asks("ACCT.unlimited-bypass/credits-nothing")
  void whatWasNotChargedIsNotCredited(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Locks made while both limits were infinite stay out of the usage when a limit is set;
   * whether they do is recorded. <br>
   * Clause: ACCT.limit-imposed-later. Does not run when: the profile is documented, or the subject
   * does not offer LOCK, USAGE, PROJECT_LIMIT. <br>
   * If it fails, check: Nothing to mend: the source calls it a rare case.
   */
  @Asks("ACCT.limit-imposed-later/uncounted")
  void locksBeforeALimitMayStayUncounted(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Locks made before a limit was set below the usage go on to pin their pages. <br>
   * Clause: ACCT.limit-lowered. Does not run when: the subject does not offer LOCK, PROJECT_LIMIT,
   * SETTLE. <br>
   * If it fails, check: Look for a change of a limit that releases anything.
   */
  @Asks("ACCT.limit-lowered/old-locks-stay")
  void locksOutliveALowerLimit(@ForAll("lowered") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: While the usage is above the limit every lock is refused, with len 0 too; once it fits
   * again it is not. <br>
   * Clause: ACCT.limit-lowered. Does not run when: the subject does not offer LOCK, PROJECT_LIMIT.
   * <br>
   * If it fails, check: Look for a difference of limit and usage that wraps below zero and seems to
   * leave much room.
   */
  @Asks("ACCT.limit-lowered/new-refused")
  void aboveALoweredLimitNothingIsLocked(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: On a fresh machine project.max-locked-memory is the largest uint64_t. <br>
   * Clause: ACCT.infinite-default. Does not run when: the profile is documented, or the subject
   * does not offer PROJECT_LIMIT. <br>
   * If it fails, check: Look at what the control is registered with.
   */
  @Asks("ACCT.infinite-default/project")
  void aFreshProjectIsUnlimited(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: On a fresh machine zone.max-locked-memory is the largest uint64_t. <br>
   * Clause: ACCT.infinite-default. Does not run when: the profile is documented, or the subject
   * does not offer ZONE_LIMIT. <br>
   * If it fails, check: Look at what the control is registered with.
   */
  @Asks("ACCT.infinite-default/zone")
  void aFreshZoneIsUnlimited(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After lock, move and unlock every usage is as before the lock: the credit goes to the
   * project that carries the charge then. <br>
   * Clause: ACCT.credit-same-party. Does not run when: the subject does not offer LOCK, USAGE,
   * PROJECTS. <br>
   * If it fails, check: Look whom the credit goes to: in documented the project at lock time, in
   * illumos that of the process now.
   */
  @Asks("ACCT.credit-same-party/after-move")
  void theCreditFollowsTheCharge(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: When a process joins another project, the counted length of its locks leaves the old
   * project's usage and enters the new one's. <br>
   * Clause: ACCT.move-carries-charge. Does not run when: the profile is documented, or the subject
   * does not offer LOCK, USAGE, PROJECTS. <br>
   * If it fails, check: Look whether the process's subtotal is moved, all of it, and once.
   */
  @Asks("ACCT.move-carries-charge/locks")
  void aMoveTakesTheLocksAlong(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: When a process joins another project, its mlocked pages leave the old project's usage and
   * enter the new one's. <br>
   * Clause: ACCT.move-carries-charge. Does not run when: the profile is documented, or the subject
   * does not offer MLOCK, USAGE, PROJECTS. <br>
   * If it fails, check: Look whether the process's subtotal holds the mlocked pages too.
   */
  @Asks("ACCT.move-carries-charge/mlocked")
  void aMoveTakesMlockedPagesAlong(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Joining a project whose limit the moved amount would exceed does not answer 0. <br>
   * Clause: ACCT.move-denied. Does not run when: the profile is documented, or the subject does not
   * offer LOCK, PROJECTS, PROJECT_LIMIT. <br>
   * If it fails, check: Look whether the target's usage plus the moved amount is held against its
   * limit.
   */
  @Asks("ACCT.move-denied/errno")
  void aMoveAboveTheLimitFails(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After such a refusal both usages are as before, and the process is still in its old
   * project. <br>
   * Clause: ACCT.move-denied. Does not run when: the profile is documented, or the subject does not
   * offer LOCK, USAGE, PROJECTS, PROJECT_LIMIT. <br>
   * If it fails, check: Look for a membership that is changed before the limit is tested.
   */
  @Asks("ACCT.move-denied/nothing-moves")
  void aDeniedMoveMovesNothing(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: When a process enters a zone, its counted memory leaves the old zone and project and
   * enters the new zone and its default project. <br>
   * Clause: ACCT.zone-move. Does not run when: the profile is documented, or the subject does not
   * offer LOCK, USAGE, ZONES. <br>
   * If it fails, check: Look whether zone and project are moved together.
   */
  @Asks("ACCT.zone-move/usage")
  void enteringAZoneTakesTheChargeAlong(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The exit of a process with a charged lock does not return before the lock is unlocked.
   * <br>
   * Clause: ACCT.exit. Does not run when: the subject does not offer LOCK, EXIT, SETTLE. <br>
   * If it fails, check: Look at the teardown of the address space: it waits for the pins of the
   * whole of it.
   */
  @Asks("ACCT.exit/waits")
  void exitWaitsForCharges(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After an exit no usage holds anything that the process had charged. <br>
   * Clause: ACCT.exit. Does not run when: the subject does not offer LOCK, EXIT, USAGE, SETTLE.
   * <br>
   * If it fails, check: Look for mlocked pages that exit forgets to credit, and for a credit that
   * comes after exit returned.
   */
  @Asks("ACCT.exit/nothing-left")
  void exitLeavesNoCharge(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A umem_lockmemory on behalf of another process charges that process and its project, and
   * not the caller's. <br>
   * Clause: ACCT.owner-not-caller. Does not run when: the subject does not offer LOCKMEMORY,
   * PROCESSES, USAGE. <br>
   * If it fails, check: Look for the current process on the charging path.
   */
  @Asks("ACCT.owner-not-caller/charge")
  void theOwnerIsCharged(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The limit that decides is that of the project of the named process. <br>
   * Clause: ACCT.owner-not-caller. Does not run when: the subject does not offer LOCKMEMORY,
   * PROCESSES, PROJECTS, PROJECT_LIMIT. <br>
   * If it fails, check: Look for the current process on the charging path.
   */
  @Asks("ACCT.owner-not-caller/limit")
  void theOwnersLimitDecides(@ForAll("moves") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The usage of each project, zone and process can be read, and reading it changes nothing.
   * <br>
   * Clause: ACCT.observable. Does not run when: the subject does not offer LOCK, USAGE. <br>
   * If it fails, check: Look at the adapter's read-out: it must not go through a call that charges.
   */
  @Asks("ACCT.observable/usage")
  void usageCanBeRead(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A limit reads as it was set. <br>
   * Clause: ACCT.observable. Does not run when: the subject does not offer PROJECT_LIMIT. <br>
   * If it fails, check: Look for a limit that is kept in pages, or as a signed number.
   */
  @Asks("ACCT.observable/limit")
  void aLimitReadsAsSet(@ForAll("limits") Plan plan) {
    holds(plan);
  }
}
