package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.addr;
import static umemtck.reference.kernel.Staged.shows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import umemtck.reference.Stage.Actor;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.Waits;

/** A remap comes between the steps of a touch; the story fails with a step broken. */
@Timeout(60) // Guards against hanging; no verdict depends on it.
class RemapStepsTest {
  @Test
  void aTouchLoadsTheOldOrTheNewAndStaysInNeither() {
    shows(RemapStepsTest::remapped, ResolvesThenLoads::new);
  }

  private static void remapped(Staged k) {
    CookieRef old = filled(k, 1);
    CookieRef other = filled(k, 2);
    long[] dhp = new long[1];
    map(k, old, dhp);
    Actor touch = k.stage.call(() -> seen(k)).to("StepLoad");
    touch.next();
    assertEquals(0, k.kernel.devmap_umem_remap(dhp[0], other.get(), 0, PAGE, Prot.ALL, 0));
    touch.toEnd();
    assertEquals(2, seen(k), "REMAP.atomic-with-faults");
  }

  private static CookieRef filled(Staged k, int value) {
    CookieRef cookiep = new CookieRef();
    long address = k.kernel.ddi_umem_alloc(PAGE, UmemFlag.DDI_UMEM_NOSLEEP, cookiep);
    k.kernel.memory().fill(address, PAGE, (byte) value);
    return cookiep;
  }

  private static void map(Staged k, CookieRef cookie, long[] dhp) {
    int errno =
        k.kernel
            .world()
            .deviceMappings()
            .orElseThrow()
            .mmap(
                P1,
                addr(20),
                PAGE,
                0,
                Locker.RW,
                MapFlag.MAP_SHARED,
                Locker.RW,
                (h, off, len, model) -> {
                  dhp[0] = h;
                  return k.kernel.devmap_umem_setup(
                      h, null, cookie.get(), 0, len, Prot.ALL, DevmapFlag.DEVMAP_ALLOW_REMAP);
                });
    assertEquals(0, errno);
  }

  private static int seen(Staged k) {
    return k.kernel.load(P1, addr(20), 1)[0];
  }

  private static final class ResolvesThenLoads extends Kernel {
    ResolvesThenLoads(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected void translate(DevicePage page) {
      Behind behind;
      synchronized (this) {
        behind = resolve(page);
      }
      stall("load");
      loadWith(page, behind);
    }
  }
}
