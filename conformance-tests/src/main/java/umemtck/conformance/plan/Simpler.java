package umemtck.conformance.plan;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.UmemFlag;

/** What would be simpler than a step; the simplest first. */
final class Simpler {
  private Simpler() {}

  static List<? extends Step> than(Step step) {
    if (step instanceof LockStep l) {
      return SimplerLock.than(l);
    }
    if (step instanceof ExportStep e) {
      return SimplerExport.than(e);
    }
    if (step instanceof OverlapStep o) {
      return SimplerOverlap.than(o);
    }
    if (step instanceof BufStep b) {
      return SimplerBuf.than(b);
    }
    List<Step> simpler = new ArrayList<>();
    if (step instanceof Step.Alloc a) {
      for (Size size : sizes(a.size())) {
        simpler.add(new Step.Alloc(a.name(), size, a.flag(), a.context()));
      }
      for (int bit : new int[] {UmemFlag.DDI_UMEM_PAGEABLE, UmemFlag.DDI_UMEM_TRASH}) {
        if ((a.flag() & bit) != 0) {
          simpler.add(new Step.Alloc(a.name(), a.size(), a.flag() & ~bit, a.context()));
        }
      }
      if (UmemFlag.sleeps(a.flag())) {
        simpler.add(
            new Step.Alloc(a.name(), a.size(), a.flag() | UmemFlag.DDI_UMEM_NOSLEEP, a.context()));
      }
      if (a.context() != Context.USER) {
        simpler.add(new Step.Alloc(a.name(), a.size(), a.flag(), Context.USER));
      }
    } else if (step instanceof Step.Free f && f.context() != Context.USER) {
      simpler.add(new Step.Free(f.name(), Context.USER));
    } else if (step instanceof Step.FreeNull f && f.context() != Context.USER) {
      simpler.add(new Step.FreeNull(Context.USER));
    } else if (step instanceof Step.SetFree s) {
      for (long amount = 0; amount < Math.min(s.amount(), 4); amount++) {
        simpler.add(new Step.SetFree(s.resource(), amount));
      }
    }
    return simpler;
  }

  /** Sizes that are simpler than one; nothing at all is none of them: it is a case of its own. */
  static List<Size> sizes(Size size) {
    List<Size> simpler = new ArrayList<>();
    for (Size s : List.of(Size.pages(1), Size.bytes(1), Size.pages(2))) {
      if (s.equals(size)) {
        break;
      }
      simpler.add(s);
    }
    boolean nothingElse = size.base() == Size.Base.ZERO && size.pages() == 0;
    if (size.bytes() != 0 && size.base() != Size.Base.SIZE_MAX && !nothingElse) {
      simpler.add(new Size(size.base(), size.pages(), 0));
    }
    if (size.base() == Size.Base.ZERO && size.pages() > 2) {
      simpler.add(new Size(size.base(), size.pages() - 1, size.bytes()));
    }
    return simpler;
  }
}
