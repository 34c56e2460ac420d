package umemtck.conformance.suite;

import net.jqwik.api.ForAll;
import umemtck.conformance.plan.Plan;

/** Area REMAP: devmap_umem_remap. One facet a test. */
final class RemapProperties extends Properties {
  /**
   * Asks: A remap of a mapping that was set up without DEVMAP_ALLOW_REMAP answers -1, and the
   * mapping shows what it showed. <br>
   * Clause: REMAP.needs-setup. Does not run when: the subject does not offer REMAP. <br>
   * If it fails, check: Look for a test of the flags that the handle was set up with.
   */
  @Asks("REMAP.needs-setup/refused")
  void aRemapNeedsAllowRemap(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A remap with flags that are not 0 answers -1. <br>
   * Clause: REMAP.flags-zero. Does not run when: the subject does not offer REMAP. <br>
   * If it fails, check: Look whether flags are asked before anything changes.
   */
  @Asks("REMAP.flags-zero/refused")
  void aRemapHasNoFlags(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A remap whose maxprot lacks a protection that the mapping has answers -1. <br>
   * Clause: REMAP.maxprot. Does not run when: the subject does not offer REMAP. <br>
   * If it fails, check: Look whether the protections of the mapping are compared with the new
   * maxprot.
   */
  @Asks("REMAP.maxprot/refused")
  void aRemapPermitsWhatTheMappingHas(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A remap answers -1 if its range, or the whole mapping from its offset on, does not lie in
   * the memory of the new cookie. <br>
   * Clause: REMAP.in-bounds. Does not run when: the subject does not offer REMAP. <br>
   * If it fails, check: Look whether len alone is held against the cookie, or the length of the
   * mapping, too; and whether a sum can wrap.
   */
  @Asks("REMAP.in-bounds/refused")
  void aRemapBeyondTheMemoryIsRefused(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A NULL cookie answers -1. <br>
   * Clause: REMAP.null-cookie. Does not run when: the subject does not offer REMAP. <br>
   * If it fails, check: Look whether the cookie is tested before it is followed.
   */
  @Asks("REMAP.null-cookie/refused")
  void aRemapToNullIsRefused(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a remap every load and store in the mapping reaches the new memory, from the new
   * offset on. <br>
   * Clause: REMAP.switch. Does not run when: the subject does not offer REMAP, USER_MEMORY. <br>
   * If it fails, check: Look for translations that outlive the remap, and for the offset.
   */
  @Asks("REMAP.switch/new-target")
  void aRemapShowsTheNewMemory(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A remap of one mapping leaves what other mappings show as it is. <br>
   * Clause: REMAP.switch. Does not run when: the subject does not offer REMAP, USER_MEMORY. <br>
   * If it fails, check: Look for a target that is kept with the cookie, and not with the mapping.
   */
  @Asks("REMAP.switch/others")
  void aRemapLeavesOthers(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a remap every page of the mapping is there, and the page behind it is what it was.
   * <br>
   * Clause: REMAP.length-fixed. Does not run when: the subject does not offer REMAP, USER_MEMORY.
   * <br>
   * If it fails, check: Look for a length of the remap that is kept as that of the mapping.
   */
  @Asks("REMAP.length-fixed/whole")
  void aRemapLeavesTheLength(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A mapping that was set up invalid can be loaded from and stored to after a remap. <br>
   * Clause: REMAP.validates. Does not run when: the subject does not offer REMAP, USER_MEMORY. <br>
   * If it fails, check: Look whether the mark is taken off.
   */
  @Asks("REMAP.validates/valid")
  void aRemapValidates(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a remap to a TRASH cookie loads and stores go on without a signal, and change
   * nothing of the old memory. <br>
   * Clause: REMAP.trash. Does not run when: the subject does not offer REMAP, TRASH, USER_MEMORY.
   * <br>
   * If it fails, check: Nothing to mend where the contract leaves it open. Look here if
   * applications of yours die when a device is taken away.
   */
  @Asks("REMAP.trash/junk")
  void aRemapToTrashShowsJunk(@ForAll("remaps") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A lock of the user range of a mapping that was set up with DEVMAP_ALLOW_REMAP answers
   * EFAULT. <br>
   * Clause: REMAP.no-lock. Does not run when: the subject does not offer LOCK, REMAP. <br>
   * If it fails, check: Look at the fault routine: a soft-lock of a remappable mapping is refused.
   */
  @Asks("REMAP.no-lock/efault")
  void whatCanBeRemappedCannotBeLocked(@ForAll("remaps") Plan plan) {
    holds(plan);
  }
}
