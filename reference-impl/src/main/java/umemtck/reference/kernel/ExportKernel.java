package umemtck.reference.kernel;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import umemtck.spec.Profile;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UserFault;
import umemtck.spec.subject.Waits;

/** Exports: what is behind a page of a device, and what holds it in memory. */
abstract class ExportKernel extends BufKernel {
  /** The signal of a touch that cannot be served. */
  protected static final int SIGBUS = 10;

  private final Map<Long, DevmapHandle> handles = new LinkedHashMap<>();
  private final PageBytes junk;
  private long lastHandle = 0x9000;

  ExportKernel(KernelOptions options, Waits waits) {
    super(options, waits);
    byte[] bytes = new byte[options.pageSize()];
    java.util.Arrays.fill(bytes, (byte) 0xA5);
    junk = PageBytes.of(bytes);
  }

  // ---- What is behind a page.

  /** What a page shows: what is loaded there; null if a touch of it ends in a signal. */
  protected final Behind behind(DevicePage page) {
    return page.loaded() != null ? page.loaded() : resolve(page);
  }

  /** What a page is to be loaded with; null for nothing (DEVMAP.success). */
  protected Behind resolve(DevicePage page) {
    if (signals(page.handle())) {
      return null;
    }
    Exported shown = page.handle().shows().from(page.index());
    if (shown.block() == null) {
      return lockedPage(shown);
    }
    return shown.block().kind() == CookieKind.TRASH ? new Behind.Junk() : kernelPage(shown);
  }

  /** Whether a touch of a mapping ends in a signal (DEVMAP.invalid-faults). */
  protected boolean signals(DevmapHandle h) {
    return h.isInvalid() || !h.isDone();
  }

  /** Which page of kernel memory is shown (DEVMAP.success). */
  protected Behind kernelPage(Exported shown) {
    return new Behind.OfKernel(shown.block().firstPage() + shown.first());
  }

  /** Which page of a locked range is shown (DEVMAP.locked-offset); null for none that is there. */
  protected Behind lockedPage(Exported shown) {
    if (shown.first() >= shown.locked().size()) {
      throw panic("bad trap: no page " + shown.first() + " in a lock");
    }
    UserPage page = shown.locked().get((int) shown.first());
    return page == null ? null : new Behind.OfProcess(page);
  }

  /** The bytes of what is behind a page. */
  protected PageBytes bytesOf(Behind behind) {
    if (behind instanceof Behind.OfKernel kernel) {
      return pageTable().bytes(kernel.page());
    }
    return behind instanceof Behind.OfProcess locked ? bytesOf(locked.page()) : junk;
  }

  @Override
  protected PageBytes bytesOf(UserPage page) {
    if (page.device() == null) {
      return super.bytesOf(page);
    }
    Behind behind = behind(page.device());
    if (behind == null) {
      throw new UserFault(SIGBUS);
    }
    return bytesOf(behind);
  }

  /** Of a device's page what is behind it is brought in; a locked page is in memory already. */
  @Override
  protected void bringIn(UserPage page) {
    if (page.device() == null) {
      super.bringIn(page);
    } else if (behind(page.device()) instanceof Behind.OfKernel kernel) {
      pageTable().frame(kernel.page());
    }
  }

  @Override
  protected boolean isResident(UserPage page) {
    return page.device() == null ? super.isResident(page) : isResident(behind(page.device()));
  }

  /** Whether what is behind a page of a device is in memory. */
  protected final boolean isResident(Behind behind) {
    if (behind instanceof Behind.OfKernel kernel) {
      return pageTable().isResident(kernel.page());
    }
    return behind instanceof Behind.OfProcess locked ? isResident(locked.page()) : behind != null;
  }

  // ---- What holds it in memory.

  @Override
  protected void pin(UserPage page) {
    super.pin(page);
    holdBehind(page, 1);
  }

  @Override
  protected void unpin(UserPage page) {
    super.unpin(page);
    holdBehind(page, -1);
  }

