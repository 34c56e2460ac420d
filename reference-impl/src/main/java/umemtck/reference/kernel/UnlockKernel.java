package umemtck.reference.kernel;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.WorkerGate;
import umemtck.spec.subject.Waits;

/** Unlocks: ddi_umem_unlock, at once or by the worker, step by step. */
abstract class UnlockKernel extends SpaceKernel {
  /** In the order in which they were made. */
  private final Map<Long, Lock> locks = new LinkedHashMap<>();

  /** What is charged for a call that is out: a lock, or an unlock that has unpinned. */
  private final Set<Lock> outstanding = Collections.newSetFromMap(new IdentityHashMap<>());

  private final UnlockQueue queue = new UnlockQueue();
  private boolean hasWorker;

  UnlockKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  /** Unlocks; in interrupt context the worker does it later. */
  public void ddi_umem_unlock(long cookie) {
    Lock l = marked(cookie);
    if (l == null) {
      return;
    }
    stall("StepCancel");
    if (cancelled(l)) {
      stall("StepQueue");
      queued(l);
      wakeWorker();
    } else {
      unlock(l);
    }
  }

  /** From here on nobody else unlocks it; null if there is nothing to unlock. */
  private synchronized Lock marked(long cookie) {
    mustBeUp();
    diagnoseUnlock();
    Lock l = locks.get(cookie);
    if (l == null || l.isUnlocking()) {
      notLocked(cookie);
      return null;
    }
    diagnoseUnlock(l);
    l.setUnlocking();
    return l;
  }

  /** The step StepCancel; returns whether the worker is to do the rest. */
  private synchronized boolean cancelled(Lock l) {
    mustBeUp();
    cancelCallback(l);
    return defers(l);
  }

  private synchronized void queued(Lock l) {
    mustBeUp();
    enqueue(l);
  }

  /** A cookie of a lock is unlocked (FREE.locked-cookie-unlocks). */
  @Override
  public void ddi_umem_free(long cookie) {
    if (freeUnlocks(cookie)) {
      ddi_umem_unlock(cookie);
    } else {
      super.ddi_umem_free(cookie);
    }
  }

  // ---- The steps of an unlock, in their order.

  /** Misuse of the context ends here (UNLOCK.interrupt-level). */
  protected void diagnoseUnlock() {
    if (context() == Context.HIGH_LEVEL_INTERRUPT) {
      throw panic("ddi_umem_unlock: called from a high-level interrupt");
    }
  }

  /** Unlocks something that is not locked: the machine stops. */
  protected void notLocked(long cookie) {
    throw panic(
        "ddi_umem_unlock: cookie 0x"
            + Long.toHexString(cookie)
            + (find(cookie) == null
                ? " is not locked: unlocked twice, or never locked"
                : " is from ddi_umem_alloc, not from a lock"));
  }

  /** Whether ddi_umem_free of this cookie is an unlock. */
  protected synchronized boolean freeUnlocks(long cookie) {
    return locks.containsKey(cookie);
  }

  /** Pages that somebody still uses are not unlocked: the machine stops. */
  protected void diagnoseUnlock(Lock l) {}

  /** The cleanup function is not called any more (LOCKMEM.unlock-cancels). */
  protected void cancelCallback(Lock l) {
    if (l.callback() == Lock.Callback.ARMED) {
      l.setCallback(Lock.Callback.CANCELLED);
    }
  }

  /** Whether the worker is to do it (UNLOCK.deferred). */
  protected boolean defers(Lock l) {
    return context() == Context.INTERRUPT;
  }

  /** Puts it into the worker's queue. */
  protected void enqueue(Lock l) {
    queue.add(l);
  }

  /** Does it: pins first, then the charge (UNLOCK.credit-when-real). Holds no lock. */
  protected void unlock(Lock l) {
    stall("StepUnpin");
    unpinned(l);
    wakeWaiters();
    stall("StepCredit");
    credited(l);
    wakeWaiters();
    stall("StepRelease");
    released(l);
  }

