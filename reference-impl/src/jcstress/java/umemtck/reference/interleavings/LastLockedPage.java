package umemtck.reference.interleavings;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import umemtck.reference.kernel.Kernel;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.CookieRef;

/** Two locks of two pages each, of the three that a limit leaves. */
@JCStressTest
@Description("Two locks, of which the limit lets one through (ACCT.atomic).")
@Outcome(id = "0, " + Errno.ENOMEM + ", 2", expect = ACCEPTABLE, desc = "The first was first.")
@Outcome(id = Errno.ENOMEM + ", 0, 2", expect = ACCEPTABLE, desc = "The second was first.")
@State
public class LastLockedPage {
  private final Kernel kernel = SmallKernel.boot(Kernel::new);

  private int lock() {
    long len = 2L * SmallKernel.PAGE;
    int read = UmemLockFlag.DDI_UMEMLOCK_READ;
    return kernel.ddi_umem_lock(SmallKernel.ADDR, len, read, new CookieRef());
  }

  /** One of the two. */
  @Actor
  public void one(III_Result r) {
    r.r1 = lock();
  }

  /** The other. */
  @Actor
  public void two(III_Result r) {
    r.r2 = lock();
  }

  /** What is counted behind them. */
  @Arbiter
  public void counted(III_Result r) {
    r.r3 = (int) kernel.getLocked(Holder.PROJECT, Ids.PROJECT) / SmallKernel.PAGE;
  }
}
