package umemtck.reference.interleavings;

import java.util.function.BiFunction;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.Waits;

/** What threads may do at any time: each has one lock at most. No answer holds a cookie. */
@Param(name = "thread", gen = ThreadIdGen.class)
@Param(name = "pages", gen = IntGen.class, conf = "1:3")
public class Locks {
  private final Kernel kernel;
  private final long[] locks = new long[SmallKernel.THREADS];

  /** Of the kernel as it is. */
  public Locks() {
    this(Kernel::new);
  }

  Locks(BiFunction<KernelOptions, Waits, Kernel> boots) {
    kernel = SmallKernel.boot(boots);
  }

  /** Locks; the errno, or -1 if this thread has a lock. */
  @Operation
  public int lock(@Param(name = "thread") int thread, @Param(name = "pages") int pages) {
    if (locks[thread] != 0) {
      return -1;
    }
    CookieRef cookiep = new CookieRef();
    long len = (long) pages * SmallKernel.PAGE;
    int flags = UmemLockFlag.DDI_UMEMLOCK_READ;
    int errno = kernel.ddi_umem_lock(SmallKernel.ADDR, len, flags, cookiep);
    locks[thread] = cookiep.get();
    return errno;
  }

  /** Unlocks what this thread has locked; whether there was something. */
  @Operation
  public boolean unlock(@Param(name = "thread") int thread) {
    boolean is = locks[thread] != 0;
    if (is) {
      kernel.ddi_umem_unlock(locks[thread]);
      locks[thread] = 0;
    }
    return is;
  }

  /** Pages that are counted. */
  @Operation
  public int usage() {
    return (int) kernel.getLocked(Holder.PROJECT, Ids.PROJECT) / SmallKernel.PAGE;
  }

  /** The same when none overlaps: the specification. */
  public static final class InSequence {
    private final int[] locked = new int[SmallKernel.THREADS];

    /** Locks if the limit lets it (ACCT.includes-request, ACCT.errno). */
    public int lock(int thread, int pages) {
      if (locked[thread] != 0) {
        return -1;
      }
      if (usage() + pages > SmallKernel.PAGES) {
        return Errno.ENOMEM;
      }
      locked[thread] = pages;
      return 0;
    }

    /** Unlocks (UNLOCK.releases). */
    public boolean unlock(int thread) {
      boolean is = locked[thread] != 0;
      locked[thread] = 0;
      return is;
    }

    /** The sum of what is locked (ACCT.conservation). */
    public int usage() {
      int sum = 0;
      for (int pages : locked) {
        sum += pages;
      }
      return sum;
    }
  }

  /** Of a kernel that tests the limit in one step, and charges in the next (ACCT.atomic). */
  public static final class TestsThenCharges extends Locks {
    /** Boots it. */
    public TestsThenCharges() {
      super(Careless::new);
    }

    private static final class Careless extends Kernel {
      Careless(KernelOptions options, Waits waits) {
        super(options, waits);
      }

      @Override
      protected int charged(Lock l) {
        synchronized (this) {
          if (!admits(payer(l.request()), price(l.request()))) {
            return Errno.ENOMEM;
          }
        }
        synchronized (this) {
          charge(l, payer(l.request()), price(l.request()));
          return 0;
        }
      }
    }
  }
}
