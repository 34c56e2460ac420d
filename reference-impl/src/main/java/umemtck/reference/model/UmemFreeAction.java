package umemtck.reference.model;

import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Call.UmemFree;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Outcome;

/** {@code ddi_umem_free}: UmemFree and UmemFreeNull. */
final class UmemFreeAction implements Action {
  private final ModelConfig config;

  UmemFreeAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call called) {
    long cookie = ((UmemFree) called).cookie();
    if (context == Context.HIGH_LEVEL_INTERRUPT) {
      return new Answer.Undefined("FREE.context", "no call at high level");
    }
    if (cookie == 0) {
      return null;
    }
    Allocation a = s.find(cookie);
    if (a == null || (!s.quiet() && beingFreed(s, cookie))) {
      return new Answer.Undefined("FREE.exactly-once", "a live cookie, freed once");
    }
    if (UmemIosetupAction.uses(s, cookie)) {
      return new Answer.Undefined("COOKIE.no-buf-reference", "no live buf on the cookie");
    }
    if (ExportCookies.uses(s, cookie)) {
      return softLocked(s, a)
          ? new Answer.Undefined("FREE.pageable-softlocked", "no soft-lock on pageable memory")
          : new Answer.Undefined("FREE.while-mapped", "memory that is mapped nowhere");
    }
    if (a.kind() != CookieKind.NON_PAGEABLE && context == Context.INTERRUPT) {
      return new Answer.Undefined("FREE.context", "only locked memory freed from an interrupt");
    }
    return null;
  }

  /** Whether pages of a device that shows pageable memory are locked. */
  private static boolean softLocked(UmemState s, Allocation a) {
    return a.kind() == CookieKind.PAGEABLE
        && s.exports().live().stream()
            .filter(e -> e.cookie() == a.cookie())
            .anyMatch(e -> !s.locking().pinning(e.space(), e.where()).isEmpty());
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    long cookie = ((UmemFree) p.call()).cookie();
    if (outcome instanceof Outcome.Panicked) {
      return new Answer.Forbidden(
          List.of(
              blame(p, "a return: the cookie is still valid", "COOKIE.valid-interval/until-free")));
    }
    if (cookie == 0) {
      return new Answer.Next(s.ended(p.id()).suspecting("FREE.null-noop/no-effect"));
    }
    Allocation a = s.find(cookie);
    String suspect = a.hasMemory() ? "FREE.entire-buffer/whole" : "ALLOC.trash/no-backing";
    return new Answer.Next(
        s.ended(p.id())
            .minus(a, Demand.of(config, a))
            .suspecting(suspect)
            .with(s.exports().released(cookie)));
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return blame(p, "a return: freeing does not wait", "FREE.entire-buffer/whole");
  }

  private static Breach blame(Pending p, String expected, String otherwise) {
    if (((UmemFree) p.call()).cookie() == 0) {
      return new Breach("FREE.null-noop/no-effect", expected);
    }
    return switch (p.context()) {
      case INTERRUPT -> new Breach("FREE.context/interrupt", expected);
      case KERNEL -> new Breach("FREE.context/kernel", expected);
      default -> new Breach(otherwise, expected);
    };
  }

  private static boolean beingFreed(UmemState s, long cookie) {
    for (Pending p : s.pending()) {
      if (p.call() instanceof UmemFree f && f.cookie() == cookie) {
        return true;
      }
    }
    return false;
  }
}
