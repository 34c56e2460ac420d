package umemtck.conformance.session;

import umemtck.conformance.judge.Situation;
import umemtck.reference.model.Answer;

/** Which situation a broken duty is. */
final class Misuses {
  private Misuses() {}

  static Situation situation(Answer.Undefined broken, boolean wasLive) {
    return switch (broken.clause()) {
      case "ALLOC.flag-conflict" -> Situation.FLAG_CONFLICT;
      case "ALLOC.flag-unknown" -> Situation.FLAG_UNKNOWN;
      case "ALLOC.context" -> Situation.SLEEP_INTERRUPT;
      case "LOCK.context", "UNLOCK.alloc-cookie" -> Situation.LOCK_MISUSE;
      case "FREE.exactly-once" -> wasLive ? Situation.FREED_TWICE : Situation.FREED_STRANGER;
      default -> throw new IllegalStateException("the kit does not misuse " + broken.clause());
    };
  }
}
