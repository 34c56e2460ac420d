package umemtck.reference;

import java.util.concurrent.CompletableFuture;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Budgets;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.Memory;
import umemtck.spec.subject.Paging;
import umemtck.spec.subject.UmemSystem;

/** Calls a machine that offers everything, with few words. */
public final class Caller {
  public static final int NOSLEEP = UmemFlag.DDI_UMEM_NOSLEEP;
  public static final int SLEEP = UmemFlag.DDI_UMEM_SLEEP;
  public static final int PAGEABLE = UmemFlag.DDI_UMEM_PAGEABLE;
  public static final int TRASH = UmemFlag.DDI_UMEM_TRASH;

  private final UmemSystem system;
  private final MonitorWaits waits;

  public Caller(UmemSystem system, MonitorWaits waits) {
    this.system = system;
    this.waits = waits;
  }

  public Allocated alloc(long size, int flag) {
    CookieRef cookiep = new CookieRef();
    long address = system.allocation().ddi_umem_alloc(size, flag, cookiep);
    return new Allocated(address, cookiep.get());
  }

  /** Makes the call on a thread of its own; comes back when it has ended or sleeps. */
  public CompletableFuture<Allocated> allocElsewhere(long size, int flag) {
    CompletableFuture<Allocated> call = waits.start(() -> alloc(size, flag));
    waits.settle();
    return call;
  }

  public void free(Allocated a) {
    free(a.cookie());
  }

  public void free(long cookie) {
    system.allocation().ddi_umem_free(cookie);
    waits.settle();
  }

  public void setFree(Resource r, long amount) {
    budgets().setFree(r, amount);
    waits.settle();
  }

  public long getFree(Resource r) {
    return budgets().getFree(r);
  }

  public void enter(Context context) {
    system.world().contexts().orElseThrow().enter(context);
  }

  public Memory memory() {
    return system.memory();
  }

  public Paging paging() {
    return system.world().paging().orElseThrow();
  }

  private Budgets budgets() {
    return system.world().budgets().orElseThrow();
  }
}
