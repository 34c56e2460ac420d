package umemtck.conformance.zoo;

import java.util.Arrays;
import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.DevmapCallbackCtl;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Drives the example with an allocation for each data model, of one page; without waiting.
 *
 * <p>Legal: how the two pages are allocated is not said (SHARED.first-map-allocates).
 */
final class DriverAllocatesTwice extends ZooDriver {
  @Override
  SharedDriver driver(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits) {
      private long second;
      private long secondCookie;

      @Override
      protected int flag() {
        return UmemFlag.DDI_UMEM_NOSLEEP | UmemFlag.DDI_UMEM_PAGEABLE;
      }

      @Override
      protected void allocate(long mem_size) {
        super.allocate(ptob(1));
        CookieRef cookiep = new CookieRef();
        if (!isShort()) {
          second = system.allocation().ddi_umem_alloc(ptob(1), flag(), cookiep);
        }
        secondCookie = cookiep.get();
        if (secondCookie == 0) {
          super.free();
        }
      }

      @Override
      protected int xxdevmap(long dhp, DevmapCallbackCtl functions, long off, long len, int model) {
        if (isBeyond(off, len) || model != DataModel.DDI_MODEL_ILP32) {
          return super.xxdevmap(dhp, functions, off, len, model);
        }
        return system
            .devmap()
            .orElseThrow()
            .devmap_umem_setup(dhp, functions, secondCookie, 0, len, Prot.ALL, 0);
      }

      @Override
      protected void free() {
        super.free();
        system.allocation().ddi_umem_free(secondCookie);
        secondCookie = 0;
      }

      @Override
      public byte[] load(long off, int length) {
        byte[] bytes = new byte[length];
        int first = (int) Math.max(0, Math.min(length, ptob(1) - off));
        if (first > 0) {
          System.arraycopy(super.load(off, first), 0, bytes, 0, first);
        }
        if (first < length) {
          byte[] rest = system.memory().load(second + off + first - ptob(1), length - first);
          System.arraycopy(rest, 0, bytes, first, rest.length);
        }
        return bytes;
      }

      @Override
      public void store(long off, byte[] bytes) {
        int first = (int) Math.max(0, Math.min(bytes.length, ptob(1) - off));
        if (first > 0) {
          super.store(off, Arrays.copyOf(bytes, first));
        }
        if (first < bytes.length) {
          byte[] rest = Arrays.copyOfRange(bytes, first, bytes.length);
          system.memory().store(second + off + first - ptob(1), rest);
        }
      }
    };
  }
}
