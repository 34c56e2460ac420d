package umemtck.reference.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.DevmapCallbackCtl;
import umemtck.spec.subject.UmemDevmap;
import umemtck.spec.subject.Waits;

/** Binds mappings to memory: devmap_umem_setup, step by step. */
abstract class DevmapKernel extends FaultKernel implements UmemDevmap {
  DevmapKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  @Override
  public synchronized int devmap_umem_setup(
      long dhp,
      DevmapCallbackCtl callbackops,
      long cookie,
      long koff,
      long len,
      int maxprot,
      int flags) {
    mustBeUp();
    DevmapRequest r =
        request("devmap_umem_setup", dhp, callbackops, cookie, koff, len, maxprot, flags);
    if (isNull(r)
        || !isInBounds(r)
        || !isAligned(r)
        || !knowsCacheAttribute(r)
        || !isFresh(r)
        || !permitsMapping(r)
        || !canBecomeValid(r)) {
      return DDI_FAILURE;
    }
    bind(r);
    return 0;
  }

  /** What is asked for; whoever names no mapping, or no cookie, stops the machine. */
  final DevmapRequest request(
      String call,
      long dhp,
      DevmapCallbackCtl ops,
      long cookie,
      long off,
      long len,
      int maxprot,
      int flags) {
    DevmapHandle h = handle(dhp);
    if (h == null) {
      throw panic(call + ": handle " + text(dhp) + " is of no mapping");
    }
    Block block = find(cookie);
    Lock lock = block == null ? locked(cookie) : null;
    if (cookie != 0 && block == null && lock == null) {
      throw panic(call + ": cookie " + text(cookie) + " is not valid");
    }
    return new DevmapRequest(h, ops, cookie, off, len, maxprot, flags, block, lock);
  }

  // ---- The steps of a setup, in their order (DEVMAP.check-order).

  /** DEVMAP.null-cookie, REMAP.null-cookie. */
  protected boolean isNull(DevmapRequest r) {
    return r.cookie() == 0;
  }

  /** Whether the range lies in the cookie's memory (DEVMAP.in-bounds): no sum that could wrap. */
  protected boolean isInBounds(DevmapRequest r) {
    return !asksBounds(r) || RangeCheck.isWithin(r.off(), r.len(), sizeOf(r));
  }

  /** Whether the bounds are asked: what is documented does not ask those of TRASH (K-24). */
  protected boolean asksBounds(DevmapRequest r) {
    boolean trash = r.block() != null && r.block().kind() == CookieKind.TRASH;
    return !trash || options().profile() == Profile.ILLUMOS;
  }

  /** Bytes of the cookie's memory, in whole pages; of TRASH those that were asked for. */
  protected long sizeOf(DevmapRequest r) {
    if (r.lock() != null) {
      return r.lock().request().len();
    }
    return r.block().kind() == CookieKind.TRASH
        ? RangeCheck.wholePages(r.block().size(), options().pageSize())
        : (long) r.block().pages() * options().pageSize();
  }

  /** Whether the range is whole pages: what is documented refuses others, illumos rounds (K-14). */
  protected boolean isAligned(DevmapRequest r) {
    boolean whole = ((r.off() | r.len()) & (options().pageSize() - 1)) == 0;
    return whole || options().profile() == Profile.ILLUMOS;
  }

  /** DEVMAP.cache-attr. */
  protected boolean knowsCacheAttribute(DevmapRequest r) {
    int known =
        DevmapFlag.IOMEM_DATA_CACHED
            | DevmapFlag.IOMEM_DATA_UC_WR_COMBINE
            | DevmapFlag.IOMEM_DATA_UNCACHED;
    int asked = r.flags() & DevmapFlag.IOMEM_DATA_MASK;
    return (asked & ~known) == 0 && Integer.bitCount(asked) <= 1;
  }

  /** DEVMAP.setup-once. */
  protected boolean isFresh(DevmapRequest r) {
    return !r.handle().isDone();
  }

  /**
   * Whether the mapping has no more than maxprot and its open mode allow (DEVMAP.maxprot-subset).
   */
  protected boolean permitsMapping(DevmapRequest r) {
    return (protOf(r.handle().mmap().prot()) & ~maxprot(r)) == 0;
  }

  /** With PROT_USER: the mapping is an application's (DEVMAP.maxprot-subset). */
  protected int protOf(int asked) {
    return asked | Prot.USER;
  }

  /** What the application may ever do (DEVMAP.maxprot-sticky). */
  protected int maxprot(DevmapRequest r) {
    return r.maxprot() & mostOf(r.handle().mmap());
  }

  /** What the open mode allows (DEVMAP.maxprot-subset). */
  protected int mostOf(DeviceMmap m) {
    boolean writes = m.isPrivate() || (m.opened() & Prot.WRITE) != 0;
    return writes ? Prot.ALL : Prot.ALL & ~Prot.WRITE;
  }

  /** DEVMAP.invalid-needs-remap. */
  protected boolean canBecomeValid(DevmapRequest r) {
    return !DevmapFlag.invalid(r.flags()) || DevmapFlag.allowsRemap(r.flags());
  }

  /** Fills the handle in (DEVMAP.success). */
  protected void bind(DevmapRequest r) {
    DevmapHandle h = r.handle();
    h.setUp(copyOf(r.ops()), RangeCheck.wholePages(r.len(), options().pageSize()), r.flags());
    h.show(exported(r), maxprot(r));
    h.setInvalid(DevmapFlag.invalid(r.flags()));
  }

  /** The driver's functions as they are now (DEVMAP.callbacks-copied). */
  protected DevmapCallbackCtl copyOf(DevmapCallbackCtl ops) {
    DevmapCallbackCtl copy = new DevmapCallbackCtl();
    if (ops != null) {
      copy.setDevmapRev(ops.devmap_rev());
      copy.setDevmapMap(ops.devmap_map());
      copy.setDevmapAccess(ops.devmap_access());
      copy.setDevmapUnmap(ops.devmap_unmap());
      copy.setDevmapDup(ops.devmap_dup());
    }
    return copy;
  }

  /** What the mapping is to show. */
  final Exported exported(DevmapRequest r) {
    return new Exported(r.block(), r.lock(), r.lock() == null ? null : pages(r.lock()), first(r));
  }

  private static List<UserPage> pages(Lock l) {
    List<UserPage> pages = new ArrayList<>();
    for (long page = l.range().first(); page < l.range().end(); page++) {
      pages.add(l.space().page(page));
    }
    return Collections.unmodifiableList(pages);
  }

  /** Which page of the cookie's memory is shown first (DEVMAP.rounding-contained). */
  protected long first(DevmapRequest r) {
    return RangeCheck.startOfPage(r.off(), options().pageSize()) / options().pageSize();
  }

  /** The pages of a mapping. */
  protected final List<UserPage> pages(DevmapHandle h) {
    return List.copyOf(h.mmap().space().pages(h.range()));
  }
}
