package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;

/** Reads what is counted as locked, and says who is to blame if that is wrong. */
final class UsageAction implements Action {
  private final ModelConfig config;

  UsageAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    Call.GetLocked g = (Call.GetLocked) call;
    boolean there =
        switch (g.of()) {
          case PROJECT -> s.locking().home(g.id()) != null;
          case ZONE -> s.locking().hasZone(g.id());
          case PROCESS -> s.locking().proc(g.id()) != null;
        };
    return there ? null : new Answer.Undefined("ACCT.observable", "who and what is there");
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(Breach.UNDECLARED, "what the subject declares it can arrange");
    }
    Call.GetLocked g = (Call.GetLocked) p.call();
    long got = ((Outcome.Amount) outcome).amount();
    Usage u = new Usage(config, s.locking());
    long least = u.certain(g.of(), g.id());
    long most = u.possible(g.of(), g.id());
    if (Long.compareUnsigned(got, least) < 0 || Long.compareUnsigned(got, most) > 0) {
      return new Answer.Forbidden(blame(s.locking(), g, least, most, got));
    }
    UmemState next = s.ended(p.id());
    if (least == most || (got != least && got != most)) {
      return new Answer.Next(next);
    }
    Charged found = got == least ? Charged.NO : Charged.YES;
    return new Answer.Next(
        next.with(
            s.locking()
                .eachLock(
                    l ->
                        l.charged() == Charged.EITHER && Usage.belongs(l, g.of(), g.id())
                            ? l.with(found)
                            : l)));
  }

  private List<Breach> blame(Locking s, Call.GetLocked g, long least, long most, long got) {
    String expected =
        Long.toUnsignedString(least)
            + (least == most ? "" : " to " + Long.toUnsignedString(most))
            + " bytes counted for "
            + g.of()
            + " "
            + g.id()
            + "; found "
            + Long.toUnsignedString(got);
    List<Breach> all = new ArrayList<>(3);
    if (got < 0 && least >= 0) {
      all.add(new Breach("ACCT.non-negative/no-wrap", expected));
    }
    all.add(new Breach(facet(s, g, least, got), expected));
    all.add(new Breach("ACCT.conservation/" + g.of().name().toLowerCase(), expected));
    return all;
  }

  private String facet(Locking s, Call.GetLocked g, long least, long got) {
    Lock l = s.doneTo();
    return switch (s.deed()) {
      case LOCKED -> locked(s, g, l, least, got);
      case DENIED -> "ACCT.no-trace-on-deny/usage";
      case FAILED -> "LOCK.rollback/charge";
      case REFUSED -> "LOCK.validation-order/nothing-charged";
      case UNLOCKED -> unlocked(g, l, least, got);
      case QUEUED -> queued(g, l, least, got);
      case SETTLED -> "UNLOCK.deferred-eventually/performed";
      case MOVED, ZONE_ENTERED ->
          config.profile() == Profile.DOCUMENTED
              ? "ACCT.credit-same-party/stays"
              : s.deed() == Deed.MOVED ? "ACCT.move-carries-charge/moves" : "ACCT.zone-move/moves";
      case MOVE_DENIED -> "ACCT.move-denied/nothing-moves";
      case EXITED -> "ACCT.exit/nothing-remains";
      case MLOCKED -> "ACCT.shared-counter/mlock";
      case LIMITED -> "ACCT.limit-lowered/existing-stays";
      case ALLOCATED -> "ALLOC.not-charged/usage";
      case CALLED_BACK -> "LOCKMEM.unlock-still-required/still-charged";
      case NOTHING -> "ACCT.conservation/" + g.of().name().toLowerCase();
    };
  }

  private String locked(Locking s, Call.GetLocked g, Lock l, long least, long got) {
    if (!Usage.belongs(l, g.of(), g.id())) {
      return "ACCT.owner-not-caller/owner";
    }
    long before = least - (l.charged() == Charged.YES ? l.len() : 0);
    boolean overlaps =
        s.locks().stream()
            .anyMatch(
                o ->
                    o.of() != l.of()
                        && o.pinned()
                        && o.space() == l.space()
                        && o.where().touches(l.where()));
    boolean uncounted = got == before;
    return overlaps || uncounted ? "ACCT.full-price/charged" : "ACCT.exact-size/charged";
  }

  private static String unlocked(Call.GetLocked g, Lock l, long least, long got) {
    if (!Usage.belongs(l, g.of(), g.id())) {
      return "UNLOCK.any-thread/owner";
    }
    return got == least + l.len() ? "UNLOCK.releases/charge" : "ACCT.exact-size/returned";
  }

  private String queued(Call.GetLocked g, Lock l, long least, long got) {
    if (!Usage.belongs(l, g.of(), g.id())) {
      return "UNLOCK.any-thread/owner";
    }
    return got == least - l.len()
        ? "UNLOCK.credit-when-real/not-before"
        : "ACCT.exact-size/returned";
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: looking does not wait");
  }
}
