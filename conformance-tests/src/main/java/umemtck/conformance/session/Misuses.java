package umemtck.conformance.session;

import java.util.Optional;
import umemtck.conformance.judge.Situation;
import umemtck.reference.model.Answer;

/**
 * Which situation a broken duty is. A duty that is not here is not broken on purpose: no facet says
 * what a subject owes then.
 */
public final class Misuses {
  private Misuses() {}

  /** Whether a subject that declares CHECKED owes a diagnosis. */
  public static boolean isDiagnosed(Answer.Undefined broken, boolean wasLive) {
    return situation(broken, wasLive).isPresent();
  }

  static Optional<Situation> situation(Answer.Undefined broken, boolean wasLive) {
    return switch (broken.clause()) {
      case "ALLOC.flag-conflict" -> Optional.of(Situation.FLAG_CONFLICT);
      case "ALLOC.flag-unknown" -> Optional.of(Situation.FLAG_UNKNOWN);
      case "ALLOC.context" -> Optional.of(Situation.SLEEP_INTERRUPT);
      case "FREE.exactly-once" ->
          Optional.of(wasLive ? Situation.FREED_TWICE : Situation.FREED_STRANGER);
      case "COOKIE.no-buf-reference" -> Optional.of(Situation.RELEASED_UNDER_A_BUF);
      case "FREE.while-mapped" -> Optional.of(Situation.FREED_WHILE_MAPPED);
      case "FREE.pageable-softlocked" -> Optional.of(Situation.FREED_WHILE_SOFTLOCKED);
      case "IOSETUP.context" -> Optional.of(Situation.BUF_SLEEP_INTERRUPT);
      case "LOCK.context", "UNLOCK.alloc-cookie" -> Optional.of(Situation.LOCK_MISUSE);
      default -> Optional.empty();
    };
  }
}
