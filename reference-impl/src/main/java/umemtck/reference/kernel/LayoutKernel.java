package umemtck.reference.kernel;

import umemtck.reference.kernel.LayoutChange.Event;
import umemtck.spec.subject.Mappings;
import umemtck.spec.subject.Processes;
import umemtck.spec.subject.Waits;

/** Changes address spaces: munmap, mprotect and exit call the callbacks, and wait for unlocks. */
abstract class LayoutKernel extends UnlockKernel implements Mappings, Processes {
  LayoutKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  @Override
  public void munmap(long proc, long addr, long len) {
    change(begin(Event.UNMAP, proc, addr, len, 0));
  }

  @Override
  public void mprotect(long proc, long addr, long len, int prot) {
    change(begin(Event.SETPROT, proc, addr, len, prot));
  }

  private synchronized LayoutChange begin(Event event, long proc, long addr, long len, int prot) {
    mustBeUp();
    Proc p = proc(proc);
    LayoutChange change = new LayoutChange(event, p, mapped(p.space(), addr, len), prot);
    want(change);
    return change;
  }

  @Override
  public void exit(long proc) {
    LayoutChange change;
    synchronized (this) {
      mustBeUp();
      Proc p = proc(proc);
      p.beginExit();
      if (leavesAtOnce(p)) {
        population().remove(p);
        return;
      }
      change = new LayoutChange(Event.FREE, p, PageRange.ALL, 0);
      want(change);
    }
    change(change);
  }

  private void change(LayoutChange change) {
    UserSpace space = change.proc().space();
    try {
      stall("StepDone");
      awaitReaders(space);
      while (!done(change)) {
        tellReaders(space);
        callAll(change);
        stall("StepWake");
        want(change);
        stall("StepDone");
        awaitReaders(space);
      }
    } finally {
      end(change);
      tellReaders(space);
    }
  }

  private void callAll(LayoutChange change) {
    while (true) {
      while (isToCall(change)) {
        stall("StepCall");
        Lock l = picked(change);
        if (l != null) {
          react(change, l);
        }
      }
      if (isReady(change)) {
        return;
      }
      awaitUnlocks(change);
    }
  }

  private synchronized boolean isToCall(LayoutChange change) {
    mustBeUp();
    return chooseCallback(change) != null;
  }

  private synchronized boolean isReady(LayoutChange change) {
    return mayFinish(change);
  }

  private void react(LayoutChange change, Lock l) {
    stall("cleanup");
    try {
      callBack(change, l);
    } finally {
      stall("StepCalled");
      synchronized (this) {
        l.setCallback(Lock.Callback.ENDED);
        forgetOver(l);
      }
    }
  }

  // ---- The steps of a layout change, in their order: StepDone or StepWait; StepCall, StepCalled.

  /** Does it if nobody is to be called or waited for; else lets go, to wait. Holds no lock. */
  protected synchronized boolean done(LayoutChange change) {
    mustBeUp();
    boolean may = mayFinish(change);
    if (may) {
      finish(change);
    } else {
      letGo(change);
    }
    return may;
  }

  /** Whether nobody is to be called, or waited for. */
  protected final boolean mayFinish(LayoutChange change) {
    return chooseCallback(change) == null
        && !mustWait(change)
        && !(change.event() == Event.FREE && isOwed(change.proc()));
  }

  /**
   * Picks a lock whose cleanup function is to be called, which no other event will call from now on
   * (LOCKMEM.callback-at-most-once); null for none. Holds no lock.
   */
  protected synchronized Lock picked(LayoutChange change) {
    mustBeUp();
    Lock l = chooseCallback(change);
    if (l != null) {
      pick(l);
    }
    return l;
  }

  /** No other event calls the cleanup function of a lock any more. */
  protected final synchronized void pick(Lock l) {
    l.setCallback(Lock.Callback.BEGUN);
  }

  /** Whether an exit takes no address space away: it is borrowed (vfork). */
  protected boolean leavesAtOnce(Proc p) {
    return p.borrows();
  }

  /** The oldest lock that the change touches and whose cleanup function is still to be called. */
  protected Lock chooseCallback(LayoutChange change) {
    for (Lock l : locks()) {
      if (isArmed(l) && touches(change, l)) {
        return l;
      }
    }
    return null;
  }

  /** Whether a cleanup function is still to be called (LOCKMEM.callback-at-most-once). */
  protected boolean isArmed(Lock l) {
    return l.callback() == Lock.Callback.ARMED;
  }

  /** Whether a change needs pages of a lock (LOCKMEM.event-range). */
  protected boolean touches(LayoutChange change, Lock l) {
    return l.space() == change.proc().space() && l.range().intersects(change.range());
  }

  /** Calls a cleanup function: in this thread, with no lock held (LOCKMEM.callback-context). */
  protected void callBack(LayoutChange change, Lock l) {
    l.request().ops().cbo_umem_lock_cleanup().cleanup(l.cookie());
  }

  /** Whether a page that the change needs is locked (LOCK.blocks-layout-change). */
  protected boolean mustWait(LayoutChange change) {
    return change.proc().space().pages(change.range()).stream().anyMatch(page -> page.pins() > 0);
  }

  /** Waits until the change can go on: nothing is locked, or there is somebody else to call. */
  protected void awaitUnlocks(LayoutChange change) {
    waits()
        .await(
            () -> {
              synchronized (this) {
                return isDown() || mayFinish(change) || chooseCallback(change) != null;
              }
            });
  }

  /** Does it. */
  protected void finish(LayoutChange change) {
    UserSpace space = change.proc().space();
    switch (change.event()) {
      case SETPROT -> space.pages(change.range()).forEach(page -> page.setProt(change.prot()));
      case UNMAP -> unmap(space, change.range());
      case FREE -> {
        unmap(space, change.range());
        population().remove(change.proc());
      }
    }
  }

  /** Takes pages away; mlock no longer counts them. */
  protected void unmap(UserSpace space, PageRange range) {
    munlock(space, range);
    space.unmap(range);
  }

  // ---- The rest of the role.

  @Override
  public final void enter(long proc) {
    enterProc(proc);
  }

  @Override
  public synchronized long newProcess(long project) {
    mustBeUp();
    return population().newProc(project, null).id();
  }

  @Override
  public synchronized long vfork(long proc) {
    mustBeUp();
    Proc parent = proc(proc);
    Proc child = population().newProc(parent.party().project(), parent.space());
    child.setModel(parent.model());
    return child.id();
  }
}