  @Override
  protected void mlock(Party whom, UserPage page) {
    holdBehind(page, page.mlockedFor() == null ? 1 : 0);
    super.mlock(whom, page);
  }

  @Override
  protected void munlock(UserSpace space, PageRange range) {
    space.pages(range).forEach(page -> holdBehind(page, page.mlockedFor() == null ? 0 : -1));
    super.munlock(space, range);
  }

  /** A page of a device is held once more (1), or once less (-1); so is what is behind it. */
  protected final void holdBehind(UserPage page, int by) {
    if (page.device() != null && behind(page.device()) instanceof Behind.OfKernel kernel) {
      for (int i = 0; i < Math.abs(by); i++) {
        softlock(kernel.page(), by > 0);
      }
    }
  }

  /** Counts one lock of a page of kernel memory more, or less (COOKIE.softlock-count). */
  protected void softlock(long page, boolean more) {
    if (pageTable().isPageable(page)) {
      PageRange kept = keptBy(page);
      for (long p = kept.first(); p < kept.end(); p++) {
        setSoftlocks(p, Math.max(0, softlocks(p) + (more ? 1 : -1)));
        if (more) {
          pageTable().frame(p);
        }
      }
    }
  }

  /** Which pages a lock of one of them keeps in memory: in illumos all of the cookie's. */
  protected PageRange keptBy(long page) {
    if (options().profile() == Profile.ILLUMOS) {
      for (Block b : live()) {
        if (b.firstPage() <= page && page < b.firstPage() + b.pages()) {
          return new PageRange(b.firstPage(), b.pages());
        }
      }
    }
    return new PageRange(page, 1);
  }

  /** How many locks keep a pageable page of kernel memory from being paged out. */
  protected final int softlocks(long page) {
    return pageTable().softlocks(page);
  }

  /** Sets how many locks keep a pageable page of kernel memory from being paged out. */
  protected final void setSoftlocks(long page, int to) {
    pageTable().setSoftlocks(page, to);
  }

  // ---- Misuse that the contract leaves undefined ends here.

  @Override
  protected void diagnoseFree(Block b) {
    super.diagnoseFree(b);
    diagnoseSoftlocks(b);
    diagnoseMappings(b);
  }

  /** FREE.pageable-softlocked. */
  protected void diagnoseSoftlocks(Block b) {
    for (int page = b.firstPage(); page < b.firstPage() + b.pages(); page++) {
      if (softlocks(page) > 0) {
        throw panic("ddi_umem_free: pages of cookie " + text(b.cookie()) + " are soft-locked");
      }
    }
  }

  /** FREE.while-mapped. */
  protected void diagnoseMappings(Block b) {
    if (handles.values().stream().anyMatch(h -> h.isDone() && h.shows().block() == b)) {
      throw panic("ddi_umem_free: cookie " + text(b.cookie()) + " is still mapped");
    }
  }

  /** As FREE.while-mapped, of a lock. */
  @Override
  protected void diagnoseUnlock(Lock l) {
    super.diagnoseUnlock(l);
    if (handles.values().stream().anyMatch(h -> h.isDone() && h.shows().lock() == l)) {
      throw panic("ddi_umem_unlock: cookie " + text(l.cookie()) + " is still mapped");
    }
  }

  // ---- The mappings of devices.

  /** A number that no mapping has had. */
  protected long newHandle() {
    lastHandle += 0x20;
    return lastHandle;
  }

  /** The mappings that there are, or are being made, oldest first. */
  protected final Collection<DevmapHandle> handles() {
    return Collections.unmodifiableCollection(handles.values());
  }

  /** A mapping by its number, or null. */
  protected final DevmapHandle handle(long dhp) {
    return handles.get(dhp);
  }

  final void remember(DevmapHandle h) {
    handles.put(h.dhp(), h);
  }

  final void forget(DevmapHandle h) {
    handles.remove(h.dhp());
  }
}
