package umemtck.conformance.suite;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import umemtck.conformance.plan.MisusePlans.Duty;
import umemtck.conformance.plan.Plan;

/** Area IOSETUP: ddi_umem_iosetup(9F). One facet a test. */
final class IosetupProperties extends Properties {
  /**
   * Asks: A request on a lock cookie whose arguments are right gives a buf. <br>
   * Clause: IOSETUP.success. Does not run when: the subject does not offer IOSETUP, LOCK. <br>
   * If it fails, check: Look for an argument that is refused though no clause refuses it.
   */
  @Asks("IOSETUP.success/given")
  void aRightRequestGivesABuf(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A transfer through a buf reaches the bytes of its range, all of them and no other. <br>
   * Clause: IOSETUP.success. Does not run when: the subject does not offer IOSETUP, TRANSFERS. <br>
   * If it fails, check: Look how the offset is added to the start of the memory, and whether the
   * count is that of the request.
   */
  @Asks("IOSETUP.success/range")
  void aTransferReachesItsRange(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The cookie of locked kernel memory is accepted. <br>
   * Clause: IOSETUP.kind. Does not run when: the subject does not offer IOSETUP. <br>
   * If it fails, check: Look for a test that lets lock cookies alone pass (K-11).
   */
  @Asks("IOSETUP.kind/non-pageable")
  void kernelMemoryIsAccepted(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: The cookie of pageable memory gives NULL. <br>
   * Clause: IOSETUP.kind. Does not run when: the subject does not offer IOSETUP. <br>
   * If it fails, check: Look whether the kind of the cookie is asked at all.
   */
  @Asks("IOSETUP.kind/pageable")
  void pageableMemoryIsRefused(@ForAll("bufErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A TRASH cookie gives NULL. <br>
   * Clause: IOSETUP.kind. Does not run when: the subject does not offer IOSETUP, TRASH. <br>
   * If it fails, check: Look whether the kind of the cookie is asked at all.
   */
  @Asks("IOSETUP.kind/trash")
  void trashIsRefused(@ForAll("bufErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A range that ends beyond the memory of the cookie, rounded up to whole pages, gives NULL.
   * <br>
   * Clause: IOSETUP.in-bounds. Does not run when: the subject does not offer IOSETUP. <br>
   * If it fails, check: Look whether the end is computed by a sum that can wrap, and against which
   * size it is held.
   */
  @Asks("IOSETUP.in-bounds/refused")
  void aRangeBeyondTheEndIsRefused(@ForAll("bufErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A negative offset gives NULL, whatever the length. <br>
   * Clause: IOSETUP.negative-offset. Does not run when: the subject does not offer IOSETUP. <br>
   * If it fails, check: Look for an offset that becomes unsigned, so that the sum with the length
   * comes back into bounds.
   */
  @Asks("IOSETUP.negative-offset/refused")
  void aNegativeOffsetIsRefused(@ForAll("bufErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A length greater than the memory of the cookie gives NULL, whatever the offset. <br>
   * Clause: IOSETUP.len-over-size. Does not run when: the subject does not offer IOSETUP. <br>
   * If it fails, check: Look for a length that is only looked at as a part of a sum.
   */
  @Asks("IOSETUP.len-over-size/refused")
  void aLengthBeyondTheMemoryIsRefused(@ForAll("bufErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A length of 0 within the memory gives an empty buf. <br>
   * Clause: IOSETUP.len-zero. Does not run when: the subject does not offer IOSETUP. <br>
   * If it fails, check: Nothing to mend: the contract leaves it open. Look here if a driver of
   * yours ends a list of transfers with an empty one.
   */
  @Asks("IOSETUP.len-zero/given")
  void anEmptyBufIsGiven(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A direction that is neither B_READ nor B_WRITE gives NULL. <br>
   * Clause: IOSETUP.direction-valid. Does not run when: the subject does not offer IOSETUP. <br>
   * If it fails, check: Look for a test of single bits: both together, and none, are no direction.
   */
  @Asks("IOSETUP.direction-valid/refused")
  void aDirectionIsOneOfTwo(@ForAll("bufErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A sleepflag that is neither SLEEP nor NOSLEEP gives NULL. <br>
   * Clause: IOSETUP.sleepflag-valid. Does not run when: the subject does not offer IOSETUP. <br>
   * If it fails, check: Look for a test of the lowest bit alone.
   */
  @Asks("IOSETUP.sleepflag-valid/refused")
  void aSleepflagIsOneOfTwo(@ForAll("bufErrors") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: NOSLEEP gives NULL when there is no memory for a buf, and does not wait. <br>
   * Clause: IOSETUP.nosleep-null. Does not run when: the subject does not offer FAULTS, IOSETUP.
   * <br>
   * If it fails, check: Look whether the result of the allocation of the buf is tested.
   */
  @Asks("IOSETUP.nosleep-null/refused")
  void nosleepGivesNullWhenShort(@ForAll("bufShortage") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: SLEEP gives a buf though memory for it was short. <br>
   * Clause: IOSETUP.nosleep-null. Does not run when: the subject does not offer FAULTS, IOSETUP.
   * <br>
   * If it fails, check: Look whether the sleepflag is handed on to the allocation of the buf.
   */
  @Asks("IOSETUP.nosleep-null/sleep")
  void sleepDoesNotFailWhenShort(@ForAll("bufShortage") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A buf carries device, block number, completion routine, direction and length as they were
   * given, and is marked B_BUSY and B_PHYS. <br>
   * Clause: IOSETUP.fields. Does not run when: the subject does not offer IOSETUP. <br>
   * If it fails, check: Look for a field that is not stored, or cut to fewer bits.
   */
  @Asks("IOSETUP.fields/as-given")
  void aBufCarriesWhatWasGiven(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A buf on kernel memory has its kernel address, and no process. <br>
   * Clause: IOSETUP.address. Does not run when: the subject does not offer IOSETUP. <br>
   * If it fails, check: Look whether the offset is added to the address of the memory.
   */
  @Asks("IOSETUP.address/kernel")
  void aBufOnKernelMemoryHasItsAddress(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A buf on locked memory has the address in the process that was locked, and that process.
   * <br>
   * Clause: IOSETUP.address. Does not run when: the subject does not offer IOSETUP, LOCK. <br>
   * If it fails, check: Look whether address and process are those of the lock, not of the caller.
   */
  @Asks("IOSETUP.address/locked")
  void aBufOnLockedMemoryHasItsAddress(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A transfer through a buf that begins behind the first page of locked memory reaches the
   * pages that it describes. <br>
   * Clause: IOSETUP.page-list. Does not run when: the subject does not offer IOSETUP, LOCK,
   * TRANSFERS, USER_MEMORY. <br>
   * If it fails, check: Look at the page list: it begins with the page that holds the offset, and
   * the offset in it is what is left.
   */
  @Asks("IOSETUP.page-list/first-page")
  void aTransferFindsItsFirstPage(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Any number of bufs on one cookie are given, overlapping or not. <br>
   * Clause: IOSETUP.multiple. Does not run when: the subject does not offer IOSETUP. <br>
   * If it fails, check: Look for a cookie that knows of one buf only.
   */
  @Asks("IOSETUP.multiple/live")
  void manyBufsOnOneCookie(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Of several bufs on one cookie each transfers its own range. <br>
   * Clause: IOSETUP.multiple. Does not run when: the subject does not offer IOSETUP, TRANSFERS.
   * <br>
   * If it fails, check: Look for a range that is kept with the cookie, not with the buf.
   */
  @Asks("IOSETUP.multiple/each")
  void eachOfManyBufsTransfersItsRange(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Making or freeing a buf changes nothing that is counted as locked. <br>
   * Clause: IOSETUP.no-charge. Does not run when: the subject does not offer IOSETUP, LOCK, USAGE.
   * <br>
   * If it fails, check: Look for a buf that locks the pages of its cookie once more, and counts
   * them.
   */
  @Asks("IOSETUP.no-charge/usage")
  void aBufIsNotCharged(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A right request gives a buf in kernel context, with SLEEP too. <br>
   * Clause: IOSETUP.context. Does not run when: the subject does not offer CONTEXTS, IOSETUP. <br>
   * If it fails, check: Look for a test of the context that lets user context alone pass.
   */
  @Asks("IOSETUP.context/kernel")
  void aBufInKernelContext(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A right request with NOSLEEP gives a buf in an interrupt. <br>
   * Clause: IOSETUP.context. Does not run when: the subject does not offer CONTEXTS, IOSETUP. <br>
   * If it fails, check: Look for a lock that cannot be taken in an interrupt.
   */
  @Asks("IOSETUP.context/interrupt")
  void aBufInAnInterrupt(@ForAll("bufs") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: SLEEP from an interrupt ends in a panic that says why. <br>
   * Clause: IOSETUP.context. Does not run when: the subject does not offer CHECKED, CONTEXTS,
   * IOSETUP. <br>
   * If it fails, check: Look for the test of the context where SLEEP is about to wait.
   */
  @Asks("IOSETUP.context/sleep-interrupt-diagnosed")
  void sleepingInAnInterruptIsDiagnosed(@ForAll("setupInInterrupt") Plan plan) {
    holds(plan);
  }

  @Provide
  Arbitrary<Plan> setupInInterrupt() {
    return breaking(Duty.SETUP_IN_INTERRUPT);
  }
}
