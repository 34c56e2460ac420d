package umemtck.conformance.zoo;

import umemtck.reference.kernel.AllocCall;
import umemtck.reference.kernel.DevicePage;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Announces a change behind each step, whatever it did.
 *
 * <p>Breaks nothing: whoever waits looks again, and waits on if there is nothing for him.
 */
final class TellsEverybodyOfEachStep extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int charged(Lock l) {
        int answer = super.charged(l);
        waits.changed();
        return answer;
      }

      @Override
      protected int pinned(Lock l) {
        int answer = super.pinned(l);
        waits.changed();
        return answer;
      }

      @Override
      protected int scanned(Lock l) {
        int answer = super.scanned(l);
        waits.changed();
        return answer;
      }

      @Override
      protected void unpinAll(Lock l) {
        super.unpinAll(l);
        waits.changed();
      }

      @Override
      protected void unpinned(Lock l) {
        super.unpinned(l);
        waits.changed();
      }

      @Override
      protected void credited(Lock l) {
        super.credited(l);
        waits.changed();
      }

      @Override
      protected boolean done(LayoutChange change) {
        boolean answer = super.done(change);
        waits.changed();
        return answer;
      }

      @Override
      protected boolean take(AllocCall call) {
        boolean answer = super.take(call);
        waits.changed();
        return answer;
      }

      @Override
      protected boolean free(long cookie) {
        boolean answer = super.free(cookie);
        waits.changed();
        return answer;
      }

      @Override
      protected void translate(DevicePage page) {
        super.translate(page);
        waits.changed();
      }
    };
  }
}
