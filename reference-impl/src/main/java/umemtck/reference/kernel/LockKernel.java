package umemtck.reference.kernel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.LockFaults;
import umemtck.spec.subject.UmemCallbackOps;
import umemtck.spec.subject.UmemLockMemory;
import umemtck.spec.subject.UmemLocking;
import umemtck.spec.subject.Waits;

/** Locks: ddi_umem_lock and umem_lockmemory, step by step. */
abstract class LockKernel extends LockChecks implements UmemLocking, UmemLockMemory, LockFaults {
  private final Map<FaultyStep, Integer> faults = new EnumMap<>(FaultyStep.class);

  LockKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  @Override
  public int ddi_umem_lock(long addr, long len, int flags, CookieRef cookiep) {
    return lock(false, addr, len, flags, cookiep, null, 0);
  }

  @Override
  public int umem_lockmemory(
      long addr, long len, int flags, CookieRef cookiep, UmemCallbackOps ops_vector, long procp) {
    return lock(true, addr, len, flags, cookiep, ops_vector, procp);
  }

  private int lock(
      boolean lockmemory,
      long addr,
      long len,
      int flags,
      CookieRef cookiep,
      UmemCallbackOps ops,
      long procp) {
    int errno;
    synchronized (this) {
      mustBeUp();
      diagnoseLock();
      LockRequest r = new LockRequest(lockmemory, ownerOf(procp), addr, len, flags, ops);
      cookiep.set(0);
      errno = isValid(r) ? charged(r, cookiep) : fail(r, Errno.EINVAL, cookiep);
    }
    if (errno == 0) {
      // A change that waits may have to call this one's function, too.
      waits().changed();
    }
    return errno;
  }

  private int charged(LockRequest r, CookieRef cookiep) {
    Lock l = new Lock(r, rangeOf(r.addr(), r.len()));
    if (isCounted(r)) {
      Party payer = payer(r);
      long price = price(r);
      if (!admits(payer, price)) {
        return fail(r, Errno.ENOMEM, cookiep);
      }
      charge(l, payer, price);
    }
    int errno = locked(l);
    if (errno != 0) {
      refund(l);
      return fail(r, errno, cookiep);
    }
    return succeed(l, cookiep);
  }

  private int locked(Lock l) {
    LockRequest r = l.request();
    int errno = checkRange(l);
    if (errno == 0) {
      errno = pinPages(l);
    }
    if (errno == 0 && r.calls()) {
      errno = register(l);
      if (errno != 0) {
        undoPins(l);
      }
    }
    return errno;
  }

  // ---- The steps of a lock behind the checks, in their order.

  /** Whether the lock is charged at all: in illumos not without limits (ACCT.unlimited-bypass). */
  protected boolean isCounted(LockRequest r) {
    return options().profile() == Profile.DOCUMENTED || !isUnlimited(payer(r));
  }

  /** Who is charged: the owner of the pages (ACCT.owner-not-caller). */
  protected Party payer(LockRequest r) {
    return r.proc().party();
  }

  /** How much is charged: the whole length, whoever else has locked (ACCT.full-price). */
  protected long price(LockRequest r) {
    return r.len();
  }

  /** Charges. The lock remembers whom, and how much. */
  protected void charge(Lock l, Party whom, long bytes) {
    l.setCharge(whom, bytes);
    count(whom, bytes, 1);
  }

  /** Pins page by page; a shortage shows at the last one, and undoes the others. */
  protected int pinPages(Lock l) {
    int shortage = nextFault(FaultyStep.PAGE_LOCK);
    List<UserPage> pages = new ArrayList<>(l.space().pages(l.range()));
    List<UserPage> pinned = shortage == 0 ? pages : pages.subList(0, Math.max(0, pages.size() - 1));
    pinned.forEach(this::pin);
    l.setPinned(pinned);
    if (shortage != 0) {
      undoPins(l);
    }
    return shortage;
  }

  /** Pins one page: it can neither leave memory nor be unmapped. Counted. */
  protected void pin(UserPage page) {
    page.setPins(page.pins() + 1);
  }

  /** Lets the pages of a lock that fails go (LOCK.rollback, LOCKMEM.registration-failure). */
  protected void undoPins(Lock l) {
    l.pinned().forEach(this::unpin);
    l.setPinned(List.of());
  }

  /** Registers the cleanup function; returns an errno (LOCKMEM.registration-failure). */
  protected int register(Lock l) {
    int shortage = nextFault(FaultyStep.REGISTER_CALLBACK);
    if (shortage != 0) {
      return shortage;
    }
    if (l.space().owner().isExiting()) {
      return Errno.ENOMEM;
    }
    l.setCallback(Lock.Callback.ARMED);
    return 0;
  }

  /** Gives the charge of a lock that fails back, in full (LOCK.rollback). */
  protected void refund(Lock l) {
    if (l.chargedTo() != null) {
      count(l.chargedTo(), l.charged(), -1);
    }
  }

  /** Answers a failure; the cookie is NULL already (LOCK.cookie-null-on-error). */
  protected int fail(LockRequest r, int errno, CookieRef cookiep) {
    return errno;
  }

  /** Brings the pages in, and gives the cookie (LOCK.success). */
  protected int succeed(Lock l, CookieRef cookiep) {
    // Last, so that a lock that fails brings nothing in.
    l.pinned().forEach(this::bringIn);
    l.setCookie(newCookie());
    remember(l);
    cookiep.set(l.cookie());
    return 0;
  }

  // ---- Faults.

  @Override
  public synchronized void failNext(FaultyStep step, int errno) {
    mustBeUp();
    faults.put(step, errno);
  }

  /** The errno of a planted failure of a step, which is then met; or 0. */
  protected final int nextFault(FaultyStep step) {
    Integer errno = faults.remove(step);
    return errno == null ? 0 : errno;
  }
}
