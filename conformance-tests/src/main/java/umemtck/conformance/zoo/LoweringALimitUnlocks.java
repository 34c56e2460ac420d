package umemtck.conformance.zoo;

import java.util.ArrayList;
import java.util.List;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Unlocks the newest locks of a project until they fit when its limit is lowered.
 *
 * <p>Breaks ACCT.limit-lowered: old locks stay.
 */
final class LoweringALimitUnlocks extends ZooSubject {
  LoweringALimitUnlocks() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public void setLimit(Holder of, long id, long bytes) {
        super.setLimit(of, id, bytes);
        List<Lock> newest = new ArrayList<>(locks());
        for (int i = newest.size() - 1; i >= 0 && of == Holder.PROJECT; i--) {
          Lock l = newest.get(i);
          boolean its = l.chargedTo() != null && l.chargedTo().project() == id && !l.isUnlocking();
          if (its && Long.compareUnsigned(getLocked(of, id), bytes) > 0) {
            unlock(l);
          }
        }
      }

      @Override
      protected void notLocked(long cookie) {}
    };
  }
}
