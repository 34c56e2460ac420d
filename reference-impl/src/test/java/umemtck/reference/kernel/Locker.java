package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import umemtck.reference.MonitorWaits;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome.Locked;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.ddi.WorkerGate;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemCallbackOps;

/** Calls a kernel that locks, with few words. Pages are counted from the start of the window. */
final class Locker {
  static final int PAGE = Boot.PAGE;
  static final int READ = UmemLockFlag.DDI_UMEMLOCK_READ;
  static final int WRITE = UmemLockFlag.DDI_UMEMLOCK_WRITE;
  static final int LONGTERM = UmemLockFlag.DDI_UMEMLOCK_LONGTERM;
  static final int RW = Prot.READ | Prot.WRITE;
  static final long P1 = Ids.PROCESS;

  final MonitorWaits waits = new MonitorWaits();
  final Kernel kernel;

  /** Boots a kernel. Its project has a limit, so that locks are counted in both profiles. */
  Locker(Profile profile) {
    kernel = new Kernel(KernelOptions.of(profile), waits);
    limit(1L << 40);
  }

  static long addr(long page) {
    return KernelOptions.WINDOW.base() + page * PAGE;
  }

  void map(long page, long pages) {
    map(P1, page, pages, MappingKind.ANON_PRIVATE, RW);
  }

  void map(long proc, long page, long pages, MappingKind kind, int prot) {
    kernel.mmap(proc, addr(page), pages * PAGE, kind, prot);
  }

  Locked lockBytes(long addr, long len, int flags) {
    CookieRef cookiep = new CookieRef();
    int errno = kernel.ddi_umem_lock(addr, len, flags, cookiep);
    waits.settle();
    return new Locked(errno, cookiep.get());
  }

  Locked lock(long page, long pages, int flags) {
    return lockBytes(addr(page), pages * PAGE, flags);
  }

  /** Locks for READ, which succeeds; returns the cookie. */
  long locked(long page, long pages) {
    return cookie(lock(page, pages, READ));
  }

  static long cookie(Locked got) {
    assertEquals(0, got.errno());
    assertNotEquals(0, got.cookie());
    return got.cookie();
  }

  Locked lockmemory(long page, long pages, int flags, UmemCallbackOps ops, long procp) {
    CookieRef cookiep = new CookieRef();
    int errno = kernel.umem_lockmemory(addr(page), pages * PAGE, flags, cookiep, ops, procp);
    waits.settle();
    return new Locked(errno, cookiep.get());
  }

  static UmemCallbackOps calling(LongConsumer cleanup) {
    return new UmemCallbackOps(1, cleanup::accept);
  }

  /** Locks for a long time, with a cleanup function; returns the cookie. */
  long lockedCalling(long page, long pages, LongConsumer cleanup) {
    return cookie(lockmemory(page, pages, READ | LONGTERM, calling(cleanup), 0));
  }

  void unlock(long cookie) {
    kernel.ddi_umem_unlock(cookie);
    waits.settle();
  }

  /** Unlocks as an interrupt does; the worker has done it at return, if the gate let it. */
  void unlockInInterrupt(long cookie) {
    kernel.enter(Context.INTERRUPT);
    kernel.ddi_umem_unlock(cookie);
    kernel.enter(Context.USER);
    waits.settle();
  }

  void gate(WorkerGate gate) {
    kernel.gate(gate);
    waits.settle();
  }

  CompletableFuture<Void> munmap(long page, long pages) {
    return elsewhere(() -> kernel.munmap(P1, addr(page), pages * PAGE));
  }

  CompletableFuture<Void> mprotect(long page, long pages, int prot) {
    return elsewhere(() -> kernel.mprotect(P1, addr(page), pages * PAGE, prot));
  }

  CompletableFuture<Void> exit(long proc) {
    return elsewhere(() -> kernel.exit(proc));
  }

  /** Makes a call on a thread of its own; comes back when it has ended or waits. */
  CompletableFuture<Void> elsewhere(Runnable call) {
    Callable<Void> body =
        () -> {
          call.run();
          return null;
        };
    CompletableFuture<Void> out = waits.start(body);
    waits.settle();
    return out;
  }

  /** Sets the limit of project 0, bytes. */
  void limit(long bytes) {
    kernel.setLimit(Holder.PROJECT, Ids.PROJECT, bytes);
  }

  /** Pages counted for project 0. */
  long used() {
    return used(Holder.PROJECT, Ids.PROJECT);
  }

  /** Pages counted. */
  long used(Holder of, long id) {
    long bytes = kernel.getLocked(of, id);
    assertEquals(0, Long.remainderUnsigned(bytes, PAGE));
    return Long.divideUnsigned(bytes, PAGE);
  }

  boolean isResident(long page) {
    return kernel.isUserResident(P1, addr(page));
  }
}
