package umemtck.reference.model;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.UmemFlag;

/**
 * What a subject that declares CHECKED owes to a caller who breaks a duty: a panic that says why,
 * or, for flags, at worst an answer that is not corrupt. Nothing is known of the machine
 * afterwards.
 */
final class Misuse {
  private Misuse() {}

  /** What forbids the outcome of a call that breaks a duty; null if nothing does. */
  static Breach check(Answer.Undefined broken, Call call, Outcome outcome, boolean wasLive) {
    if (outcome instanceof Outcome.Panicked) {
      return null;
    }
    return switch (broken.clause()) {
      case "ALLOC.flag-conflict", "ALLOC.flag-unknown" ->
          corrupt(((Call.UmemAlloc) call).flag(), outcome)
              ? new Breach(
                  broken.clause() + "/consistent",
                  "a panic, NULL with a NULL cookie, or memory with a cookie")
              : null;
      case "ALLOC.context" ->
          new Breach("ALLOC.context/sleep-interrupt-diagnosed", "a panic that says why");
      case "FREE.exactly-once" ->
          new Breach(
              "FREE.exactly-once/" + (wasLive ? "twice" : "stranger") + "-diagnosed",
              "a panic that says why");
      case "IOSETUP.context" ->
          new Breach("IOSETUP.context/sleep-interrupt-diagnosed", "a panic that says why");
      case "COOKIE.no-buf-reference" ->
          new Breach("COOKIE.no-buf-reference/outstanding-buf-diagnosed", "a panic that says why");
      case "FREE.pageable-softlocked" ->
          new Breach("FREE.pageable-softlocked/diagnosed", "a panic that says why");
      case "LOCK.context" -> new Breach("LOCK.context/misuse-diagnosed", "a panic that says why");
      case "UNLOCK.alloc-cookie" ->
          new Breach("UNLOCK.alloc-cookie/diagnosed", "a panic that says why");
      default -> null;
    };
  }

  private static boolean corrupt(int flag, Outcome outcome) {
    if (!(outcome instanceof Allocated got)) {
      return true;
    }
    boolean trashAlone = UmemFlag.trash(flag) && !UmemFlag.pageable(flag);
    boolean cookieOnly = got.address() == 0 && got.cookie() != 0;
    return trashAlone
        ? got.address() != 0
        : cookieOnly || (got.address() != 0 && got.cookie() == 0);
  }
}
