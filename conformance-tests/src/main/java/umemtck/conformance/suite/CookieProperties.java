package umemtck.conformance.suite;

import net.jqwik.api.ForAll;
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
}
