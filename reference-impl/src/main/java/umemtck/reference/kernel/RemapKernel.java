package umemtck.reference.kernel;

import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.subject.Waits;

/** Lets mappings show other memory: devmap_umem_remap, step by step. */
abstract class RemapKernel extends DevmapKernel {
  RemapKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  @Override
  public synchronized int devmap_umem_remap(
      long dhp, long cookie, long off, long len, int maxprot, int flags) {
    mustBeUp();
    DevmapRequest r = request("devmap_umem_remap", dhp, null, cookie, off, len, maxprot, flags);
    if (isNull(r)
        || !isMappingInBounds(r)
        || !isAligned(r)
        || !hasNoFlags(r)
        || !isRemappable(r)
        || !permitsPages(r)) {
      return DDI_FAILURE;
    }
    if (!r.handle().isEstablished()) {
      throw panic("devmap_umem_remap: handle " + text(dhp) + " is not mapped yet");
    }
    switchOver(r);
    return 0;
  }

  // ---- The steps of a remap.

  /** Whether the range lies in the new memory, and the whole mapping, too (REMAP.in-bounds). */
  protected boolean isMappingInBounds(DevmapRequest r) {
    long mapped = r.handle().range().count() * options().pageSize();
    return !asksBounds(r) || RangeCheck.isMappingWithin(r.off(), r.len(), mapped, sizeOf(r));
  }

  /** REMAP.flags-zero. */
  protected boolean hasNoFlags(DevmapRequest r) {
    return r.flags() == 0;
  }

  /** REMAP.needs-setup: a handle that is not set up has no flags. */
  protected boolean isRemappable(DevmapRequest r) {
    return DevmapFlag.allowsRemap(r.handle().flags());
  }

  /** Whether no page of the mapping has more than the new maxprot allows (REMAP.maxprot). */
  protected boolean permitsPages(DevmapRequest r) {
    return pages(r.handle()).stream().allMatch(page -> (protOf(page.prot()) & ~maxprot(r)) == 0);
  }

  /**
   * The mapping shows the new memory, all of it, and is valid (REMAP.switch, REMAP.length-fixed).
   */
  protected void switchOver(DevmapRequest r) {
    DevmapHandle h = r.handle();
    pages(h).forEach(page -> holdBehind(page, -holds(page)));
    dropTranslations(h);
    h.show(exported(r), maxprot(r));
    validate(h);
    pages(h).forEach(page -> holdBehind(page, holds(page)));
  }

  /** Nothing is loaded any more (REMAP.switch). */
  protected void dropTranslations(DevmapHandle h) {
    pages(h).forEach(page -> page.device().setLoaded(null));
  }

  /** REMAP.validates. */
  protected void validate(DevmapHandle h) {
    h.setInvalid(false);
  }

  private static int holds(UserPage page) {
    return page.pins() + (page.mlockedFor() == null ? 0 : 1);
  }
}
