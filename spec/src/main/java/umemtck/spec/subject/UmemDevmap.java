package umemtck.spec.subject;

import umemtck.spec.ddi.DevmapFlag;

/**
 * {@code devmap_umem_setup(9F)} and {@code devmap_umem_remap}; and {@code ddi_mmap_get_model(9F)}.
 * Setups, and the question about the model, come from inside {@link DeviceEntries} alone; remaps
 * from outside.
 */
public interface UmemDevmap {
  /** What both calls answer if they are refused. */
  int DDI_FAILURE = -1;

  /**
   * Binds a mapping that is being made to {@code [koff, koff + len)} of a cookie's memory
   * (DEVMAP.success).
   *
   * @param dhp the handle that the driver's devmap entry was given
   * @param callbackops which functions to call, or null; copied (DEVMAP.callbacks-copied)
   * @param cookie of a live allocation, or of a lock that is not unlocked; 0 is NULL, and refused
   * @param koff bytes, {@code offset_t}, any 64-bit pattern; refused if it is negative, or beyond
   *     the cookie's memory together with {@code len} (DEVMAP.in-bounds). Whatever is not whole
   *     pages is refused or rounded; what is exported stays inside the cookie
   *     (DEVMAP.rounding-contained)
   * @param len bytes, {@code size_t}, any 64-bit pattern; unsigned. Where it is accepted it is that
   *     of the mapping
   * @param maxprot bits of {@link umemtck.spec.ddi.Prot}; refused if the mapping has, or its open
   *     mode allows, less (DEVMAP.maxprot-subset)
   * @param flags bits of {@link DevmapFlag}
   * @return 0, or {@link #DDI_FAILURE}
   * @throws UmemPanic if the machine stops
   */
  int devmap_umem_setup(
      long dhp,
      DevmapCallbackCtl callbackops,
      long cookie,
      long koff,
      long len,
      int maxprot,
      int flags);

  /**
   * Lets a mapping show other memory from now on (REMAP.switch). Called only with {@link
   * Feature#REMAP}.
   *
   * @param dhp the handle of a mapping that is there, whole
   * @param cookie as of a setup
   * @param off bytes, as {@code koff} of a setup; the whole mapping must fit from there
   *     (REMAP.in-bounds)
   * @param len bytes, as of a setup
   * @param maxprot bits of {@link umemtck.spec.ddi.Prot}; refused if the mapping has more
   *     (REMAP.maxprot)
   * @param flags refused if not 0 (REMAP.flags-zero)
   * @return 0, or {@link #DDI_FAILURE}
   * @throws UmemPanic if the machine stops
   */
  default int devmap_umem_remap(long dhp, long cookie, long off, long len, int maxprot, int flags) {
    return DDI_FAILURE;
  }

  /**
   * The data model of the application that is mapping (SHARED.model-query).
   *
   * @return one of {@link umemtck.spec.ddi.DataModel}
   */
  default int ddi_mmap_get_model() {
    return umemtck.spec.ddi.DataModel.DDI_MODEL_LP64;
  }
}
