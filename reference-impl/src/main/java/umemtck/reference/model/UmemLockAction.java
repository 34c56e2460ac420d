package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.CookieRef;

/**
 * {@code ddi_umem_lock} and {@code umem_lockmemory}: charge or deny, then pin, or refund and fail.
 */
final class UmemLockAction implements Action {
  private final ModelConfig config;

  UmemLockAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call call) {
    if (context != Context.USER) {
      return new Answer.Undefined("LOCK.context", "user context only");
    }
    LockRequest r = LockRequest.of(s.locking(), proc, call);
    if (r.owner() == null || LayoutAction.exiting(s, r.owner().id())) {
      return new Answer.Undefined("LOCKMEM.proc-null", "a process that is there");
    }
    if (r.owner().borrows()) {
      return new Answer.Undefined("LOCK.fork-exec", "no lock by a child of vfork");
    }
    return null;
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(
        p.call() instanceof Call.UmemLock ? "LOCK.success/answer" : "LOCKMEM.as-lock/success",
        "a return: locking does not wait");
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    LockRequest r = LockRequest.of(s.locking(), p.proc(), p.call());
    boolean changing = r.len() != 0 && !r.wraps() && LayoutAction.changing(s, r, config.pageSize());
    List<Cause> causes = LockCauses.of(config, s.locking(), r, changing);
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid(blame(r, causes), "a return: " + expected(causes));
    }
    Outcome.Locked got = (Outcome.Locked) outcome;
    return got.errno() == 0 ? locked(s, p, r, causes, got) : failed(s, p, r, causes, got);
  }

  private Answer locked(
      UmemState s, Pending p, LockRequest r, List<Cause> causes, Outcome.Locked got) {
    for (Cause c : causes) {
      if (c.sure()) {
        return forbid(c, expected(causes));
      }
    }
    if (got.cookie() == 0 || got.cookie() == CookieRef.POISON) {
      return Answer.forbid("LOCK.success/cookie", "a cookie that is not NULL, with 0");
    }
    if (s.find(got.cookie()) != null || s.locking().lock(got.cookie()) != null) {
      Lock old = s.locking().lock(got.cookie());
      return Answer.forbid(
          old != null && old.stage() == Stage.GONE
              ? "LOCKMEM.callback-after-unlock/cookie-readable"
              : "LOCK.overlap/independent",
          "a cookie that nothing live has");
    }
    Lock l =
        new Lock(
            got.cookie(),
            p.id(),
            r.owner().id(),
            r.owner().space(),
            r.owner().project(),
            r.owner().zone(),
            new Extent(r.addr(), r.len()),
            new Usage(config, s.locking()).charge(r.owner()),
            Stage.HELD,
            cleanup(p, r));
    Locking next = s.locking().with(l).planted(met(s.locking(), r)).after(Deed.LOCKED, l);
    return new Answer.Next(s.ended(p.id()).with(absentOutside(next, r)));
  }

  /** What of the planted failures is left after a success: of those that could be met, none. */
  private static List<Planted> met(Locking s, LockRequest r) {
    return Locking.minus(s.planted(), f -> f.step() == FaultyStep.PAGE_LOCK || r.vector().calls());
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
    List<Cause> why = causes.stream().filter(c -> c.allows(got.errno())).toList();
    if (why.isEmpty()) {
      return Answer.forbid(wrongErrno(s, r, causes, got.errno()), expected(causes));
    }
    if (got.cookie() != 0) {
      return Answer.forbid(
          "LOCK.cookie-null-on-error/null",
          "a NULL cookie with "
              + Errno.text(got.errno())
              + (got.cookie() == CookieRef.POISON ? "; *cookiep was left as it was" : ""));
    }
    boolean denied = got.errno() == Errno.ENOMEM && why.get(0).facet().startsWith("ACCT.");
    Deed deed = denied ? Deed.DENIED : got.errno() == Errno.EINVAL ? Deed.REFUSED : Deed.FAILED;
    Locking next = s.locking().planted(left(s.locking(), r, causes, got.errno()));
    if (deed == Deed.FAILED) {
      next = absentOutside(next, r);
    }
    return new Answer.Next(s.ended(p.id()).with(next.after(deed, null)));
  }

  /** What of the planted failures is left after a failure, and whether that is sure. */
  private static List<Planted> left(Locking s, LockRequest r, List<Cause> causes, int errno) {
    boolean before =
        causes.stream()
                .anyMatch(
                    c -> c.sure() && c.allows(errno) && !c.facet().startsWith("LOCK.resource"))
            && (errno == Errno.EINVAL);
    List<Planted> left = new ArrayList<>();
    for (Planted f : s.planted()) {
      boolean meets = f.step() == FaultyStep.PAGE_LOCK || r.vector().calls();
      long others = causes.stream().filter(c -> c.allows(errno)).count() - 1;
      if (!meets || before) {
        left.add(f);
      } else if (f.errno() != errno || others > 0) {
        left.add(new Planted(f.step(), f.errno(), false));
      }
    }
    return left;
  }

  private Locking absentOutside(Locking s, LockRequest r) {
    if (s.absent().isEmpty() || r.len() == 0 || r.wraps()) {
      return s;
    }
    Extent e = r.pages(config.pageSize());
    return s.absent(
        Locking.minus(s.absent(), a -> a.space() == r.owner().space() && e.covers(a.addr())));
  }

  private static Answer forbid(Cause c, String expected) {
    return Answer.forbid(c.facet(), expected);
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

  private String blame(LockRequest r, List<Cause> causes) {
    return causes.stream()
        .filter(Cause::sure)
        .map(Cause::facet)
        .findFirst()
        .orElse(r.lockmemory() ? "LOCKMEM.as-lock/success" : "LOCK.success/answer");
  }

  /** Who is to blame for an errno that nothing calls for. */
  private String wrongErrno(UmemState s, LockRequest r, List<Cause> causes, int errno) {
    Cause first = causes.stream().filter(Cause::sure).findFirst().orElse(null);
    if (first != null) {
      boolean denial = first.facet().startsWith("ACCT.");
      return denial ? "ACCT.errno/enomem" : first.facet();
    }
    Locking l = s.locking();
    Extent pages = r.pages(config.pageSize());
    List<Mapping> mapped = l.mapped(r.owner().space(), pages);
    if (errno == Errno.ENOMEM) {
      return atLimit(l, r) ? "ACCT.exactly-at-limit/succeeds" : "ACCT.project-limit/granted";
    }
    if (errno == Errno.EINVAL && (r.flags() & 0x3) == 0x3 && config.profile() == Profile.ILLUMOS) {
      return "LOCK.flags-both/accepted";
    }
    if (mapped.size() > 1 && errno == Errno.EFAULT) {
      return "LOCK.multi-segment/locked";
    }
    if (!l.pinning(r.owner().space(), pages).isEmpty()) {
      return "LOCK.overlap/independent";
    }
    if (!r.lockmemory()) {
      return "LOCK.success/answer";
    }
    if (!r.named() && errno != Errno.EINVAL) {
      return "LOCKMEM.proc-null/current";
    }
    if (r.longterm()) {
      return besideSharedFile(l, r, pages)
          ? "LOCKMEM.longterm-range-only/succeeds"
          : "LOCKMEM.longterm-seg-kinds/ordinary";
    }
    return r.vector().equals(CallbackVector.NONE)
        ? "LOCKMEM.callback-optional/null-vector"
        : "LOCKMEM.as-lock/success";
  }

  private boolean atLimit(Locking s, LockRequest r) {
    Usage u = new Usage(config, s);
    return atLimit(u, Holder.PROJECT, r.owner().project(), r.len())
        || atLimit(u, Holder.ZONE, r.owner().zone(), r.len());
  }

  private static boolean atLimit(Usage u, Holder of, long id, long more) {
    Long limit = u.limit(of, id);
    return limit != null && limit == u.certain(of, id) + more;
  }

  private boolean besideSharedFile(Locking s, LockRequest r, Extent pages) {
    long p = config.pageSize();
    Extent wider = new Extent(pages.addr() - p, pages.len() + 2 * p);
    return s.mapped(r.owner().space(), wider).stream()
        .anyMatch(m -> m.kind() == MappingKind.FILE_SHARED);
  }
}
