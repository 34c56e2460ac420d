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
 * Stalls more often: before and behind each step.
 *
 * <p>Breaks nothing: each step is whole.
 */
final class StallsBeforeAndBehindEachStep extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected int charged(Lock l) {
        stall("before charged");
        int answer = super.charged(l);
        stall("behind charged");
        return answer;
      }

      @Override
      protected int pinned(Lock l) {
        stall("before pinned");
        int answer = super.pinned(l);
        stall("behind pinned");
        return answer;
      }

      @Override
      protected int scanned(Lock l) {
        stall("before scanned");
        int answer = super.scanned(l);
        stall("behind scanned");
        return answer;
      }

      @Override
      protected void unpinAll(Lock l) {
        stall("before unpinAll");
        super.unpinAll(l);
        stall("behind unpinAll");
      }

      @Override
      protected void unpinned(Lock l) {
        stall("before unpinned");
        super.unpinned(l);
        stall("behind unpinned");
      }

      @Override
      protected void credited(Lock l) {
        stall("before credited");
        super.credited(l);
        stall("behind credited");
      }

      @Override
      protected boolean done(LayoutChange change) {
        stall("before done");
        boolean answer = super.done(change);
        stall("behind done");
        return answer;
      }

      @Override
      protected boolean take(AllocCall call) {
        stall("before take");
        boolean answer = super.take(call);
        stall("behind take");
        return answer;
      }

      @Override
      protected boolean free(long cookie) {
        stall("before free");
        boolean answer = super.free(cookie);
        stall("behind free");
        return answer;
      }

      @Override
      protected void translate(DevicePage page) {
        stall("before translate");
        super.translate(page);
        stall("behind translate");
      }
    };
  }
}
