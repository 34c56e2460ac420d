package umemtck.reference.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.Waits;

/** What becomes of a mapping of a device later: mprotect, and what munmap and exit leave of it. */
abstract class UnmapKernel extends RemapKernel {
  /** Functions of drivers that the thread is to call once it holds no lock. */
  private final ThreadLocal<Deque<Runnable>> owed = ThreadLocal.withInitial(ArrayDeque::new);

  UnmapKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  // ---- The steps of mprotect.

  final synchronized int mprotectDevice(long proc, long addr, long len, int prot) {
    mustBeUp();
    UserSpace space = proc(proc).space();
    for (UserPage page : space.pages(mapped(space, addr, len))) {
      if (page.device() == null) {
        throw new IllegalArgumentException("not all of it is of a device: " + text(addr));
      }
      if (exceedsMaxprot(page.device().handle(), prot)) {
        return Errno.EACCES;
      }
    }
    space.pages(rangeOf(addr, len)).forEach(page -> page.setProt(prot));
    return 0;
  }

  /** DEVMAP.maxprot-sticky. */
  protected boolean exceedsMaxprot(DevmapHandle h, int prot) {
    return (prot & ~h.maxprot()) != 0;
  }

  // ---- The steps of munmap and exit.

  @Override
  public void munmap(long proc, long addr, long len) {
    super.munmap(proc, addr, len);
    callOwed();
  }

  @Override
  public void exit(long proc) {
    super.exit(proc);
    callOwed();
  }

  @Override
  protected void unmap(UserSpace space, PageRange range) {
    List<DevmapHandle> touched =
        handles().stream()
            .filter(h -> h.isEstablished() && h.mmap().space() == space)
            .filter(h -> h.range().intersects(range))
            .toList();
    super.unmap(space, range);
    touched.forEach(h -> cut(h, range));
  }

  /** Pages of a mapping are gone: what is left at either end has a handle of its own. */
  protected void cut(DevmapHandle h, PageRange range) {
    long from = Math.max(range.first(), h.range().first());
    long to = Math.min(range.end(), h.range().end());
    forget(h);
    DevmapHandle before = part(h, h.range().first(), from);
    DevmapHandle behind = part(h, to, h.range().end());
    owe(() -> callUnmap(h, from, to - from, before, behind));
  }

  private DevmapHandle part(DevmapHandle h, long from, long to) {
    if (from >= to) {
      return null;
    }
    long skipped = from - h.range().first();
    DeviceMmap m = h.mmap().part(new PageRange(from, to - from), offsetOf(h, from));
    DevmapHandle part = new DevmapHandle(newHandle(), m, h, h.shows().from(skipped));
    remember(part);
    pages(part).forEach(page -> page.device().setHandle(part));
    return part;
  }

  private long offsetOf(DevmapHandle h, long page) {
    return h.mmap().off() + (page - h.range().first()) * options().pageSize();
  }

  /** Calls devmap_unmap: in this thread, once the pages are gone. */
  protected void callUnmap(
      DevmapHandle h, long from, long pages, DevmapHandle before, DevmapHandle behind) {
    if (h.ops().devmap_unmap() != null) {
      long off = offsetOf(h, from);
      long len = pages * options().pageSize();
      h.ops().devmap_unmap().devmap_unmap(h.dhp(), off, len, dhp(before), dhp(behind));
    }
  }

  private static long dhp(DevmapHandle h) {
    return h == null ? 0 : h.dhp();
  }

  // ---- What drivers are still to be told.

  /** Keeps a call of a driver's function for later: never with the kernel's lock held. */
  final void owe(Runnable call) {
    owed.get().add(call);
  }

  /** Makes the calls that this thread owes. */
  final void callOwed() {
    for (Runnable call = owed.get().poll(); call != null; call = owed.get().poll()) {
      stall("owed");
      call.run();
    }
  }
}