  /** The step StepUnpin: its pages go; its charge is still there. Holds no lock. */
  protected synchronized void unpinned(Lock l) {
    mustBeUp();
    setOutstanding(l, true);
    l.pinned().forEach(this::unpin);
    l.setPinned(List.of());
  }

  /** The step StepCredit. Holds no lock. */
  protected synchronized void credited(Lock l) {
    mustBeUp();
    credit(l);
    setOutstanding(l, false);
  }

  private synchronized void released(Lock l) {
    mustBeUp();
    l.setUnlocked();
    forgetOver(l);
  }

  /** Lets one page of a lock go. */
  protected void unpin(UserPage page) {
    page.setPins(page.pins() - 1);
  }

  /** Whether something is still charged for a process that no pin tells of (ACCT.exit). */
  protected boolean isOwed(Proc p) {
    return outstanding.stream().anyMatch(l -> l.request().proc() == p);
  }

  /** A charge is out, or no longer: of a call that locks, or of an unlock that has unpinned. */
  protected final synchronized void setOutstanding(Lock l, boolean is) {
    if (is) {
      outstanding.add(l);
    } else {
      outstanding.remove(l);
    }
  }

  /** Notes which pages a lock holds. */
  protected final synchronized void setPinned(Lock l, List<UserPage> pages) {
    l.setPinned(pages);
  }

  /** Gives the charge of a lock back to whoever carries it (ACCT.credit-same-party). */
  protected void credit(Lock l) {
    if (l.chargedTo() != null) {
      count(carrier(l.request().proc(), l.chargedTo()), l.charged(), -1);
    }
  }

  /** Forgets the cookie once neither the driver nor a callback needs it. */
  final void forgetOver(Lock l) {
    if (l.isOver()) {
      locks.remove(l.cookie(), l);
    }
  }

  /** Tells those who wait for pages that some may be unlocked now (UNLOCK.wakes-waiters). */
  protected void wakeWaiters() {
    waits().changed();
  }

  // ---- The steps of the worker.

  /** Tells the worker that there is something to do; starts it the first time. */
  protected void wakeWorker() {
    boolean start;
    synchronized (this) {
      start = !hasWorker;
      hasWorker = true;
    }
    if (start) {
      waits().thread(this::work);
    } else {
      waits().changed();
    }
  }

  private void work() {
    while (true) {
      awaitWork();
      Lock l;
      synchronized (this) {
        if (isDown()) {
          return;
        }
        if (!workerMayGo()) {
          continue;
        }
        l = nextQueued();
        queue.take(l);
      }
      unlock(l);
    }
  }

  /** The worker sleeps until it may go on. Holds no lock. */
  protected void awaitWork() {
    waits().await(this::workerAwakes);
  }

  private synchronized boolean workerAwakes() {
    return isDown() || workerMayGo();
  }

  /** Whether there is something to do, and the gate is open. */
  protected boolean workerMayGo() {
    return !queue.queued().isEmpty() && queue.isOpen();
  }

  /** Which queued unlock is next (UNLOCK.deferred-fifo). */
  protected Lock nextQueued() {
    return queue.queued().get(0);
  }

  /** Holds the worker, lets it do one queued unlock, or lets it go. */
  public void gate(WorkerGate gate) {
    synchronized (this) {
      mustBeUp();
      queue.set(gate);
    }
    waits().changed();
  }

  // ---- What others look at.

  /** The locks whose cookies are in use, oldest first. */
  protected final Collection<Lock> locks() {
    return Collections.unmodifiableCollection(locks.values());
  }

  /** The queued unlocks, oldest first. */
  protected final List<Lock> queued() {
    return queue.queued();
  }

  /** Whether a cookie is in use: of an allocation, of a lock, or of a callback that runs. */
  protected final boolean isTaken(long cookie) {
    return find(cookie) != null || locks.containsKey(cookie);
  }

  final void remember(Lock l) {
    locks.put(l.cookie(), l);
  }
}
