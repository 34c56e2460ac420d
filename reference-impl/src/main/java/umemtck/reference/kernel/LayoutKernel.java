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
    return new LayoutChange(event, p, mapped(p.space(), addr, len), prot);
  }

  @Override
  public void exit(long proc) {
    Proc p;
    synchronized (this) {
      mustBeUp();
      p = proc(proc);
      p.beginExit();
      if (leavesAtOnce(p)) {
        population().remove(p);
        return;
      }
    }
    change(new LayoutChange(Event.FREE, p, PageRange.ALL, 0));
  }

  private void change(LayoutChange change) {
    while (true) {
      Lock l;
      synchronized (this) {
        mustBeUp();
        l = chooseCallback(change);
        if (l != null) {
          l.setCallback(Lock.Callback.BEGUN);
        } else if (!mustWait(change)) {
          finish(change);
          return;
        }
      }
      if (l == null) {
        awaitUnlocks(change);
      } else {
        react(change, l);
      }
    }
  }

  private void react(LayoutChange change, Lock l) {
    try {
      callBack(change, l);
    } finally {
      synchronized (this) {
        l.setCallback(Lock.Callback.ENDED);
        forgetOver(l);
      }
    }
  }

  // ---- The steps of a layout change, in their order.

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
                return isDown() || !mustWait(change) || chooseCallback(change) != null;
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
