package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Hands cleanup functions to a thread of its own, and waits until it is through.
 *
 * <p>Breaks LOCKMEM.callback-context: the function runs in the thread of the event.
 */
final class CallsFromAThreadOfItsOwn extends ZooSubject {
  CallsFromAThreadOfItsOwn() {
    super(Profile.ILLUMOS);
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private boolean through;

      @Override
      protected void callBack(LayoutChange change, Lock l) {
        through = false;
        waits.thread(
            () -> {
              super.callBack(change, l);
              through = true;
              waits.changed();
            });
        waits.await(() -> through);
      }
    };
  }
}
