package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.addr;

import umemtck.reference.Caller;
import umemtck.spec.Profile;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.DeviceEntries;
import umemtck.spec.subject.DeviceMappings;
import umemtck.spec.subject.DevmapCallbackCtl;

/**
 * Maps the memory of cookies, with few words. What is not said of an mmap is as usual: shared, to
 * be read and written, with everything allowed and no flags. Pages are counted as by {@link
 * Locker}.
 */
final class Exporter {
  static final int RW = Locker.RW;

  final Locker k;
  final Caller alloc;
  final DeviceMappings devices;
  long proc = P1;
  long off;
  int prot = RW;
  int share = MapFlag.MAP_SHARED;
  int opened = RW;
  int maxprot = Prot.ALL;
  int flags;
  DevmapCallbackCtl ops;

  /** The handle of the last mmap, and what its setup answered. */
  long dhp;

  int answer;

  Exporter(Profile profile) {
    k = new Locker(profile);
    alloc = new Caller(k.kernel, k.waits);
    devices = k.kernel.world().deviceMappings().orElseThrow();
  }

  Allocated alloc(long pages, int flag) {
    return alloc.alloc(pages * PAGE, flag);
  }

  /** Says whether a setup of these bytes is answered with 0 by an mmap of one page. */
  int setup(long cookie, long koff, long len) {
    mmap(0, 1, cookie, koff, len);
    k.munmap(0, 1);
    return answer;
  }

  int mmap(long page, long pages, long cookie, long koffPages) {
    return mmap(page, pages, cookie, koffPages * PAGE, pages * PAGE);
  }

  int mmap(long page, long pages, long cookie, long koff, long len) {
    return mmap(page, pages, (h, o, l, model) -> setup(h, cookie, koff, len));
  }

  int mmap(long page, long pages, DeviceEntries driver) {
    answer = 1;
    return devices.mmap(proc, addr(page), pages * PAGE, off, prot, share, opened, driver);
  }

  /** What a driver's entry does: returns what the setup answers. */
  int setup(long h, long cookie, long koff, long len) {
    dhp = h;
    answer = k.kernel.devmap_umem_setup(h, ops, cookie, koff, len, maxprot, flags);
    return answer;
  }

  /** Maps, which succeeds; returns the handle. */
  long mapped(long page, long pages, long cookie, long koffPages) {
    assertEquals(0, mmap(page, pages, cookie, koffPages));
    assertNotEquals(0, dhp);
    return dhp;
  }

  int remap(long h, long cookie, long off, long len) {
    return k.kernel.devmap_umem_remap(h, cookie, off, len, maxprot, 0);
  }

  int mprotect(long page, long pages, int to) {
    return devices.mprotect(proc, addr(page), pages * PAGE, to);
  }

  /** What an application sees in the first byte of a page. */
  int seen(long page) {
    return k.kernel.load(proc, addr(page) + 5, 1)[0];
  }

  /** An application stores a byte in a page. */
  void store(long page, int value) {
    k.kernel.store(proc, addr(page) + 5, new byte[] {(byte) value});
  }

  /** What the driver sees in a page of its memory. */
  int driverSees(Allocated a, long page) {
    return k.kernel.memory().load(a.address() + page * PAGE + 5, 1)[0];
  }

  /** The driver stores a byte in each page of its memory: the number given, and one more each. */
  void driverStores(Allocated a, long pages, int value) {
    for (long page = 0; page < pages; page++) {
      byte[] byteOfPage = {(byte) (value + page)};
      k.kernel.memory().store(a.address() + page * PAGE + 5, byteOfPage);
    }
  }
}
