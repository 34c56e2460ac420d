package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.reference.model.LockFault.Rank;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.CookieRef;

/**
 * {@code ddi_umem_lock} and {@code umem_lockmemory}: charge or deny, then pin, or refund and fail.
 */
final class UmemLockAction implements Action {
  private final ModelConfig config;
  private final LockBlame blame;

  UmemLockAction(ModelConfig config) {
    this.config = config;
    blame = new LockBlame(config);
  }

  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call call) {
    if (context != Context.USER) {
      return new Answer.Undefined("LOCK.context", "user context only");
    }
    LockRequest r = LockRequest.of(s.locking(), proc, call);
    if (s.locking().proc(proc) == null
        || r.owner() == null
        || (LayoutAction.exiting(s, r.owner().id()) && !(r.longterm() && r.vector().calls()))) {
      return new Answer.Undefined("LOCKMEM.proc-null", "a process that is there");
    }
    if (r.owner().borrows()) {
      return new Answer.Undefined("LOCK.fork-exec", "no lock by a child of vfork");
    }
    if (shows(s, r)) {
      return new Answer.Undefined("LOCK.success", "pages that show memory of the kernel, or none");
    }
    return null;
  }

  /** Whether a range has devices that show something else than memory of the kernel. */
  private boolean shows(UmemState s, LockRequest r) {
    return !r.wraps()
        && s.exports().in(r.owner().space(), r.pages(config.pageSize())).stream()
            .anyMatch(
                e ->
                    e.isPrivate()
                        || e.isArea()
                        || !e.exact()
                        || s.find(e.cookie()) == null
                        || !s.find(e.cookie()).hasMemory());
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(
        p.call() instanceof Call.UmemLock ? "LOCK.success/answer" : "LOCKMEM.as-lock/errors",
        "a return: locking does not wait");
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    LockRequest r = LockRequest.of(s.locking(), p.proc(), p.call());
    List<Cause> causes = behindTheCharge(s, p, r);
    if (outcome instanceof Outcome.Panicked) {
      return forbid(
          r.lockmemory()
              ? List.of("LOCKMEM.as-lock/errors")
              : List.of("LOCK.context/user", "LOCK.success/answer"),
          "a return: " + expected(causes));
    }
    Outcome.Locked got = (Outcome.Locked) outcome;
    return got.errno() == 0 ? locked(s, p, r, causes, got) : failed(s, p, r, causes, got);
  }

  /**
   * The state behind the first of the two steps of a call that is out, charge and then pin; null if
   * it cannot be charged now. Only calls that overlap it can tell.
   */
  UmemState charged(UmemState s, Pending p) {
    LockRequest r = LockRequest.of(s.locking(), p.proc(), p.call());
    boolean refused =
        causes(s, r).stream().anyMatch(c -> c.sure() && c.rank().compareTo(Rank.LIMIT) <= 0);
    if (refused || s.locking().chargedFor(p.id()) != null) {
      return null;
    }
    return s.with(s.locking().with(lock(s, p, r, 0, Stage.CHARGED)));
  }

  /**
   * The state in which it is settled that a call that was charged fails, and the charge is still to
   * be given back; null if it cannot fail like this now. Whatever was right between charge and
   * return remains right.
   */
  UmemState failing(UmemState s, Pending p, Outcome outcome) {
    if (p.gaveUp()
        || !(outcome instanceof Outcome.Locked got)
        || got.errno() == 0
        || s.locking().chargedFor(p.id()) == null) {
      return null;
    }
    LockRequest r = LockRequest.of(s.locking(), p.proc(), p.call());
    boolean right = behindTheCharge(s, p, r).stream().anyMatch(c -> c.allows(got.errno()));
    return right ? s.givenUp(p) : null;
  }

  /** Why a call must, or may, be refused; a limit is behind it once it is charged. */
  private List<Cause> behindTheCharge(UmemState s, Pending p, LockRequest r) {
    List<Cause> all = causes(s, r);
    return s.locking().chargedFor(p.id()) == null
        ? all
        : all.stream().filter(c -> c.rank().compareTo(Rank.LIMIT) > 0).toList();
  }

  /** Why what is asked for must, or may, be refused. */
  List<Cause> causes(UmemState s, LockRequest r) {
    boolean changing = LayoutAction.changing(s, r.owner().space(), r.pages(config.pageSize()));
    boolean exiting = LayoutAction.exiting(s, r.owner().id());
    return LockCauses.of(config, s, r, changing, exiting);
  }

  private Answer locked(
      UmemState s, Pending p, LockRequest r, List<Cause> causes, Outcome.Locked got) {
    for (Cause c : causes) {
      if (c.sure()) {
        return forbid(c.facets(), expected(causes));
      }
    }
    if (got.cookie() == 0 || got.cookie() == CookieRef.POISON) {
      return forbid(blame.asLock(r, "LOCK.success/cookie"), "a cookie that is not NULL, with 0");
    }
    Lock old = s.locking().lock(got.cookie());
    if (p.early() != null && p.earlyCookie() != got.cookie()) {
      return Answer.forbid(
          "LOCKMEM.callback-argument/cookie", "the cookie that it was called with");
    }
    boolean called = old != null && old.cleanup() == Cleanup.RUNNING;
    if (s.find(got.cookie()) != null || old != s.locking().spare(got.cookie())) {
      return Answer.forbid(
          called ? "COOKIE.refcount-with-callback/not-reused" : "LOCK.success/cookie",
          "a cookie that nothing live has");
    }
    Lock l = lock(s, p, r, got.cookie(), Stage.HELD);
    Done done = new Done(Deed.LOCKED, l, p.proc(), p.context(), null);
    Locking next =
        s.locking()
            .refunding(p.id()) // What it is charged goes on with the lock.
            .giving(got.cookie())
            .with(l)
            .planted(met(s.locking(), r))
            .after(done);
    return new Answer.Next(s.ended(p.id()).with(absentOutside(next, r)));
  }

  /** What is locked, or charged for it; whoever was charged first carries it. */
  private Lock lock(UmemState s, Pending p, LockRequest r, long cookie, Stage stage) {
    Lock before = s.locking().chargedFor(p.id());
    return new Lock(
        cookie,
        p.id(),
        r.owner().id(),
        r.owner().space(),
        before == null ? r.owner().project() : before.project(),
        before == null ? r.owner().zone() : before.zone(),
        new Extent(r.addr(), r.len()),
        r.flags(),
        before == null ? new Usage(config, s.locking()).charge(r.owner()) : before.charged(),
        stage,
        stage == Stage.CHARGED ? Cleanup.NONE : cleanup(p, r),
        r.lockmemory(),
        false);
  }

  /**
   * What of the planted failures is left after a success: of those that could be met, none; of the
   * others, one that a registration would meet, if there was none (LOCKMEM.short-with-callback).
   */
  private static List<Planted> met(Locking s, LockRequest r) {
    List<Planted> left = new ArrayList<>();
    for (Planted f : s.planted()) {
      boolean registers = f.step() == FaultyStep.REGISTER_CALLBACK;
      if (registers && !r.vector().calls()) {
        left.add(f);
      } else if (registers && !r.longterm()) {
        left.add(new Planted(f.step(), f.errno(), false));
      }
    }
    return left;
  }

  private static Cleanup cleanup(Pending p, LockRequest r) {
    if (!r.lockmemory() || !r.vector().calls()) {
      return Cleanup.NONE;
    }
    if (p.early() != null) {
      return p.early();
    }
    return r.longterm() ? Cleanup.ARMED : Cleanup.MAYBE;
  }

  private Answer failed(
      UmemState s, Pending p, LockRequest r, List<Cause> causes, Outcome.Locked got) {
    if (p.gaveUp() && got.cookie() == 0) {
      Lock asked = Lock.asked(r.owner(), r.lockmemory());
      Done done = new Done(Deed.FAILED, asked, p.proc(), p.context(), "LOCK.rollback/usage");
      return new Answer.Next(s.ended(p.id()).with(s.locking().refunding(p.id()).after(done)));
    }
    List<Cause> why = causes.stream().filter(c -> c.allows(got.errno())).toList();
    if (why.isEmpty()) {
      return forbid(blame.errno(s.locking(), r, causes, got.errno()), expected(causes));
    }
    if (got.cookie() != 0) {
      return forbid(
          blame.asLock(r, "LOCK.cookie-null-on-error/cleared"),
          "a NULL cookie with "
              + Errno.text(got.errno())
              + (got.cookie() == CookieRef.POISON ? "; *cookiep was left as it was" : ""));
    }
    Cause first = causes.stream().filter(Cause::sure).findFirst().orElse(why.get(0));
    if (comesFirst(s, first, why.get(0))) {
      String facet = first.rank() == Rank.ARGUMENTS ? "einval-first" : "limit-before-mapping";
      return Answer.forbid("LOCK.validation-order/" + facet, expected(causes));
    }
    Deed deed = deed(why.get(0));
    Locking next = s.locking().refunding(p.id()).planted(left(s.locking(), r, why, got.errno()));
    if (deed == Deed.FAILED) {
      next = absentOutside(next, r);
    }
    if (deed != Deed.REFUSED && !r.wraps()) {
      next =
          next.remembering(
              new Past(r.owner().space(), r.pages(config.pageSize()), stillLocked(why.get(0))));
    }
    Lock asked = Lock.asked(r.owner(), r.lockmemory());
    Done done = new Done(deed, asked, p.proc(), p.context(), why.get(0).facets().get(0));
    // A refusal takes no cookie either.
    return new Answer.Next(
        s.ended(p.id()).with(next.after(done)).suspecting("ACCT.no-trace-on-deny/cookies"));
  }

  /**
   * Whether another cause was to be seen first. Of a limit that is not sure while an unlock is put
   * off: the worker may have made room just then.
   */
  private static boolean comesFirst(UmemState s, Cause first, Cause why) {
    boolean room =
        first.rank() == Rank.LIMIT
            && s.locking().locks().stream().anyMatch(l -> l.stage() != Stage.HELD);
    return first.sure() && !room && first.rank().compareTo(why.rank()) < 0;
  }

  /** What is broken if pages are locked though the lock failed. */
  private static String stillLocked(Cause why) {
    String facet = why.facets().get(0);
    if (why.rank() == Rank.LIMIT) {
      return "LOCK.enomem-limit/no-page-locked";
    }
    return switch (facet) {
      case "LOCK.efault-unmapped/errno" -> "LOCK.efault-unmapped/nothing-locked";
      case "LOCKMEM.longterm-shared-file/efault" -> "LOCKMEM.longterm-shared-file/undone";
      case "LOCKMEM.registration-failure/fault", "LOCKMEM.registration-failure/exiting" -> facet;
      default -> "LOCK.rollback/usage";
    };
  }

  private static Deed deed(Cause why) {
    return switch (why.rank()) {
      case ARGUMENTS -> Deed.REFUSED;
      case LIMIT ->
          why.facets().contains("LOCK.enomem-limit/zone") ? Deed.DENIED_BY_ZONE : Deed.DENIED;
      default -> Deed.FAILED;
    };
  }

  /** What of the planted failures is left after a failure, and whether that is sure. */
  private static List<Planted> left(Locking s, LockRequest r, List<Cause> why, int errno) {
    boolean before = why.get(0).rank().compareTo(Rank.LIMIT) <= 0 && why.get(0).sure();
    List<Planted> left = new ArrayList<>();
    for (Planted f : s.planted()) {
      boolean meets = f.step() == FaultyStep.PAGE_LOCK || r.vector().calls();
      if (!meets || before) {
        left.add(f);
      } else if (f.errno() != errno || why.size() > 1) {
        left.add(new Planted(f.step(), f.errno(), false));
      }
    }
    return left;
  }

  private Locking absentOutside(Locking s, LockRequest r) {
    if (s.absent().isEmpty() || r.wraps()) {
      return s;
    }
    Extent e = r.pages(config.pageSize());
    return s.absent(
        Locking.minus(s.absent(), a -> a.space() == r.owner().space() && e.covers(a.addr())));
  }

  private static Answer forbid(List<String> facets, String expected) {
    return new Answer.Forbidden(facets.stream().map(f -> new Breach(f, expected)).toList());
  }

  private static String expected(List<Cause> causes) {
    for (Cause c : causes) {
      if (c.sure()) {
        String errno = c.errno() == Cause.ANY ? "an errno" : Errno.text(c.errno());
        return errno + ": " + c.what();
      }
    }
    return "0 and a cookie";
  }
}
