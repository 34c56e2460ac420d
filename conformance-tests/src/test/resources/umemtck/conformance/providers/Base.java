package providers;

import java.util.HashMap;
import java.util.Map;
import umemtck.spec.SpecVersion;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.*;

/** A sound subject that offers allocation alone; each provider below spoils one thing of it. */
public class Base implements UmemSubject {
  static int boots;

  @Override
  public String name() {
    return "mine";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public String specVersion() {
    return SpecVersion.CURRENT;
  }

  @Override
  public Declaration declaration() {
    return Declaration.ofPageSize(64);
  }

  @Override
  public UmemSystem boot(BootOptions options, Waits waits) {
    boots++;
    return new Machine();
  }

  /** Whether the smoke stage is over: it boots twice. */
  static boolean inTheMiddle() {
    return boots > 20;
  }

  static class Machine implements UmemSystem, UmemAllocation, Memory {
    private final Map<Long, byte[]> pages = new HashMap<>();
    private final Map<Long, Long> live = new HashMap<>();
    private long next = 64;

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
      if (size <= 0 || size > 1 << 16) {
        return 0;
      }
      long address = next;
      for (long done = 0; done < size; done += 64) {
        pages.put(next, new byte[64]);
        next += 64;
      }
      live.put(address, next);
      cookiep.set(address);
      return address;
    }

    @Override
    public void ddi_umem_free(long cookie) {
      if (cookie != 0 && live.remove(cookie) == null) {
        throw new UmemPanic("no such cookie");
      }
    }

    @Override
    public byte[] load(long address, int length) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = pages.get((address + i) & -64)[(int) ((address + i) & 63)];
      }
      return bytes;
    }

    @Override
    public void store(long address, byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        pages.get((address + i) & -64)[(int) ((address + i) & 63)] = bytes[i];
      }
    }
  }
}
