package umemtck.conformance.suite;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import umemtck.conformance.plan.MisusePlans.Duty;
import umemtck.conformance.plan.Plan;

/** Area COOKIE: cookie kinds and lifetime. One facet a test. */
final class CookieProperties extends Properties {
  /**
   * Asks: A cookie is accepted by ddi_umem_free however many calls were made since it was given.
   * <br>
   * Clause: COOKIE.valid-interval. Does not run when: never. <br>
   * If it fails, check: Look for cookies that are kept in a table of limited length or that expire.
   */
  @Asks("COOKIE.valid-interval/until-free")
  void aCookieIsValidUntilItIsFreed(@ForAll("anything") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: No two live cookies are equal. <br>
   * Clause: COOKIE.valid-interval. Does not run when: never. <br>
   * If it fails, check: Look for a cookie that is given out again before its free, or made from
   * part of an address.
   */
  @Asks("COOKIE.valid-interval/distinct")
  void liveCookiesAreDistinct(@ForAll("anything") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: No lock call gives out a cookie value whose callback is still pending. <br>
   * Clause: COOKIE.refcount-with-callback. Does not run when: the subject does not offer
   * LOCKMEMORY, SETTLE. <br>
   * If it fails, check: Look when the cookie's memory is returned: by the last of its two owners,
   * not by unlock alone.
   */
  @Asks("COOKIE.refcount-with-callback/not-reused")
  void aCookieIsNotReusedBeforeItsFunctionIsOver(@ForAll("events") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A live cookie is accepted by the calls that take its kind, refused by the others, and
   * this never changes while it lives. <br>
   * Clause: COOKIE.kinds. Does not run when: the subject does not offer DEVMAP, IOSETUP. <br>
   * If it fails, check: Look where the kind is stored, and whether any call but the one that made
   * the cookie writes it.
   */
  @Asks("COOKIE.kinds/fixed")
  void theKindOfACookieIsFixed(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Several mappings, overlapping and of different processes, and several bufs of one cookie
   * all show the same bytes. <br>
   * Clause: COOKIE.many-users. Does not run when: the subject does not offer DEVMAP, USER_MEMORY.
   * <br>
   * If it fails, check: Look for state that belongs to a mapping or a buf but is kept with the
   * cookie.
   */
  @Asks("COOKIE.many-users/together")
  void aCookieHasManyUsers(@ForAll("exportProcesses") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: After the last unmap the cookie is still valid and its memory holds the same bytes. <br>
   * Clause: COOKIE.no-mapping-reference. Does not run when: the subject does not offer DEVMAP,
   * USER_MEMORY. <br>
   * If it fails, check: Look for a count of mappings that releases the cookie when it reaches zero.
   */
  @Asks("COOKIE.no-mapping-reference/survives-unmap")
  void aCookieOutlivesItsMappings(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Releasing a cookie while a buf made from it is outstanding ends in a panic that says why.
   * <br>
   * Clause: COOKIE.no-buf-reference. Does not run when: the subject does not offer CHECKED,
   * IOSETUP. <br>
   * If it fails, check: Look whether the cookie knows of the bufs that point into it.
   */
  @Asks("COOKIE.no-buf-reference/outstanding-buf-diagnosed")
  void releasingUnderABufIsDiagnosed(@ForAll("releaseUnderABuf") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Pages of a pageable export that is locked twice stay resident until the second release.
   * <br>
   * Clause: COOKIE.softlock-count. Does not run when: the subject does not offer DEVMAP, LOCK,
   * PAGING. <br>
   * If it fails, check: Look at the count: it belongs to the cookie, goes by pages, and only the
   * step to zero unlocks the backing.
   */
  @Asks("COOKIE.softlock-count/nested")
  void softLocksNest(@ForAll("exports") Plan plan) {
    holds(plan);
  }

  @Provide
  Arbitrary<Plan> releaseUnderABuf() {
    return breaking(Duty.RELEASE_UNDER_A_BUF);
  }
}
