package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Gives back pages and cookie, and keeps the address space of an allocation of two pages or more.
 *
 * <p>Breaks FREE.entire-buffer: free releases everything that the allocation had taken.
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
