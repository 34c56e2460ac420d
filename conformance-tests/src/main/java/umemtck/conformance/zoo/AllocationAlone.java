package umemtck.conformance.zoo;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import umemtck.spec.SpecVersion;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.BootOptions;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Memory;
import umemtck.spec.subject.UmemAllocation;
import umemtck.spec.subject.UmemPanic;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Offers nothing but allocation and memory: no world to arrange, no way to see it wait.
 *
 * <p>Legal: whatever is not declared is not asked for. It is not made of the reference kernel.
 */
final class AllocationAlone implements UmemSubject {
  private static final int PAGE = 8192;
  private static final int PAGES = 64;
  private static final long BASE = 1L << 40;

  @Override
  public String name() {
    return Zoo.PREFIX + "AllocationAlone";
  }

  @Override
  public String version() {
    return "0.1.0";
  }

  @Override
  public String specVersion() {
    return SpecVersion.CURRENT;
  }

  @Override
  public Declaration declaration() {
    return Declaration.ofPageSize(PAGE);
  }

  @Override
  public UmemSystem boot(BootOptions options, Waits waits) {
    return new Machine();
  }

  /** First fit over a bitmap of pages; a cookie is the address. */
  private static final class Machine implements UmemSystem, UmemAllocation, Memory {
    private final byte[] bytes = new byte[PAGE * PAGES];
    private final BitSet taken = new BitSet(PAGES);
    private final Map<Long, Integer> live = new HashMap<>();

    @Override
    public UmemAllocation allocation() {
      return this;
    }

    @Override
    public Memory memory() {
      return this;
    }

    @Override
    public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
      cookiep.set(0);
      boolean wraps = Long.compareUnsigned(size, -PAGE) > 0;
      if (size == 0 || wraps || Long.compareUnsigned(size, PAGE * PAGES) > 0) {
        return 0;
      }
      int pages = (int) ((size + PAGE - 1) / PAGE);
      int at = fit(pages);
      if (at < 0 && UmemFlag.sleeps(flag)) {
        throw new UmemPanic("out of memory, and nobody else runs");
      }
      if (at < 0) {
        return 0;
      }
      taken.set(at, at + pages);
      Arrays.fill(bytes, at * PAGE, (at + pages) * PAGE, (byte) 0);
      long address = BASE + (long) at * PAGE;
      live.put(address, pages);
      cookiep.set(address);
      return address;
    }

    private int fit(int pages) {
      for (int at = taken.nextClearBit(0); at + pages <= PAGES; ) {
        int end = taken.nextSetBit(at);
        if (end < 0 || end - at >= pages) {
          return at;
        }
        at = taken.nextClearBit(end);
      }
      return -1;
    }

    @Override
    public void ddi_umem_free(long cookie) {
      if (cookie != 0) {
        int at = (int) ((cookie - BASE) / PAGE);
        taken.clear(at, at + live.remove(cookie));
      }
    }

    @Override
    public byte[] load(long address, int length) {
      int at = (int) (address - BASE);
      return Arrays.copyOfRange(bytes, at, at + length);
    }

    @Override
    public void store(long address, byte[] from) {
      System.arraycopy(from, 0, bytes, (int) (address - BASE), from.length);
    }
  }
}
