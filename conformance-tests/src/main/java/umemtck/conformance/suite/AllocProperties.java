package umemtck.conformance.suite;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import umemtck.conformance.plan.MisusePlans.Duty;
import umemtck.conformance.plan.Plan;

/** Area ALLOC: ddi_umem_alloc(9F). One facet a test. */
final class AllocProperties extends Properties {
  /**
   * Asks: Every byte of the rounded extent, up to its last one, can be written and read back. <br>
   * Clause: ALLOC.round-up. Does not run when: never. <br>
   * If it fails, check: Look at the rounding of `size`: bytes are rounded up to whole pages before
   * the memory is taken, also for a size one above or one below a page boundary.
   */
  @Asks("ALLOC.round-up/usable")
  void everyByteOfTheRoundedExtentIsUsable(@ForAll("sizes") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The address is a multiple of the declared page size, for every size and flag. <br>
   * Clause: ALLOC.page-aligned. Does not run when: never. <br>
   * If it fails, check: Look at what the allocator hands out for small sizes, and at the page size
   * that the subject declares.
   */
  @Asks("ALLOC.page-aligned/address")
  void theAddressIsPageAligned(@ForAll("sizes") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: All bytes of the rounded extent of locked memory read as zero at return, also where the
   * memory was in use before. <br>
   * Clause: ALLOC.zero-filled. Does not run when: never. <br>
   * If it fails, check: Look at the clearing: it covers the rounded extent, not only `size` bytes,
   * and it happens at every allocation, not only when memory is fresh.
   */
  @Asks("ALLOC.zero-filled/locked")
  void lockedMemoryStartsAsZeros(@ForAll("anything") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: All bytes of the rounded extent of pageable memory read as zero at return, also where the
   * memory was in use before. <br>
   * Clause: ALLOC.zero-filled. Does not run when: never. <br>
   * If it fails, check: Look at pages that come back from swap: a freed page's old copy there must
   * not be read in again for the next owner.
   */
  @Asks("ALLOC.zero-filled/pageable")
  void pageableMemoryStartsAsZeros(@ForAll("paging") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A call with size 0 answers NULL with a NULL cookie, for every flag value, SLEEP included.
   * <br>
   * Clause: ALLOC.size-zero. Does not run when: never. <br>
   * If it fails, check: Look at the first lines of the call: size 0 is refused before any flag is
   * looked at, and *cookiep is cleared first.
   */
  @Asks("ALLOC.size-zero/refused")
  void sizeZeroGivesNull(@ForAll("sizes") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a call with size 0 every read-out of free resources is as before. <br>
   * Clause: ALLOC.size-zero. Does not run when: the subject does not offer PAGES. <br>
   * If it fails, check: Look for a cookie or an overhead page taken before the size is tested.
   */
  @Asks("ALLOC.size-zero/consumes-nothing")
  void sizeZeroConsumesNothing(@ForAll("sizes") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With NOSLEEP a size whose round-up exceeds the largest size_t answers NULL with a NULL
   * cookie. <br>
   * Clause: ALLOC.near-max-wrap. Does not run when: never. <br>
   * If it fails, check: Look at the rounding: `size + page - 1` wraps to a small number here. Test
   * for the wrap before you allocate.
   */
  @Asks("ALLOC.near-max-wrap/nosleep")
  void aSizeThatWrapsGivesNull(@ForAll("sizes") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With SLEEP such a size answers NULL with a NULL cookie or does not return; it never gives
   * a buffer. <br>
   * Clause: ALLOC.near-max-wrap. Does not run when: the subject does not offer SETTLE. <br>
   * If it fails, check: Look at the rounding: `size + page - 1` wraps to a small number here, and a
   * small allocation succeeds. Test for the wrap before you allocate.
   */
  @Asks("ALLOC.near-max-wrap/sleep")
  void aSizeThatWrapsGivesNullToACallerWhoWaits(@ForAll("sleepers") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With NOSLEEP a size that does not wrap but can never be satisfied answers NULL with a
   * NULL cookie. <br>
   * Clause: ALLOC.impossible-size. Does not run when: never. <br>
   * If it fails, check: Look at the number of pages: it must not be cut to 32 bits, nor turned into
   * a signed number, on its way to the allocator.
   */
  @Asks("ALLOC.impossible-size/nosleep")
  void anImpossibleSizeGivesNull(@ForAll("sizes") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With SLEEP such a size blocks or answers NULL; which of the two is recorded. <br>
   * Clause: ALLOC.impossible-size. Does not run when: the subject does not offer SETTLE. <br>
   * If it fails, check: Nothing to mend: the contract leaves it open. Look here only if a driver of
   * yours waits for ever.
   */
  @Asks("ALLOC.impossible-size/sleep")
  void anImpossibleSizeSleepsOrGivesNull(@ForAll("sleepers") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With NOSLEEP the answer is NULL with a NULL cookie when less is free than the allocation
   * needs, for each resource that can be set. <br>
   * Clause: ALLOC.nosleep-null. Does not run when: the subject does not offer PAGES. <br>
   * If it fails, check: Look at the test of each budget (pages, swap, address space, cookies): a
   * resource that is short must refuse the call, not be overdrawn.
   */
  @Asks("ALLOC.nosleep-null/null-when-short")
  void noSleepGivesNullWhenShort(@ForAll("shortage") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With NOSLEEP the call succeeds when what it needs, and the declared overhead, is free.
   * <br>
   * Clause: ALLOC.nosleep-null. Does not run when: the subject does not offer PAGES. <br>
   * If it fails, check: Look for a test with one page too many, for memory that an earlier free did
   * not return, or for an overhead that the subject uses but does not declare.
   */
  @Asks("ALLOC.nosleep-null/only-when-short")
  void noSleepGivesNullOnlyWhenShort(@ForAll("shortage") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With NOSLEEP the call returns although not enough is free, without anything else having
   * to run. <br>
   * Clause: ALLOC.nosleep-null. Does not run when: the subject does not offer PAGES, SETTLE. <br>
   * If it fails, check: Look for a wait on a path that does not test the flag: page-out, address
   * space and the cookie itself wait too.
   */
  @Asks("ALLOC.nosleep-null/does-not-block")
  void noSleepDoesNotBlock(@ForAll("shortage") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a refusal for shortage every read-out, every live byte and every cookie is as
   * before. <br>
   * Clause: ALLOC.nosleep-null. Does not run when: the subject does not offer PAGES. <br>
   * If it fails, check: Look at the unwinding: what was taken before the shortage was found (pages,
   * swap, address space, cookie) goes back.
   */
  @Asks("ALLOC.nosleep-null/refusal-changes-nothing")
  void aRefusalChangesNothing(@ForAll("shortage") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With SLEEP the call succeeds when what it needs, and the declared overhead, is free. <br>
   * Clause: ALLOC.sleep-succeeds. Does not run when: the subject does not offer PAGES. <br>
   * If it fails, check: Look for a test with one page too many, for memory that an earlier free did
   * not return, or for an overhead that the subject uses but does not declare.
   */
  @Asks("ALLOC.sleep-succeeds/enough-at-once")
  void sleepSucceedsWhereThereIsEnough(@ForAll("sleepers") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With SLEEP the call does not return while less is free than it needs. <br>
   * Clause: ALLOC.sleep-succeeds. Does not run when: the subject does not offer PAGES, SETTLE. <br>
   * If it fails, check: Look at the wait: it must test again after every wake-up, and overdraw
   * nothing when it is woken too early.
   */
  @Asks("ALLOC.sleep-succeeds/waits-while-short")
  void sleepWaitsWhileShort(@ForAll("sleepers") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A call with SLEEP for locked memory of a satisfiable size never answers NULL, however
   * long it had to wait. <br>
   * Clause: ALLOC.sleep-succeeds. Does not run when: the subject does not offer PAGES, SETTLE. <br>
   * If it fails, check: Look for a retry limit or for a refusal path that does not test the flag.
   */
  @Asks("ALLOC.sleep-succeeds/never-null")
  void sleepNeverGivesNull(@ForAll("sleepers") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A call with SLEEP for pageable memory of a satisfiable size never answers NULL; in
   * illumos it may, when swap cannot be reserved (K-06). <br>
   * Clause: ALLOC.sleep-succeeds. Does not run when: the subject does not offer PAGES, SETTLE. <br>
   * If it fails, check: Look at the reservation of swap: with SLEEP it has to wait as the pages do.
   */
  @Asks("ALLOC.sleep-succeeds/pageable-never-null")
  void sleepNeverGivesNullForPageable(@ForAll("sleepers") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A sleeper returns with memory once a free has made enough available, without any further
   * call. <br>
   * Clause: ALLOC.sleep-succeeds. Does not run when: the subject does not offer PAGES, SETTLE. <br>
   * If it fails, check: Look for a lost wake-up: free must wake all who may now go on, and a
   * sleeper must test and sleep without a gap between the two.
   */
  @Asks("ALLOC.sleep-succeeds/woken")
  void aSleeperIsWokenWhenEnoughIsFree(@ForAll("sleepers") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Every page of memory allocated without PAGEABLE is resident, also after a page-out. <br>
   * Clause: ALLOC.default-locked. Does not run when: the subject does not offer PAGING. <br>
   * If it fails, check: Look at what the page-out takes: pages of locked memory must not be on its
   * list.
   */
  @Asks("ALLOC.default-locked/resident")
  void lockedMemoryStaysResident(@ForAll("paging") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The bytes of memory allocated without PAGEABLE are the same after a page-out. <br>
   * Clause: ALLOC.default-locked. Does not run when: the subject does not offer PAGING. <br>
   * If it fails, check: Look at what the page-out takes, and whether it re-uses the frame of a
   * locked page.
   */
  @Asks("ALLOC.default-locked/contents")
  void lockedMemoryKeepsItsContentsUnderPressure(@ForAll("paging") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The bytes of pageable memory are the same after they have been paged out. <br>
   * Clause: ALLOC.pageable. Does not run when: the subject does not offer PAGING. <br>
   * If it fails, check: Look at the write to swap and the read back: right page, right slot, also
   * when the page was changed after an earlier page-out.
   */
  @Asks("ALLOC.pageable/contents-survive")
  void pageableMemorySurvivesPaging(@ForAll("paging") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Pages of pageable memory leave memory under pressure. <br>
   * Clause: ALLOC.pageable. Does not run when: the subject does not offer PAGING. <br>
   * If it fails, check: Nothing to mend: paging is permitted, not demanded. Look here if PAGEABLE
   * is meant to save memory and does not.
   */
  @Asks("ALLOC.pageable/pages-out")
  void pageableMemoryIsPagedOut(@ForAll("paging") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: With TRASH the address is NULL and the cookie is not. <br>
   * Clause: ALLOC.trash. Does not run when: the subject does not offer TRASH. <br>
   * If it fails, check: Look at who judges success by the pointer: with TRASH only the cookie says
   * that the call succeeded.
   */
  @Asks("ALLOC.trash/answer")
  void trashGivesNullWithACookie(@ForAll("trash") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An allocation with TRASH takes no pages, however large its size. <br>
   * Clause: ALLOC.trash. Does not run when: the subject does not offer TRASH, PAGES. <br>
   * If it fails, check: Look for pages, swap or address space taken before the flag is tested.
   */
  @Asks("ALLOC.trash/no-backing")
  void trashTakesNoPages(@ForAll("trash") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: PAGEABLE together with TRASH ends in a panic that says why, in NULL with a NULL cookie,
   * or in an allocation as PAGEABLE; never in a corrupt state such as NULL with a cookie. <br>
   * Clause: ALLOC.flag-conflict. Does not run when: the subject does not offer CHECKED. <br>
   * If it fails, check: Look at the order in which the two flags are tested: one of them must win
   * for address, cookie and backing alike.
   */
  @Asks("ALLOC.flag-conflict/consistent")
  void pageableTrashIsNotCorrupt(@ForAll("flagConflict") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A bit without a meaning ends in a panic that says why, in NULL with a NULL cookie, or in
   * an allocation as if the bit were absent; never in a corrupt state such as NULL with a cookie.
   * <br>
   * Clause: ALLOC.flag-unknown. Does not run when: the subject does not offer CHECKED. <br>
   * If it fails, check: Look for a comparison of the whole flag word (`flag == DDI_UMEM_SLEEP`)
   * where a single bit should be tested.
   */
  @Asks("ALLOC.flag-unknown/consistent")
  void anUnknownFlagIsNotCorrupt(@ForAll("flagUnknown") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a success *cookiep is not NULL, is not what the kit had put there, and is accepted
   * by ddi_umem_free. <br>
   * Clause: ALLOC.cookie-out. Does not run when: never. <br>
   * If it fails, check: Look whether *cookiep is stored on every path that succeeds.
   */
  @Asks("ALLOC.cookie-out/success")
  void successGivesACookie(@ForAll("anything") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a failure *cookiep is NULL. <br>
   * Clause: ALLOC.cookie-out. Does not run when: never. <br>
   * If it fails, check: Look whether *cookiep is cleared before the first return: a path that fails
   * early leaves what the caller had there.
   */
  @Asks("ALLOC.cookie-out/failure")
  void failureGivesANullCookie(@ForAll("shortage") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: No byte of one live allocation changes when another one is filled, or is allocated or
   * freed. <br>
   * Clause: ALLOC.disjoint. Does not run when: never. <br>
   * If it fails, check: Look at two extents that share their last and first page, at an extent
   * freed twice inside the allocator, and at the rounding of what is handed out against what is
   * accounted for.
   */
  @Asks("ALLOC.disjoint/live")
  void liveMemoryIsDisjoint(@ForAll("anything") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Every locked-memory count of a project or zone is the same before and after an allocation
   * or a free, of locked memory too. <br>
   * Clause: ALLOC.not-charged. Does not run when: the subject does not offer USAGE. <br>
   * If it fails, check: Look for a charge in the allocation path: only ddi_umem_lock and
   * umem_lockmemory charge.
   */
  @Asks("ALLOC.not-charged/usage")
  void anAllocationIsNotCharged(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A call with NOSLEEP from interrupt context is answered as from user context. <br>
   * Clause: ALLOC.context. Does not run when: the subject does not offer CONTEXTS. <br>
   * If it fails, check: Look for a lock or an allocation on the path that may sleep, and for a test
   * of the context that does not look at the flag.
   */
  @Asks("ALLOC.context/nosleep-interrupt")
  void noSleepWorksInAnInterrupt(@ForAll("contexts") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A call with SLEEP from kernel context is answered as from user context. <br>
   * Clause: ALLOC.context. Does not run when: the subject does not offer CONTEXTS. <br>
   * If it fails, check: Look for something on the path that needs a current user process.
   */
  @Asks("ALLOC.context/sleep-kernel")
  void sleepWorksInAKernelThread(@ForAll("contexts") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A call with SLEEP from interrupt context ends in a panic that says why. <br>
   * Clause: ALLOC.context. Does not run when: the subject does not offer CONTEXTS, CHECKED. <br>
   * If it fails, check: Look for the test of the context: it must come before the first wait, and
   * on every call, not only when memory is short.
   */
  @Asks("ALLOC.context/sleep-interrupt-diagnosed")
  void sleepInAnInterruptIsDiagnosed(@ForAll("sleepInInterrupt") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An export of exactly the rounded length succeeds, and one of a page more fails. <br>
   * Clause: ALLOC.round-up. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look at the size stored with the cookie: it is the rounded one, neither the
   * argument nor what the allocator happened to hand out.
   */
  @Asks("ALLOC.round-up/exact-extent")
  void theExtentIsExactlyRounded(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Every page of every mapping of a TRASH cookie shows the same junk page. <br>
   * Clause: ALLOC.trash. Does not run when: the subject does not offer DEVMAP, TRASH, USER_MEMORY.
   * <br>
   * If it fails, check: Look at the translation of a TRASH cookie: one frame for all offsets, and
   * never one that belongs to an allocation.
   */
  @Asks("ALLOC.trash/junk-page")
  void trashShowsOneJunkPage(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Bytes stored through the returned address are read through a mapping of the cookie, and
   * the other way round. <br>
   * Clause: ALLOC.kernel-and-user-usable. Does not run when: the subject does not offer DEVMAP,
   * USER_MEMORY. <br>
   * If it fails, check: Look whether mapping and kernel address are backed by the same pages, and
   * not by a copy.
   */
  @Asks("ALLOC.kernel-and-user-usable/both-views")
  void bothViewsShowTheSameMemory(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  @Provide
  Arbitrary<Plan> flagConflict() {
    return breaking(Duty.FLAG_CONFLICT);
  }

  @Provide
  Arbitrary<Plan> flagUnknown() {
    return breaking(Duty.FLAG_UNKNOWN);
  }

  @Provide
  Arbitrary<Plan> sleepInInterrupt() {
    return breaking(Duty.SLEEP_IN_INTERRUPT);
  }
}
