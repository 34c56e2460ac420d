package umemtck.reference.interleavings;

import java.util.function.BiFunction;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import umemtck.reference.kernel.AllocCall;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.Waits;

/** What threads may do at any time: each has one allocation at most. No answer holds an address. */
@Param(name = "thread", gen = ThreadIdGen.class)
@Param(name = "pages", gen = IntGen.class, conf = "1:2")
public class Allocations {
  private final Kernel kernel;
  private final long[] cookies = new long[SmallKernel.THREADS];

  /** Of the kernel as it is. */
  public Allocations() {
    this(Kernel::new);
  }

  Allocations(BiFunction<KernelOptions, Waits, Kernel> boots) {
    kernel = SmallKernel.boot(boots);
  }

  /** Allocates; whether there was enough, and this thread has nothing yet. */
  @Operation
  public boolean alloc(@Param(name = "thread") int thread, @Param(name = "pages") int pages) {
    if (cookies[thread] != 0) {
      return false;
    }
    CookieRef cookiep = new CookieRef();
    long size = (long) pages * SmallKernel.PAGE;
    kernel.ddi_umem_alloc(size, UmemFlag.DDI_UMEM_NOSLEEP, cookiep);
    cookies[thread] = cookiep.get();
    return cookies[thread] != 0;
  }

  /** Frees what this thread has allocated; whether there was something. */
  @Operation
  public boolean free(@Param(name = "thread") int thread) {
    boolean is = cookies[thread] != 0;
    if (is) {
      kernel.ddi_umem_free(cookies[thread]);
      cookies[thread] = 0;
    }
    return is;
  }

  /** The same when none overlaps: the specification. */
  public static final class InSequence {
    private final int[] allocated = new int[SmallKernel.THREADS];

    /** Allocates if there is enough (ALLOC.nosleep-null). */
    public boolean alloc(int thread, int pages) {
      int sum = 0;
      for (int of : allocated) {
        sum += of;
      }
      if (allocated[thread] != 0 || sum + pages > SmallKernel.PAGES) {
        return false;
      }
      allocated[thread] = pages;
      return true;
    }

    /** Frees. */
    public boolean free(int thread) {
      boolean is = allocated[thread] != 0;
      allocated[thread] = 0;
      return is;
    }
  }

  /** Of a kernel that looks in one step, and takes in the next (ALLOC.nosleep-null). */
  public static final class TestsThenTakes extends Allocations {
    /** Boots it. */
    public TestsThenTakes() {
      super(Careless::new);
    }

    private static final class Careless extends Kernel {
      Careless(KernelOptions options, Waits waits) {
        super(options, waits);
      }

      @Override
      protected boolean take(AllocCall call) {
        synchronized (this) {
          if (!isEnough(call.pages(), call.kind())) {
            return false;
          }
        }
        grant(call);
        return true;
      }
    }
  }
}
