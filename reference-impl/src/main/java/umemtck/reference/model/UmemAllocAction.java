package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Call.UmemAlloc;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.Feature;

/** {@code ddi_umem_alloc}: UmemAlloc, UmemAllocRefused, UmemAllocSleeps and UmemAllocWakes. */
final class UmemAllocAction implements Action {
  private static final String NULL_NULL = "NULL and a NULL cookie";

  private final ModelConfig config;
  private final Placement placement;

  UmemAllocAction(ModelConfig config) {
    this.config = config;
    placement = new Placement(config);
  }

  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call called) {
    int flag = ((UmemAlloc) called).flag();
    if (UmemFlag.unknown(flag)) {
      return new Answer.Undefined("ALLOC.flag-unknown", "only bits that have a meaning");
    }
    if (UmemFlag.trash(flag) && UmemFlag.pageable(flag)) {
      return new Answer.Undefined("ALLOC.flag-conflict", "PAGEABLE or TRASH, not both");
    }
    if (UmemFlag.trash(flag) && !config.offers(Feature.TRASH)) {
      return new Answer.Undefined("ALLOC.trash", "TRASH only where it is offered");
    }
    if (context == Context.HIGH_LEVEL_INTERRUPT || (UmemFlag.sleeps(flag) && !context.maySleep())) {
      return new Answer.Undefined("ALLOC.context", "SLEEP only in user or kernel context");
    }
    return null;
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    UmemAlloc call = (UmemAlloc) p.call();
    CookieKind kind = CookieKind.allocatedWith(call.flag());
    Demand demand = Demand.of(config, call);
    if (outcome instanceof Outcome.Panicked) {
      return forbidden(s, p, demand, "a return");
    }
    Allocated got = (Allocated) outcome;
    boolean success = kind == CookieKind.TRASH ? got.cookie() != 0 : got.address() != 0;
    return success ? succeeded(s.ended(p.id()), p, got, demand, kind) : refused(s, p, got, demand);
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    UmemAlloc call = (UmemAlloc) p.call();
    if (!UmemFlag.sleeps(call.flag())) {
      return new Breach("ALLOC.nosleep-null/does-not-block", "a return: NOSLEEP does not block");
    }
    if (call.size() == 0) {
      return new Breach("ALLOC.size-zero/refused", NULL_NULL);
    }
    if (config.wraps(call.size())) {
      return null;
    }
    Demand demand = Demand.of(config, call);
    boolean owed = !demand.impossible() && promised(call) && demand.fits(s);
    if (!owed && !p.decided()) {
      return null;
    }
    return p.enough()
        ? new Breach("ALLOC.sleep-succeeds/enough-at-once", "memory: enough is free")
        : new Breach("ALLOC.sleep-succeeds/woken", "the sleeper to be woken: enough is free");
  }

  /**
   * The state in which it is settled that a call is refused, though there is enough: other calls
   * are at it just now, and may have had it in hand. Only calls that overlap it can make that so.
   *
   * @return null if it cannot be refused for that
   */
  UmemState failing(UmemState s, Pending p, Outcome outcome) {
    if (p.decided() || !Allocated.REFUSED.equals(outcome)) {
      return null;
    }
    UmemState left = s;
    for (Pending other : s.pending()) {
      if (other.id() != p.id() && other.call() instanceof UmemAlloc c && !other.decided()) {
        Demand theirs = Demand.of(config, c);
        left = theirs.impossible() ? left : left.without(theirs);
      }
    }
    boolean right = left != s && returned(left, p, outcome) instanceof Answer.Next;
    return right ? s.givenUp(p) : null;
  }

  private Answer refused(UmemState s, Pending p, Allocated got, Demand demand) {
    UmemAlloc call = (UmemAlloc) p.call();
    if (got.cookie() != 0) {
      return Answer.forbid(
          "ALLOC.cookie-out/failure",
          got.cookie() == CookieRef.POISON
              ? "a NULL cookie with NULL; *cookiep was left as it was before the call"
              : "a NULL cookie with NULL");
    }
    if (got.address() != 0) {
      return Answer.forbid("ALLOC.trash/answer", "NULL as the address, TRASH has no memory");
    }
    if (p.took()) {
      return Answer.forbid("ALLOC.sleep-succeeds/enough-at-once", "memory: it took what was free");
    }
    if (p.gaveUp()) {
      return next(s, p, "ALLOC.nosleep-null/refusal-changes-nothing");
    }
    if (call.size() == 0) {
      return next(s, p, "ALLOC.size-zero/consumes-nothing");
    }
    if (config.wraps(call.size()) || demand.impossible()) {
      return next(s, p, "ALLOC.nosleep-null/refusal-changes-nothing");
    }
    if (!promised(call)) {
      return next(s, p, "ALLOC.nosleep-null/refusal-changes-nothing");
    }
    if (demand.fits(s)) {
      return forbidden(s, p, demand, "no refusal");
    }
    if (UmemFlag.sleeps(call.flag()) && demand.satisfiable(s)) {
      if (!UmemFlag.pageable(call.flag())) {
        return inContext(p, "ALLOC.sleep-succeeds/never-null", "no NULL: SLEEP waits");
      }
      boolean swapShort = !demand.enough(s, Resource.SWAP);
      if (config.profile() == Profile.DOCUMENTED || !swapShort) {
        return inContext(p, "ALLOC.sleep-succeeds/pageable-never-null", "no NULL: SLEEP waits");
      }
    }
    return next(s, p, "ALLOC.nosleep-null/refusal-changes-nothing");
  }

  /**
   * Whether success is owed at all: TRASH is a quality, not a promise, where it is undocumented.
   */
  boolean promised(UmemAlloc call) {
    return !UmemFlag.trash(call.flag()) || config.profile() != Profile.DOCUMENTED;
  }

  private static Answer next(UmemState s, Pending p, String suspect) {
    return new Answer.Next(s.ended(p.id()).suspecting(suspect));
  }

  private Answer succeeded(UmemState s, Pending p, Allocated got, Demand demand, CookieKind kind) {
    UmemAlloc call = (UmemAlloc) p.call();
    boolean sleeps = UmemFlag.sleeps(call.flag());
    if (call.size() == 0) {
      return Answer.forbid("ALLOC.size-zero/refused", NULL_NULL);
    }
    if (p.gaveUp()) {
      return Answer.forbid("ALLOC.sleep-succeeds/waits-while-short", "NULL: it was refused");
    }
    if (config.wraps(call.size())) {
      return Answer.forbid(
          "ALLOC.near-max-wrap/" + (sleeps ? "sleep" : "nosleep"),
          (sleeps ? "NULL and a NULL cookie, or no return" : NULL_NULL)
              + ": the size rounds up past SIZE_MAX");
    }
    if (demand.impossible()) {
      return sleeps
          ? Answer.forbid("ALLOC.round-up/usable", "no memory that this machine cannot have")
          : Answer.forbid("ALLOC.impossible-size/nosleep", NULL_NULL);
    }
    List<Breach> breaches = new ArrayList<>(2);
    Resource lacking = p.took() ? null : demand.lacks(s);
    if (lacking != null) {
      breaches.add(
          sleeps
              ? new Breach(
                  "ALLOC.sleep-succeeds/waits-while-short", "a wait: " + lacking + " are short")
              : new Breach(
                  "ALLOC.nosleep-null/null-when-short", NULL_NULL + ": " + lacking + " are short"));
    }
    placement.cookie(s, got.cookie(), breaches);
    int born = p.took() ? p.tookAt() : s.settings();
    Allocation a;
    if (kind == CookieKind.TRASH) {
      if (got.address() != 0) {
        breaches.add(new Breach("ALLOC.trash/answer", "NULL, with the cookie"));
      }
      a = new Allocation(got.cookie(), kind, 0, call.size(), 0, born, false, null);
    } else {
      long length = config.roundUp(call.size());
      placement.address(s, got.address(), length, breaches);
      a =
          new Allocation(
              got.cookie(),
              kind,
              got.address(),
              call.size(),
              demand.need(Resource.PAGES),
              born,
              false,
              Contents.zeros(length));
    }
    if (!breaches.isEmpty()) {
      return new Answer.Forbidden(breaches);
    }
    UmemState next =
        (p.took() ? s : s.without(demand))
            .plus(a)
            .with(notCharged(s.locking().giving(got.cookie())));
    if (kind == CookieKind.TRASH) {
      return new Answer.Next(next.suspecting("ALLOC.trash/no-backing"));
    }
    // What it took before a setting does not count after it: if it does, it was taken just now.
    return new Answer.Next(
        next.suspecting(p.took() ? "ALLOC.sleep-succeeds/waits-while-short" : null));
  }

  /** ALLOC.not-charged: if a usage is wrong now, the allocation is to blame. */
  private static Locking notCharged(Locking k) {
    return k.done().deed() == Deed.ALLOCATED ? k : k.after(Deed.ALLOCATED, null);
  }

  /** A refusal, or a panic, where the contract asks for something else: for what. */
  private Answer forbidden(UmemState s, Pending p, Demand demand, String expected) {
    UmemAlloc call = (UmemAlloc) p.call();
    boolean sleeps = UmemFlag.sleeps(call.flag());
    if (call.size() == 0) {
      return Answer.forbid("ALLOC.size-zero/refused", NULL_NULL);
    }
    if (config.wraps(call.size())) {
      return Answer.forbid("ALLOC.near-max-wrap/" + (sleeps ? "sleep" : "nosleep"), NULL_NULL);
    }
    if (demand.impossible()) {
      return Answer.forbid("ALLOC.impossible-size/" + (sleeps ? "sleep" : "nosleep"), NULL_NULL);
    }
    if (UmemFlag.trash(call.flag())) {
      return Answer.forbid("ALLOC.trash/answer", "NULL with a cookie");
    }
    if (!demand.fits(s)) {
      return sleeps
          ? inContext(p, "ALLOC.sleep-succeeds/waits-while-short", "memory, or a wait for it")
          : inContext(p, "ALLOC.nosleep-null/null-when-short", expected + ", NULL at worst");
    }
    String enough = "memory: enough is free";
    return inContext(
        p,
        sleeps ? "ALLOC.sleep-succeeds/enough-at-once" : "ALLOC.nosleep-null/only-when-short",
        enough);
  }

  /**
   * What is answered wrongly from another context than that of a user is blamed on the context: who
   * asks for the simplest call that fails has tried it from user context.
   */
  private static Answer inContext(Pending p, String facet, String expected) {
    boolean sleeps = UmemFlag.sleeps(((UmemAlloc) p.call()).flag());
    if (p.context() == Context.INTERRUPT) {
      return Answer.forbid("ALLOC.context/nosleep-interrupt", expected);
    }
    Breach breach = new Breach(facet, expected);
    return new Answer.Forbidden(
        sleeps && p.context() == Context.KERNEL
            ? List.of(new Breach("ALLOC.context/sleep-kernel", expected), breach)
            : List.of(breach));
  }
}
