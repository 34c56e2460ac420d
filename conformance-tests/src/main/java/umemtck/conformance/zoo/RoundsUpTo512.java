package umemtck.conformance.zoo;

import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.Memory;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Rounds a size up to 512 bytes instead of a page: what is behind that is the next allocation.
 *
 * <p>Breaks ALLOC.round-up: the tail of the last page is not usable, it shows what the neighbour
 * stores.
 */
final class RoundsUpTo512 extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      public Memory memory() {
        return new AliasedMemory(super.memory(), 512, this::placeOf);
      }

      /** Where the bytes at an address really are: behind 512-byte rounding, in the next block. */
      private synchronized long placeOf(long address) {
        for (Block b : live()) {
          long offset = address - addressOf(b.firstPage());
          long extent = (long) b.pages() * options().pageSize();
          if (b.pages() > 0 && Long.compareUnsigned(offset, extent) < 0) {
            long own = (b.size() + 511) & -512;
            Block next = AliasedMemory.above(b, live());
            return offset < own || next == null
                ? address
                : addressOf(next.firstPage()) + (offset - own);
          }
        }
        return address;
      }
    };
  }
}
