package umemtck.reference.interleavings;

import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Waits;

/** Kernels with few pages, in which nobody has a reason to wait. */
final class SmallKernel {
  /** How many pages there are, to lock and to allocate. */
  static final int PAGES = 3;

  static final int PAGE = 16;
  static final long ADDR = KernelOptions.WINDOW.base();

  /** How many threads there are at most. */
  static final int THREADS = 4;

  private SmallKernel() {}

  private static final class NobodyWaits implements Waits {
    @Override
    public void await(BooleanSupplier until) {
      if (!until.getAsBoolean()) {
        throw new IllegalStateException("somebody waits");
      }
    }

    @Override
    public void changed() {}

    @Override
    public void thread(Runnable body) {
      throw new IllegalStateException("nothing is done in an interrupt");
    }
  }

  static Kernel boot(BiFunction<KernelOptions, Waits, Kernel> boots) {
    KernelOptions options =
        new KernelOptions(PAGE, PAGES + 1, 0x1000, Profile.DOCUMENTED, KernelOptions.WINDOW);
    Kernel kernel = boots.apply(options, new NobodyWaits());
    kernel.mmap(Ids.PROCESS, ADDR, PAGES * PAGE, MappingKind.ANON_PRIVATE, Prot.READ);
    kernel.setLimit(Holder.PROJECT, Ids.PROJECT, PAGES * PAGE);
    kernel.world().budgets().orElseThrow().setFree(Resource.PAGES, PAGES);
    return kernel;
  }
}
