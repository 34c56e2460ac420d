package umemtck.reference.interleavings;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import umemtck.reference.kernel.Kernel;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;

/** Two allocations of two pages each, of the three that are free. */
@JCStressTest
@Description("Two allocations, of which there is enough for one (ALLOC.nosleep-null).")
@Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "The first was first.")
@Outcome(id = "false, true, 1", expect = ACCEPTABLE, desc = "The second was first.")
@State
public class LastFreePage {
  private final Kernel kernel = SmallKernel.boot(Kernel::new);

  private boolean alloc() {
    CookieRef cookiep = new CookieRef();
    kernel.ddi_umem_alloc(2L * SmallKernel.PAGE, UmemFlag.DDI_UMEM_NOSLEEP, cookiep);
    return cookiep.get() != 0;
  }

  /** One of the two. */
  @Actor
  public void one(ZZI_Result r) {
    r.r1 = alloc();
  }

  /** The other. */
  @Actor
  public void two(ZZI_Result r) {
    r.r2 = alloc();
  }

  /** What is free behind them. */
  @Arbiter
  public void free(ZZI_Result r) {
    r.r3 = (int) kernel.world().budgets().orElseThrow().getFree(Resource.PAGES);
  }
}
