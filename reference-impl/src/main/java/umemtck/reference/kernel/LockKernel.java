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
    Lock l;
    int errno;
    synchronized (this) {
      mustBeUp();
      diagnoseLock();
      LockRequest r = new LockRequest(lockmemory, ownerOf(procp), addr, len, flags, ops);
      cookiep.set(0);
      if (!isValid(r)) {
        return fail(r, Errno.EINVAL, cookiep);
      }
      l = new Lock(r, rangeOf(addr, len));
    }
    errno = charged(l);
    if (errno != 0) {
      return failed(l, errno, cookiep);
    }
    errno = locked(l, cookiep);
    if (errno != 0) {
      return undone(l, errno, cookiep);
    }
    // A change that waits may have to call this one's function, too.
    waits().changed();
    stall("StepReturn");
    return 0;
  }

  private int locked(Lock l, CookieRef cookiep) {
    stall("StepEnter");
    enterToRead(l.space());
    stall("StepPin");
    int errno = pinned(l);
    tellChanges(l.space());
    if (errno == 0 && l.request().longterm()) {
      stall("StepScan");
      errno = scanned(l);
      tellChanges(l.space());
    }
    if (errno == 0) {
      stall("StepRegister");
      errno = registered(l, cookiep);
    }
    return errno;
  }

  private int undone(Lock l, int errno, CookieRef cookiep) {
    if (!l.pinned().isEmpty()) {
      stall("StepUndo");
      unpinAll(l);
      tellChanges(l.space());
    }
    stall("StepRefund");
    int answer = refunded(l, errno, cookiep);
    tellChanges(l.space());
    return answer;
  }

  // ---- The steps of a call, in their order. They hold no lock when they begin, and take it.

  /** Tests the limits and charges, as one step (ACCT.atomic); returns an errno. */
  protected synchronized int charged(Lock l) {
    mustBeUp();
    setOutstanding(l, true);
    LockRequest r = l.request();
    if (isCounted(r)) {
      Party payer = payer(r);
      long price = price(r);
      if (!admits(payer, price)) {
        setOutstanding(l, false);
        return Errno.ENOMEM;
      }
      charge(l, payer, price);
    }
    return 0;
  }

  /** Looks at the pages and pins them, and leaves the address space; returns an errno. */
  protected synchronized int pinned(Lock l) {
    mustBeUp();
    int errno = checkRange(l);
    if (errno == 0) {
      errno = pinPages(l);
    }
    leave(l.space());
    return errno;
  }

  /** Enters again, and looks what the pages are of (LOCKMEM.longterm-shared-file). */
  protected int scanned(Lock l) {
    enterToRead(l.space());
    synchronized (this) {
      mustBeUp();
      leave(l.space());
      return isFitForLongterm(l) ? 0 : Errno.EFAULT;
    }
  }

  /** Registers the cleanup function, and gives the cookie; returns an errno. */
  protected synchronized int registered(Lock l, CookieRef cookiep) {
    mustBeUp();
    int errno = l.request().calls() ? register(l) : 0;
    if (errno == 0) {
      setOutstanding(l, false);
      errno = succeed(l, cookiep);
    }
    return errno;
  }

  /** Lets the pages of a lock that fails go. */
  protected void unpinAll(Lock l) {
    synchronized (this) {
      mustBeUp();
      undoPins(l);
    }
  }

  /** Gives the charge of a lock that fails back, and answers. */
  protected synchronized int refunded(Lock l, int errno, CookieRef cookiep) {
    mustBeUp();
    refund(l);
    setOutstanding(l, false);
    return fail(l.request(), errno, cookiep);
  }

  private synchronized int failed(Lock l, int errno, CookieRef cookiep) {
    return fail(l.request(), errno, cookiep);
  }

  // ---- What they consist of.

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

  /** Pins page by page; a shortage shows at the last one. Where something is wrong, it does not. */
  protected int pinPages(Lock l) {
    int shortage = isFitForLongterm(l) ? nextFault(FaultyStep.PAGE_LOCK) : 0;
    List<UserPage> pages = new ArrayList<>(l.space().pages(l.range()));
    List<UserPage> pinned = shortage == 0 ? pages : pages.subList(0, Math.max(0, pages.size() - 1));
    pinned.forEach(this::pin);
    l.setPinned(pinned);
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
