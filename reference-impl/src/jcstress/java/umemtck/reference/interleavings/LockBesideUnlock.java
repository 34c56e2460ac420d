package umemtck.reference.interleavings;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import umemtck.reference.kernel.Kernel;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.CookieRef;

/** Two of three pages are unlocked while two more are asked for. */
@JCStressTest
@Description("A lock that fits only behind an unlock beside it (ACCT.atomic, UNLOCK.releases).")
@Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "The unlock was first.")
@Outcome(id = Errno.ENOMEM + ", 0", expect = ACCEPTABLE, desc = "The lock was first.")
@State
public class LockBesideUnlock {
  private final Kernel kernel = SmallKernel.boot(Kernel::new);
  private final long held;

  /** Locks two pages. */
  public LockBesideUnlock() {
    CookieRef cookiep = new CookieRef();
    lock(cookiep);
    held = cookiep.get();
  }

  private int lock(CookieRef cookiep) {
    long len = 2L * SmallKernel.PAGE;
    return kernel.ddi_umem_lock(SmallKernel.ADDR, len, UmemLockFlag.DDI_UMEMLOCK_READ, cookiep);
  }

  /** Asks for two more. */
  @Actor
  public void locks(II_Result r) {
    r.r1 = lock(new CookieRef());
  }

  /** Gives the two back. */
  @Actor
  public void unlocks(II_Result r) {
    kernel.ddi_umem_unlock(held);
  }

  /** What is counted behind them. */
  @Arbiter
  public void counted(II_Result r) {
    r.r2 = (int) kernel.getLocked(Holder.PROJECT, Ids.PROJECT) / SmallKernel.PAGE;
  }
}
