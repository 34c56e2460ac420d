package umemtck.conformance.session;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.LockFaults;
import umemtck.spec.subject.LockedMemory;
import umemtck.spec.subject.Mappings;
import umemtck.spec.subject.Paging;
import umemtck.spec.subject.Processes;
import umemtck.spec.subject.Projects;
import umemtck.spec.subject.UmemCallbackOps;
import umemtck.spec.subject.UmemLockMemory;
import umemtck.spec.subject.UmemLocking;
import umemtck.spec.subject.UmemSystem;

/** The calls of a booted subject that are about locked memory, by record. */
final class LockMachine {
  private final UmemLocking locking;
  private final UmemLockMemory lockMemory;
  private final Mappings mappings;
  private final Processes processes;
  private final Projects projects;
  private final LockedMemory counts;
  private final LockFaults faults;
  private final Paging paging;

  LockMachine(UmemSystem system) {
    locking = system.locking().orElse(null);
    lockMemory = system.lockMemory().orElse(null);
    mappings = system.world().mappings().orElse(null);
    processes = system.world().processes().orElse(null);
    projects = system.world().projects().orElse(null);
    counts = system.world().lockedMemory().orElse(null);
    faults = system.world().lockFaults().orElse(null);
    paging = system.world().paging().orElse(null);
  }

  void enter(long proc) {
    if (processes != null) {
      processes.enter(proc);
    }
  }

  /** Makes a call; null if it is about something else. */
  Outcome answer(Call call, UmemCallbackOps.Cleanup cleanup) {
    if (call instanceof Call.UmemLock c) {
      CookieRef cookiep = new CookieRef();
      int errno = locking.ddi_umem_lock(c.addr(), c.len(), c.flags(), cookiep);
      return new Outcome.Locked(errno, cookiep.get());
    }
    if (call instanceof Call.UmemLockMemory c) {
      CookieRef cookiep = new CookieRef();
      int errno =
          lockMemory.umem_lockmemory(
              c.addr(), c.len(), c.flags(), cookiep, vector(c.vector(), cleanup), c.procp());
      return new Outcome.Locked(errno, cookiep.get());
    }
    if (call instanceof Call.UmemUnlock c) {
      locking.ddi_umem_unlock(c.cookie());
      return Outcome.Done.INSTANCE;
    }
    if (call instanceof Call.GetLocked c) {
      return new Outcome.Amount(counts.getLocked(c.of(), c.id()));
    }
    Outcome mapped = mapping(call);
    return mapped != null ? mapped : arranged(call);
  }

  private static UmemCallbackOps vector(CallbackVector v, UmemCallbackOps.Cleanup cleanup) {
    return v.given() ? new UmemCallbackOps(v.version(), v.function() ? cleanup : null) : null;
  }

  private Outcome mapping(Call call) {
    if (call instanceof Call.Mmap c) {
      mappings.mmap(c.proc(), c.addr(), c.len(), c.kind(), c.prot());
    } else if (call instanceof Call.Munmap c) {
      mappings.munmap(c.proc(), c.addr(), c.len());
    } else if (call instanceof Call.Mprotect c) {
      mappings.mprotect(c.proc(), c.addr(), c.len(), c.prot());
    } else if (call instanceof Call.Exit c) {
      processes.exit(c.proc());
    } else {
      return null;
    }
    return Outcome.Done.INSTANCE;
  }

  private Outcome arranged(Call call) {
    if (call instanceof Call.NewProcess c) {
      return new Outcome.Created(processes.newProcess(c.project()));
    }
    if (call instanceof Call.Vfork c) {
      return new Outcome.Created(processes.vfork(c.proc()));
    }
    if (call instanceof Call.NewProject c) {
      return new Outcome.Created(projects.newProject(c.zone()));
    }
    if (call instanceof Call.NewZone) {
      return new Outcome.Created(projects.newZone());
    }
    if (call instanceof Call.Settaskid c) {
      return new Outcome.Result(projects.settaskid(c.proc(), c.project()));
    }
    if (call instanceof Call.ZoneEnter c) {
      return new Outcome.Result(projects.zoneEnter(c.proc(), c.zone()));
    }
    if (call instanceof Call.SetLimit c) {
      counts.setLimit(c.of(), c.id(), c.bytes());
      return Outcome.Done.INSTANCE;
    }
    if (call instanceof Call.GetLimit c) {
      return new Outcome.Amount(counts.getLimit(c.of(), c.id()));
    }
    if (call instanceof Call.Mlock c) {
      return new Outcome.Result(counts.mlock(c.proc(), c.addr(), c.len()));
    }
    if (call instanceof Call.Munlock c) {
      return new Outcome.Result(counts.munlock(c.proc(), c.addr(), c.len()));
    }
    if (call instanceof Call.IsUserResident c) {
      return new Outcome.Amount(paging.isUserResident(c.proc(), c.addr()) ? 1 : 0);
    }
    if (call instanceof Call.FailNext c) {
      faults.failNext(c.step(), c.errno());
      return Outcome.Done.INSTANCE;
    }
    if (call instanceof Call.GateWorker c) {
      faults.gate(c.gate());
      return Outcome.Done.INSTANCE;
    }
    return null;
  }
}
