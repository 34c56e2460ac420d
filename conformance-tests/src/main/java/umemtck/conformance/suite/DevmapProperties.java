package umemtck.conformance.suite;

import net.jqwik.api.ForAll;
import umemtck.conformance.plan.Plan;

/** Area DEVMAP: devmap_umem_setup(9F). One facet a test. */
final class DevmapProperties extends Properties {
  /**
   * Asks: A setup whose arguments are right answers 0, and the mmap succeeds. <br>
   * Clause: DEVMAP.success. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look for an argument that is refused though no clause refuses it.
   */
  @Asks("DEVMAP.success/given")
  void aRightSetupMapsTheDevice(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: What an application loads through the mapping are the bytes of [koff, koff + len) of the
   * memory, and what it stores is stored there, and nowhere else. <br>
   * Clause: DEVMAP.success. Does not run when: the subject does not offer DEVMAP, USER_MEMORY. <br>
   * If it fails, check: Look how koff is added to the start of the memory, and which page of it a
   * fault at each page of the mapping brings in.
   */
  @Asks("DEVMAP.success/contents")
  void aMappingShowsTheMemory(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A NULL cookie answers -1. <br>
   * Clause: DEVMAP.null-cookie. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look whether the cookie is tested before it is followed.
   */
  @Asks("DEVMAP.null-cookie/refused")
  void aNullCookieIsRefused(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A range that does not lie in the memory of the cookie, rounded up to whole pages, answers
   * -1: also where koff is negative, or the sum of koff and len wraps. <br>
   * Clause: DEVMAP.in-bounds. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look whether the end is computed by a sum that can wrap, whether koff
   * becomes unsigned on the way, and against which size it is held.
   */
  @Asks("DEVMAP.in-bounds/refused")
  void aRangeBeyondTheMemoryIsRefused(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A setup with koff or len that are no whole pages is refused, or shows bytes of the cookie
   * alone. <br>
   * Clause: DEVMAP.rounding-contained. Does not run when: the subject does not offer DEVMAP,
   * USER_MEMORY. <br>
   * If it fails, check: Look whether koff is rounded down and len rounded up by themselves, and the
   * bound is asked before or after.
   */
  @Asks("DEVMAP.rounding-contained/contained")
  void roundingStaysInsideTheCookie(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A second setup on the same handle answers -1. <br>
   * Clause: DEVMAP.setup-once. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look for a mark on the handle that says it is done.
   */
  @Asks("DEVMAP.setup-once/second-refused")
  void aSecondSetupIsRefused(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a second setup on the same handle was refused the mapping shows what the first
   * gave. <br>
   * Clause: DEVMAP.setup-once. Does not run when: the subject does not offer DEVMAP, USER_MEMORY.
   * <br>
   * If it fails, check: Look whether the handle is filled in before the mark is tested.
   */
  @Asks("DEVMAP.setup-once/first-stays")
  void theFirstSetupStays(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A setup whose maxprot lacks a protection that the mapping has answers -1. <br>
   * Clause: DEVMAP.maxprot-subset. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look whether the protections of the mapping are compared with maxprot, all
   * of them.
   */
  @Asks("DEVMAP.maxprot-subset/refused")
  void aProtectionBeyondMaxprotIsRefused(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A setup whose maxprot lacks PROT_USER answers -1: the mapping is an application's. <br>
   * Clause: DEVMAP.maxprot-subset. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look whether PROT_USER is among the protections of the mapping that are
   * compared.
   */
  @Asks("DEVMAP.maxprot-subset/user")
  void maxprotHasProtUser(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A shared mapping with WRITE of a device that was opened to be read alone is not made.
   * <br>
   * Clause: DEVMAP.maxprot-subset. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look whether the open mode limits what a mapping may ever do.
   */
  @Asks("DEVMAP.maxprot-subset/opened")
  void theOpenModeLimitsTheMapping(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A later mprotect beyond maxprot is refused, and one within it succeeds. <br>
   * Clause: DEVMAP.maxprot-sticky. Does not run when: the subject does not offer DEVMAP,
   * PROTECTION. <br>
   * If it fails, check: Look whether maxprot is kept with the mapping, and asked by mprotect.
   */
  @Asks("DEVMAP.maxprot-sticky/mprotect")
  void mprotectStaysWithinMaxprot(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: flags of 0 are accepted. <br>
   * Clause: DEVMAP.flags-zero. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look for a flag that is wanted.
   */
  @Asks("DEVMAP.flags-zero/accepted")
  void noFlagsAreAccepted(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A setup with further bits in flags is accepted or refused; which of the two is recorded.
   * <br>
   * Clause: DEVMAP.flags-other. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Nothing to mend: the documents know of no other flag (K-12). Look here if a
   * driver of yours passes some.
   */
  @Asks("DEVMAP.flags-other/answer")
  void otherFlagsAreAnswered(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: More than one cache attribute, or one that does not exist, answers -1. <br>
   * Clause: DEVMAP.cache-attr. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look how the attributes are told from the other bits of flags.
   */
  @Asks("DEVMAP.cache-attr/refused")
  void oneCacheAttributeAtMost(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: DEVMAP_MAPPING_INVALID without DEVMAP_ALLOW_REMAP answers -1. <br>
   * Clause: DEVMAP.invalid-needs-remap. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look for a mapping that could never become valid.
   */
  @Asks("DEVMAP.invalid-needs-remap/refused")
  void invalidNeedsAllowRemap(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A load or store in a mapping that was set up invalid and not remapped ends in a signal.
   * <br>
   * Clause: DEVMAP.invalid-faults. Does not run when: the subject does not offer REMAP,
   * USER_MEMORY. <br>
   * If it fails, check: Look at the fault routine: what it does with a handle that is marked
   * invalid.
   */
  @Asks("DEVMAP.invalid-faults/signal")
  void anInvalidMappingFaults(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A cookie of locked kernel memory can be exported. <br>
   * Clause: DEVMAP.kinds. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look at the test of the kind of the cookie.
   */
  @Asks("DEVMAP.kinds/non-pageable")
  void lockedKernelMemoryIsExported(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A cookie of pageable kernel memory can be exported. <br>
   * Clause: DEVMAP.kinds. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look at the test of the kind of the cookie.
   */
  @Asks("DEVMAP.kinds/pageable")
  void pageableMemoryIsExported(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A cookie of a lock can be exported. <br>
   * Clause: DEVMAP.kinds. Does not run when: the subject does not offer DEVMAP, LOCK. <br>
   * If it fails, check: Look at the test of the kind of the cookie.
   */
  @Asks("DEVMAP.kinds/locked")
  void lockCookiesAreExported(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A cookie made with DDI_UMEM_TRASH can be exported. <br>
   * Clause: DEVMAP.kinds. Does not run when: the subject does not offer DEVMAP, TRASH. <br>
   * If it fails, check: Look at the test of the kind of the cookie; whether its bounds are asked is
   * open (K-24), so the kit exports what lies within the size that it was made with.
   */
  @Asks("DEVMAP.kinds/trash")
  void trashIsExported(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Page i of a mapping of a lock cookie shows page koff / P + i of the range that was
   * locked, whatever backs that range. <br>
   * Clause: DEVMAP.locked-offset. Does not run when: the subject does not offer DEVMAP, LOCK,
   * USER_MEMORY. <br>
   * If it fails, check: Look at the way without a page list: whether koff is added there, too.
   */
  @Asks("DEVMAP.locked-offset/page")
  void theOffsetCountsInLockedMemory(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The functions that are called are those that the structure held when the setup was made.
   * <br>
   * Clause: DEVMAP.callbacks-copied. Does not run when: the subject does not offer DEVMAP,
   * DEVMAP_CALLBACKS. <br>
   * If it fails, check: Look for a pointer to the structure of the driver that is kept.
   */
  @Asks("DEVMAP.callbacks-copied/copied")
  void theCallbacksAreCopied(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After an mmap whose setup was refused nothing is mapped there: a later mmap of the same
   * pages succeeds. <br>
   * Clause: DEVMAP.failure-no-effect. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look what of the address space is given back when the entry of the driver
   * fails.
   */
  @Asks("DEVMAP.failure-no-effect/no-mapping")
  void aFailureLeavesNoMapping(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a setup was refused the same handle can be set up, and shows what that gave. <br>
   * Clause: DEVMAP.failure-no-effect. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look whether the handle is filled in before the arguments are looked at, or
   * marked as set up though they were wrong.
   */
  @Asks("DEVMAP.failure-no-effect/handle")
  void aFailureLeavesTheHandle(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After an mmap that devmap_map refused nothing is mapped there. <br>
   * Clause: DEVMAP.failure-no-effect. Does not run when: the subject does not offer DEVMAP,
   * DEVMAP_CALLBACKS. <br>
   * If it fails, check: Look whether the result of devmap_map is looked at, and what is undone
   * then.
   */
  @Asks("DEVMAP.failure-no-effect/map-callback")
  void aFailureOfDevmapMapLeavesNoMapping(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: An mmap whose devmap entry returned anything but 0 answers ENXIO. <br>
   * Clause: DEVMAP.mmap-errno. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look for a result of the entry that is handed on as it is.
   */
  @Asks("DEVMAP.mmap-errno/enxio")
  void aFailedEntryIsEnxio(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: MAP_PRIVATE without devmap_access answers EINVAL. <br>
   * Clause: DEVMAP.private-refused. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Look whether the sharing of the mapping is asked, and the structure of the
   * driver.
   */
  @Asks("DEVMAP.private-refused/einval")
  void aPrivateMappingIsRefused(@ForAll("exportErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: What a forked child stores through its mapping the parent and the driver load, and the
   * other way round. <br>
   * Clause: DEVMAP.fork-shares. Does not run when: the subject does not offer DEVMAP, FORK,
   * USER_MEMORY. <br>
   * If it fails, check: Look for pages that are copied with the address space.
   */
  @Asks("DEVMAP.fork-shares/child")
  void aChildSharesThePages(@ForAll("exportProcesses") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A setup in the entry of the driver, in user context, returns. <br>
   * Clause: DEVMAP.context. Does not run when: the subject does not offer DEVMAP. <br>
   * If it fails, check: Nothing to mend: where else it may be called is open (K-13).
   */
  @Asks("DEVMAP.context/entry")
  void aSetupReturnsInTheEntry(@ForAll("exports") Plan plan) {
    holds(plan);
  }
}
