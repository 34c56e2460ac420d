package umemtck.conformance.suite;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import umemtck.conformance.plan.MisusePlans.Duty;
import umemtck.conformance.plan.Plan;

/** Area FREE: ddi_umem_free(9F). One facet a test. */
final class FreeProperties extends Properties {
  /**
   * Asks: Freeing a NULL cookie returns and changes nothing, however often. <br>
   * Clause: FREE.null-noop. Does not run when: never. <br>
   * If it fails, check: Look for the test of NULL at the top of ddi_umem_free.
   */
  @Asks("FREE.null-noop/no-effect")
  void freeingNullHasNoEffect(@ForAll("anything") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After a free everything that the allocation had taken is free again. <br>
   * Clause: FREE.entire-buffer. Does not run when: the subject does not offer PAGES. <br>
   * If it fails, check: Look at what free returns: the rounded extent, its swap, its address space
   * and the cookie, not only `size` bytes.
   */
  @Asks("FREE.entire-buffer/whole")
  void freeGivesEverythingBack(@ForAll("anything") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A second free of the same cookie ends in a panic that says why. <br>
   * Clause: FREE.exactly-once. Does not run when: the subject does not offer CHECKED. <br>
   * If it fails, check: Look whether the cookie is marked as gone before its parts are returned,
   * and whether it can be told from a new one at the same place.
   */
  @Asks("FREE.exactly-once/twice-diagnosed")
  void freeingTwiceIsDiagnosed(@ForAll("freeTwice") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A free of a value that never was a cookie ends in a panic that says why. <br>
   * Clause: FREE.exactly-once. Does not run when: the subject does not offer CHECKED. <br>
   * If it fails, check: Look whether the value is looked up among the live cookies before it is
   * followed as a pointer.
   */
  @Asks("FREE.exactly-once/stranger-diagnosed")
  void freeingAStrangerIsDiagnosed(@ForAll("freeStranger") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: ddi_umem_free of a cookie from a lock call has the effects of ddi_umem_unlock on it. <br>
   * Clause: FREE.locked-cookie-unlocks. Does not run when: the subject does not offer LOCK, USAGE.
   * <br>
   * If it fails, check: Nothing to mend: portable drivers call ddi_umem_unlock. Look here if a
   * driver of illumos relies on it.
   */
  @Asks("FREE.locked-cookie-unlocks/acts-as-unlock")
  void freeOfALockUnlocks(@ForAll("locks") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A free of locked memory from interrupt context returns, with the effects that it has from
   * user context. <br>
   * Clause: FREE.context. Does not run when: the subject does not offer CONTEXTS. <br>
   * If it fails, check: Look for a lock on the release path that may sleep, and for a test of the
   * context that refuses too much.
   */
  @Asks("FREE.context/interrupt")
  void freeWorksInAnInterrupt(@ForAll("contexts") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A free of either kind of memory from kernel context returns, with the effects that it has
   * from user context. <br>
   * Clause: FREE.context. Does not run when: the subject does not offer CONTEXTS. <br>
   * If it fails, check: Look for something on the release path that needs a current user process.
   */
  @Asks("FREE.context/kernel")
  void freeWorksInAKernelThread(@ForAll("contexts") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Freeing a pageable cookie while a soft-lock on it is outstanding ends in a panic that
   * says why. <br>
   * Clause: FREE.pageable-softlocked. Does not run when: the subject does not offer CHECKED,
   * DEVMAP, LOCK. <br>
   * If it fails, check: Look whether free tests the lock count of the cookie before it returns its
   * pages.
   */
  @Asks("FREE.pageable-softlocked/diagnosed")
  void freeingWhatIsSoftLockedIsDiagnosed(@ForAll("freeSoftLocked") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Freeing memory that is still mapped ends in a panic that says why, or the pages stay the
   * mapping's until the last unmap; the old mapping never shows bytes of another owner. <br>
   * Clause: FREE.while-mapped. Does not run when: the subject does not offer CHECKED, DEVMAP. <br>
   * If it fails, check: Look whether free knows of the mappings of the cookie, or whether they are
   * torn down first.
   */
  @Asks("FREE.while-mapped/diagnosed")
  void freeingWhatIsMappedIsDiagnosed(@ForAll("freeMapped") Plan plan) {
    holds(plan);
  }

  @Provide
  Arbitrary<Plan> freeTwice() {
    return breaking(Duty.FREE_TWICE);
  }

  @Provide
  Arbitrary<Plan> freeStranger() {
    return breaking(Duty.FREE_STRANGER);
  }

  @Provide
  Arbitrary<Plan> freeMapped() {
    return breaking(Duty.FREE_MAPPED);
  }

  @Provide
  Arbitrary<Plan> freeSoftLocked() {
    return breaking(Duty.FREE_SOFTLOCKED);
  }
}
