package umemtck.conformance.session;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.BootOptions;
import umemtck.spec.subject.Budgets;
import umemtck.spec.subject.Contexts;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.Paging;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemCallbackOps;
import umemtck.spec.subject.UmemPanic;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/** A booted subject in Java: which of its roles a call is for. */
public final class JavaMachine implements Machine {
  private final UmemSystem system;
  private final Budgets budgets;
  private final Contexts contexts;
  private final Paging paging;
  private final LockMachine locks;
  private final BufMachine bufs;
  private final DevmapMachine exports;

  /** Calls a machine that was booted; a driver of Example 10-4 there is only if it brings one. */
  public JavaMachine(UmemSystem system) {
    this(system, system.sharedDriver().orElse(null));
  }

  private JavaMachine(UmemSystem system, SharedDriver shared) {
    locks = new LockMachine(system);
    bufs = new BufMachine(system);
    exports = new DevmapMachine(system, shared);
    this.system = system;
    budgets = system.world().budgets().orElse(null);
    contexts = system.world().contexts().orElse(null);
    paging = system.world().paging().orElse(null);
  }

  /**
   * Boots a machine, to be called.
   *
   * @param subject whose
   * @param seed the same gives the same
   * @param waits through which its calls wait
   */
  public static JavaMachine boot(UmemSubject subject, long seed, Waits waits) {
    UmemSystem system = subject.boot(new BootOptions(seed), waits);
    return new JavaMachine(system, SharedDrivers.of(subject, system, waits));
  }

  @Override
  public Outcome perform(Caller caller, Call call, UmemCallbackOps.Cleanup cleanup) {
    boolean other = caller.starts() || caller.proc() != caller.home();
    boolean elsewhere = caller.starts() || caller.context() != Context.USER;
    if (other) {
      locks.enter(caller.proc());
    }
    if (elsewhere) {
      enter(caller.context());
    }
    Outcome outcome = outcome(call, cleanup);
    if (elsewhere && !caller.starts()) {
      enter(Context.USER);
    }
    if (other && !caller.starts()) {
      locks.enter(caller.home());
    }
    return outcome;
  }

  @Override
  public void close() {
    system.close();
  }

  private Outcome outcome(Call call, UmemCallbackOps.Cleanup cleanup) {
    try {
      Outcome locked = locks.answer(call, cleanup);
      Outcome touched = locked != null ? locked : bufs.answer(call);
      Outcome other = touched != null ? touched : exports.answer(call);
      return other != null ? other : answer(call);
    } catch (UmemPanic panic) {
      return new Outcome.Panicked(String.valueOf(panic.getMessage()));
    }
  }

  /** Puts this thread into a context, where the subject lets that be arranged. */
  private void enter(Context context) {
    if (contexts != null) {
      contexts.enter(context);
    }
  }

  private Outcome answer(Call call) {
    if (call instanceof Call.UmemAlloc c) {
      CookieRef cookiep = new CookieRef();
      long address = system.allocation().ddi_umem_alloc(c.size(), c.flag(), cookiep);
      return new Outcome.Allocated(address, cookiep.get());
    }
    if (call instanceof Call.UmemFree c) {
      system.allocation().ddi_umem_free(c.cookie());
      return Outcome.Done.INSTANCE;
    }
    if (call instanceof Call.MemoryFill c) {
      system.memory().fill(c.address(), c.length(), (byte) c.value());
      return Outcome.Done.INSTANCE;
    }
    if (call instanceof Call.MemoryMatches c) {
      return matches(c);
    }
    if (call instanceof Call.SetFree c) {
      budgets.setFree(c.resource(), c.amount());
      return Outcome.Done.INSTANCE;
    }
    if (call instanceof Call.GetFree c) {
      return new Outcome.Amount(budgets.getFree(c.resource()));
    }
    if (call instanceof Call.PageOut) {
      return new Outcome.Amount(paging.pageOut());
    }
    return new Outcome.Amount(paging.isResident(((Call.IsResident) call).address()) ? 1 : 0);
  }

  private Outcome matches(Call.MemoryMatches c) {
    long at = system.memory().matches(c.address(), c.length(), (byte) c.value());
    if (at < 0) {
      return Outcome.Matched.ALL;
    }
    if (at >= c.length()) {
      // Nothing can be concluded from it: neither a difference, nor that there is none.
      throw new IndexOutOfBoundsException(
          "matches answered offset " + at + " of a range of " + c.length() + " bytes");
    }
    return new Outcome.Matched(at, system.memory().load(c.address() + at, 1)[0] & 0xff);
  }
}
