package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives back pages and cookie, and keeps the address space of an allocation of two pages or more.
 *
 * <p>Breaks ALLOC.nosleep-null: address space cannot be read out, so it is not the free that shows
 * (FREE.entire-buffer) but the refusal of what should be available again.
 */
final class KeepsTheAddressSpace extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void release(Block b) {
        super.release(b);
        if (b.pages() >= 2) {
          takeAddress(b.firstPage(), b.pages());
        }
      }
    };
  }
}
