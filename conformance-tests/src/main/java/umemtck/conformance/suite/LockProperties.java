package umemtck.conformance.suite;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import umemtck.conformance.plan.MisusePlans.Duty;
import umemtck.conformance.plan.Plan;

/** Area LOCK: ddi_umem_lock. One facet a test. */
final class LockProperties extends Properties {
  /**
   * Asks: A lock of mapped and lockable pages, with the access that its flags imply, below every
   * limit and not short of lockable memory, answers 0. <br>
   * Clause: LOCK.success. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look at the order of the checks, and for a limit or a protection that is
   * tested against the wrong process.
   */
  @Asks("LOCK.success/answer")
  void aLockOfLockablePagesSucceeds(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a success *cookiep is not NULL, is not what the kit had put there, equals no other
   * live cookie, and is accepted by ddi_umem_unlock. <br>
   * Clause: LOCK.success. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look whether *cookiep is stored on every path that succeeds, and where its
   * value comes from.
   */
  @Asks("LOCK.success/cookie")
  void aLockGivesACookie(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Every page of a locked range is in memory from the return of the lock until its unlock,
   * also after a page-out. <br>
   * Clause: LOCK.success. Does not run when: the subject does not offer LOCK, USER_PAGING. <br>
   * If it fails, check: Look at what the lock brings in, and whether the page-out tests the pins of
   * each page, the last one of a range too.
   */
  @Asks("LOCK.success/resident")
  void lockedPagesStayInMemory(@ForAll("lockPaging") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock whose flags have any bit but READ and WRITE, LONGTERM included, answers EINVAL.
   * <br>
   * Clause: LOCK.flags-unknown. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look at the test of the flags: it names the bits that are allowed, and
   * LONGTERM is none of them here.
   */
  @Asks("LOCK.flags-unknown/einval")
  void anUnknownFlagIsRefused(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock with flags 0 answers EINVAL. <br>
   * Clause: LOCK.flags-none. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look at the test of the flags: besides unknown bits it must refuse the
   * absence of both READ and WRITE.
   */
  @Asks("LOCK.flags-none/einval")
  void noFlagAtAllIsRefused(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock with READ and WRITE of pages that may be read and written answers 0; in documented
   * EINVAL is right too (K-01). <br>
   * Clause: LOCK.flags-both. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look for a comparison of the whole flag word with one of the two flags.
   */
  @Asks("LOCK.flags-both/accepted")
  void readAndWriteTogetherAreAccepted(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With READ and WRITE the access is checked as for WRITE. <br>
   * Clause: LOCK.flags-both. Does not run when: the subject does not offer LOCK, PROTECTION. <br>
   * If it fails, check: Look at the conversion of the flags into an access: WRITE decides as soon
   * as it is set.
   */
  @Asks("LOCK.flags-both/as-write")
  void readAndWriteTogetherAreCheckedAsWrite(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock whose addr is not a multiple of the page size answers EINVAL. <br>
   * Clause: LOCK.addr-aligned. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look for an addr that is rounded down in silence.
   */
  @Asks("LOCK.addr-aligned/einval")
  void anUnalignedAddressIsRefused(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock whose len is not a multiple of the page size answers EINVAL, also near the largest
   * size_t. <br>
   * Clause: LOCK.len-aligned. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look for a len that is rounded up in silence, or cut to 32 bits before the
   * test.
   */
  @Asks("LOCK.len-aligned/einval")
  void anUnalignedLengthIsRefused(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock with len 0 does not answer 0. <br>
   * Clause: LOCK.len-zero. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look for a loop over no pages that ends in success.
   */
  @Asks("LOCK.len-zero/fails")
  void aLockOfNothingFails(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The errno of a lock with len 0 is EFAULT where no limit is exceeded already; in
   * documented EINVAL is as good. <br>
   * Clause: LOCK.len-zero. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look where an empty range is found out: in the address space, behind the
   * limit, and not among the arguments.
   */
  @Asks("LOCK.len-zero/efault")
  void aLockOfNothingIsEfault(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A call with a fault in its flags or alignment answers EINVAL whatever else is wrong with
   * it. <br>
   * Clause: LOCK.validation-order. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look at the order: flags and alignment come before the limit and the
   * address space.
   */
  @Asks("LOCK.validation-order/einval-first")
  void theArgumentsComeFirst(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A call that exceeds a limit answers ENOMEM though its range could not be locked either.
   * <br>
   * Clause: LOCK.validation-order. Does not run when: the subject does not offer LOCK,
   * PROJECT_LIMIT. <br>
   * If it fails, check: Look whether the charge is taken before the address space is looked at.
   */
  @Asks("LOCK.validation-order/limit-before-mapping")
  void theLimitComesBeforeTheMappings(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock of a range with an unmapped page at its start, middle or end answers EFAULT. <br>
   * Clause: LOCK.efault-unmapped. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look whether every page of the range is looked at, and not its two ends
   * alone.
   */
  @Asks("LOCK.efault-unmapped/errno")
  void aHoleIsEfault(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After such an EFAULT an munmap of the mapped rest does not wait. <br>
   * Clause: LOCK.efault-unmapped. Does not run when: the subject does not offer LOCK, SETTLE. <br>
   * If it fails, check: Look at the pages before the hole, which were pinned when the hole was
   * found.
   */
  @Asks("LOCK.efault-unmapped/nothing-locked")
  void aHoleLeavesNothingLocked(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock of a range whose end wraps the address space does not answer 0. <br>
   * Clause: LOCK.efault-wrap. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look at addr plus len: the sum wraps to a small address, and a loop up to
   * it sees no page. Test for the wrap.
   */
  @Asks("LOCK.efault-wrap/fails")
  void aRangeThatWrapsFails(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The errno of a wrapped range is EFAULT, or ENOMEM where a limit is exceeded first. <br>
   * Clause: LOCK.efault-wrap. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look which check comes first, the limit or the address space.
   */
  @Asks("LOCK.efault-wrap/errno")
  void aRangeThatWrapsIsEfault(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock of a range that touches a mapping that cannot be locked answers EFAULT. <br>
   * Clause: LOCK.efault-unsupported. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look whether the kind of every mapping in the range is tested, and how its
   * refusal is turned into an errno.
   */
  @Asks("LOCK.efault-unsupported/errno")
  void whatCannotBeLockedIsEfault(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock with WRITE of a range with a page that the process may not write answers EACCES.
   * <br>
   * Clause: LOCK.eacces. Does not run when: the subject does not offer LOCK, PROTECTION. <br>
   * If it fails, check: Look whether the protection of every page is tested, also where it changes
   * in the middle of a mapping.
   */
  @Asks("LOCK.eacces/write")
  void writeWithoutTheAccessIsEacces(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock with READ of a range with a page that the process may not read answers EACCES.
   * <br>
   * Clause: LOCK.eacces. Does not run when: the subject does not offer LOCK, PROTECTION. <br>
   * If it fails, check: Look for a test of the protection that is made for WRITE alone.
   */
  @Asks("LOCK.eacces/read")
  void readWithoutTheAccessIsEacces(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock with READ and WRITE of a range that the process may not write does not answer 0.
   * <br>
   * Clause: LOCK.write-needs-write. Does not run when: the subject does not offer LOCK, PROTECTION.
   * <br>
   * If it fails, check: Look at the conversion of the flags: READ beside WRITE must not weaken the
   * check to reading.
   */
  @Asks("LOCK.write-needs-write/both")
  void readAndWriteTogetherNeedBoth(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock with READ alone of a range that may be read but not written answers 0. <br>
   * Clause: LOCK.write-needs-write. Does not run when: the subject does not offer LOCK, PROTECTION.
   * <br>
   * If it fails, check: Look for a lock that asks for write access whatever its flags are.
   */
  @Asks("LOCK.write-needs-write/read-alone")
  void readNeedsNoWrite(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that would exceed project.max-locked-memory answers ENOMEM. <br>
   * Clause: LOCK.enomem-limit. Does not run when: the subject does not offer LOCK, PROJECT_LIMIT.
   * <br>
   * If it fails, check: Look whether the limit is that of the process whose pages are locked, and
   * is read at every call.
   */
  @Asks("LOCK.enomem-limit/project")
  void aboveTheLimitOfTheProjectIsEnomem(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that would exceed zone.max-locked-memory answers ENOMEM. <br>
   * Clause: LOCK.enomem-limit. Does not run when: the subject does not offer LOCK, ZONE_LIMIT. <br>
   * If it fails, check: Look whether the zone's limit is tested also where the project has room.
   */
  @Asks("LOCK.enomem-limit/zone")
  void aboveTheLimitOfTheZoneIsEnomem(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a lock was denied by a limit an munmap of its range does not wait. <br>
   * Clause: LOCK.enomem-limit. Does not run when: the subject does not offer LOCK, PROJECT_LIMIT,
   * SETTLE. <br>
   * If it fails, check: Look for pages that are pinned before the limit is tested, and stay so.
   */
  @Asks("LOCK.enomem-limit/no-page-locked")
  void aDenialLocksNoPage(@ForAll("limits") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock that is short of lockable memory answers ENOMEM or EAGAIN, and the same call may
   * succeed once the shortage has passed. <br>
   * Clause: LOCK.resource-shortage. Does not run when: the subject does not offer LOCK, FAULTS.
   * <br>
   * If it fails, check: Look how the errno of the layer below is handed on, and for a fault that
   * stays armed.
   */
  @Asks("LOCK.resource-shortage/errno")
  void aShortageIsAnErrnoThatPasses(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After every error of a lock *cookiep is NULL. <br>
   * Clause: LOCK.cookie-null-on-error. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look whether *cookiep is cleared before the first return, and again where a
   * cookie was stored and the call fails later.
   */
  @Asks("LOCK.cookie-null-on-error/cleared")
  void anErrorClearsTheCookie(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a lock that failed behind the limit check every usage is as it was before the call.
   * <br>
   * Clause: LOCK.rollback. Does not run when: the subject does not offer LOCK, USAGE. <br>
   * If it fails, check: Look at each return behind the charge: an errno from the address space must
   * give the whole charge back, to whom it was taken from.
   */
  @Asks("LOCK.rollback/usage")
  void anErrorLeavesNoCharge(@ForAll("lockErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock of pages that are locked already answers as if they were not, with a cookie of its
   * own. <br>
   * Clause: LOCK.overlap. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look for a table of locks that is kept by address.
   */
  @Asks("LOCK.overlap/each-succeeds")
  void locksMayOverlap(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Pages that two locks share stay pinned until both are unlocked. <br>
   * Clause: LOCK.overlap. Does not run when: the subject does not offer LOCK, SETTLE. <br>
   * If it fails, check: Look for a flag where a count of pins is needed, page by page.
   */
  @Asks("LOCK.overlap/own-unlock")
  void sharedPagesStayUntilTheLastUnlock(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock of a range over several mappings side by side answers as for a single one. <br>
   * Clause: LOCK.multi-segment. Does not run when: the subject does not offer LOCK. <br>
   * If it fails, check: Look whether the range is walked mapping by mapping, and for a limit to the
   * first one.
   */
  @Asks("LOCK.multi-segment/one-lock")
  void aLockMayCoverSeveralMappings(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A byte stored through a buf of the cookie is read by the process at the same place of the
   * range, and the other way round. <br>
   * Clause: LOCK.stable-content. Does not run when: the subject does not offer IOSETUP, LOCK,
   * TRANSFERS, USER_MEMORY. <br>
   * If it fails, check: Look whether the buf shows the process's own pages, and not a copy or a
   * page that was replaced since.
   */
  @Asks("LOCK.stable-content/same-pages")
  void driverAndProcessSeeTheSamePages(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An munmap that takes a locked page away does not return before the page is unlocked. <br>
   * Clause: LOCK.blocks-layout-change. Does not run when: the subject does not offer LOCK, SETTLE.
   * <br>
   * If it fails, check: Look whether munmap tests the pins of every page of its range, and tests
   * again after it was woken.
   */
  @Asks("LOCK.blocks-layout-change/munmap")
  void munmapWaitsForTheUnlock(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An mprotect of a locked page does not return before the page is unlocked. <br>
   * Clause: LOCK.blocks-layout-change. Does not run when: the subject does not offer LOCK,
   * PROTECTION, SETTLE. <br>
   * If it fails, check: Look whether mprotect tests the pins as munmap does, also where the new
   * protection is wider.
   */
  @Asks("LOCK.blocks-layout-change/mprotect")
  void mprotectWaitsForTheUnlock(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The exit of a process with a locked page does not return before the page is unlocked.
   * <br>
   * Clause: LOCK.blocks-layout-change. Does not run when: the subject does not offer LOCK, EXIT,
   * SETTLE. <br>
   * If it fails, check: Look at the teardown of the address space: it waits for the pins of the
   * whole of it.
   */
  @Asks("LOCK.blocks-layout-change/exit")
  void exitWaitsForTheUnlock(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The exit of a vfork child does not wait for pages that its parent has locked, and leaves
   * them pinned. <br>
   * Clause: LOCK.blocks-layout-change. Does not run when: the subject does not offer LOCK, VFORK,
   * SETTLE. <br>
   * If it fails, check: Look whether exit tears down an address space that is only borrowed.
   */
  @Asks("LOCK.blocks-layout-change/vfork-child")
  void aVforkChildExitsWithoutWaiting(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock from user context is answered as the other clauses say, and never ends in a panic.
   * <br>
   * Clause: LOCK.context. Does not run when: the subject does not offer LOCK, CONTEXTS. <br>
   * If it fails, check: Look for a test of the context that refuses too much.
   */
  @Asks("LOCK.context/user")
  void userContextIsRight(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock from kernel or interrupt context ends in a panic that says why. <br>
   * Clause: LOCK.context. Does not run when: the subject does not offer LOCK, CONTEXTS, CHECKED.
   * <br>
   * If it fails, check: Look for the test of the context, before anything is charged or pinned.
   */
  @Asks("LOCK.context/misuse-diagnosed")
  void otherContextsAreDiagnosed(@ForAll("lockOutsideUser") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock of the user range of a mapping made with ALLOW_REMAP answers EFAULT. <br>
   * Clause: LOCK.efault-unsupported. Does not run when: the subject does not offer LOCK, REMAP.
   * <br>
   * If it fails, check: Look at the fault routine of device mappings: a soft-lock of a remappable
   * one is refused.
   */
  @Asks("LOCK.efault-unsupported/allow-remap")
  void whatAllowsARemapIsNotLocked(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  @Provide
  Arbitrary<Plan> lockOutsideUser() {
    return breaking(Duty.LOCK_OUTSIDE_USER);
  }
}
