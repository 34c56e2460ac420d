package umemtck.reference.model;

import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Amount;
import umemtck.spec.ddi.Resource;

/** What is arranged and read around the machine: SetFree, PageOut, and looking. */
final class WorldActions implements Action {
  private final ModelConfig config;

  WorldActions(ModelConfig config) {
    this.config = config;
  }

  /** Here the duty is that of the one who arranges the world. */
  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call call) {
    boolean placed = s.withMemory() > 0 || s.exports().allocated();
    if (call instanceof Call.SetFree set && set.resource() == Resource.ADDRESS && placed) {
      return new Answer.Undefined("ALLOC.disjoint", "ADDRESS set only while nothing is allocated");
    }
    if (call instanceof Call.SetFree set && exceeds(s, set)) {
      return new Answer.Undefined(
          "ALLOC.impossible-size", "no more made free than the capacity leaves");
    }
    if (call instanceof Call.GetFree get && get.resource() == Resource.ADDRESS) {
      return new Answer.Undefined("ALLOC.disjoint", "ADDRESS is not read: holes have no sum");
    }
    if (call instanceof Call.IsResident look && s.at(look.address(), config.pageSize()) == null) {
      return new Answer.Undefined("COOKIE.valid-interval", "an address in live memory");
    }
    return null;
  }

  /** Whether the machine would have to hold more than it says it can. */
  private boolean exceeds(UmemState s, Call.SetFree set) {
    boolean shared = s.exports().allocated();
    long used = shared ? SharedArea.PAGES + 2 * config.overhead(set.resource()) : 0;
    for (Allocation a : s.live()) {
      Demand d = Demand.of(config, a);
      if (d.needs(set.resource())) {
        used += d.need(set.resource()) + d.overhead(set.resource());
      }
    }
    return set.amount() < 0
        || (config.saysCapacity() && set.amount() > config.declared().capacity() - used);
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(Breach.UNDECLARED, "a return: the world does not wait");
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(Breach.UNDECLARED, "what the subject declares it can arrange");
    }
    UmemState next = s.ended(p.id());
    if (p.call() instanceof Call.SetFree set) {
      return new Answer.Next(next.set(set.resource(), set.amount()).suspecting(null));
    }
    long amount = ((Amount) outcome).amount();
    if (p.call() instanceof Call.GetFree get) {
      return read(s, next, get.resource(), amount);
    }
    if (p.call() instanceof Call.IsResident look) {
      return resident(s, next, look, amount);
    }
    return new Answer.Next(next.eachLive(Allocation::underPressure));
  }

  private static Answer read(UmemState s, UmemState next, Resource resource, long amount) {
    Budget b = s.budget(resource);
    if (b.read() >= 0 && b.read() != amount) {
      return Answer.forbid(
          s.suspect() == null ? Breach.UNDECLARED : s.suspect(),
          b.read() + " free " + resource + " as before, nothing changed them; found " + amount);
    }
    if (b.known()
        && s.liveCount() == 0
        && !s.exports().allocated()
        && b.alone()
        && next.quiet()
        && amount != b.start()) {
      return Answer.forbid(
          "FREE.entire-buffer/whole",
          "all " + b.start() + " free " + resource + " back, nothing is live; found " + amount);
    }
    if (b.known() && amount < b.certain()) {
      return Answer.forbid(
          outOfBounds(s, b), "at least " + b.certain() + " free " + resource + "; found " + amount);
    }
    if (b.known() && amount > b.possible()) {
      return Answer.forbid(
          outOfBounds(s, b), "at most " + b.possible() + " free " + resource + "; found " + amount);
    }
    return new Answer.Next(b.read() == amount ? next : next.seen(resource, amount));
  }

  /** Who is to blame if there is more or less than there can be. */
  private static String outOfBounds(UmemState s, Budget b) {
    if (s.suspect() != null && s.suspect().startsWith("SHARED.")) {
      return s.suspect();
    }
    return b.freed() ? "FREE.entire-buffer/whole" : Breach.UNDECLARED;
  }

  /**
   * Whether a page of the kernel is kept by locks of what shows it; in illumos one page keeps all
   * of its cookie (COOKIE.softlock-count).
   */
  static boolean softLocked(ModelConfig config, UmemState s, Allocation a, long address) {
    boolean all =
        config.profile() == Profile.ILLUMOS
            && a.kind() == CookieKind.PAGEABLE
            && s.exports().live().stream()
                .filter(e -> e.cookie() == a.cookie() && e.exact())
                .anyMatch(e -> !s.locking().pinning(e.space(), e.where()).isEmpty());
    return all || locked(config, s, a, address);
  }

  /** Whether an application's page that shows this very page is locked. */
  private static boolean locked(ModelConfig config, UmemState s, Allocation a, long address) {
    long page = (address - a.address()) & -config.pageSize();
    for (Export e : s.exports().live()) {
      long at = e.start() + (page - e.koff());
      boolean shown = e.cookie() == a.cookie() && e.exact() && e.where().covers(at);
      if (shown && !s.locking().pinning(e.space(), new Extent(at, config.pageSize())).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Answer resident(UmemState s, UmemState next, Call.IsResident look, long amount) {
    Allocation a = s.at(look.address(), config.pageSize());
    if (a.kind() == CookieKind.NON_PAGEABLE && amount == 0) {
      return Answer.forbid("ALLOC.default-locked/resident", "the page in memory until it is freed");
    }
    if (amount == 0 && softLocked(config, s, a, look.address())) {
      String expected = "the page in memory until it is unlocked";
      Breach nested = new Breach("COOKIE.softlock-count/nested", expected);
      // LOCK.success is about the pages that are locked, and no others.
      return new Answer.Forbidden(
          locked(config, s, a, look.address())
              ? List.of(nested, new Breach("LOCK.success/resident", expected))
              : List.of(nested));
    }
    return new Answer.Next(next);
  }
}
