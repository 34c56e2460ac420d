package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.Memory;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Puts one frame behind the last page of an allocation of two pages or more and the first page of
 * the next one above it.
 *
 * <p>Breaks ALLOC.disjoint: the addresses are disjoint, and the memory behind them is not.
 */
final class SharesTheLastFrame extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public Memory memory() {
        return new AliasedMemory(super.memory(), options().pageSize(), this::placeOf);
      }

      /** Where the page at an address really is: the last one of a block in the next block. */
      private synchronized long placeOf(long address) {
        for (Block b : live()) {
          Block next = AliasedMemory.above(b, live());
          if (b.pages() >= 2
              && next != null
              && address == addressOf(b.firstPage() + b.pages() - 1)) {
            return addressOf(next.firstPage());
          }
        }
        return address;
      }
    };
  }
}
