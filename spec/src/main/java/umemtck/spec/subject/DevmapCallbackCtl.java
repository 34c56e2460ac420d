package umemtck.spec.subject;

/**
 * {@code struct devmap_callback_ctl}, as far as the kit uses it. The caller may change it as soon
 * as {@link UmemDevmap#devmap_umem_setup} has returned; what is called is what it held then
 * (DEVMAP.callbacks-copied).
 */
public final class DevmapCallbackCtl {
  /** {@code DEVMAP_OPS_REV}: the one revision that there is. */
  public static final int DEVMAP_OPS_REV = 1;

  /** {@code devmap_map(9E)}. */
  @FunctionalInterface
  public interface DevmapMap {
    /**
     * Called while the mapping is made, after the driver's devmap entry has returned 0.
     *
     * @param dhp the handle
     * @return 0, or why the mapping is not to be made: the {@code mmap} then fails
     *     (DEVMAP.failure-no-effect)
     */
    int devmap_map(long dhp);
  }

  /** {@code devmap_access(9E)}. */
  @FunctionalInterface
  public interface DevmapAccess {
    /**
     * Called when an application touches a page that is not loaded. On 0 the subject does what
     * {@code devmap_default_access(9F)} does: it loads the page.
     *
     * @param dhp the handle
     * @return 0, or why the page is not to be had: the application then gets a signal
     */
    int devmap_access(long dhp);
  }

  /** {@code devmap_unmap(9E)}. */
  @FunctionalInterface
  public interface DevmapUnmap {
    /**
     * Called in the thread that unmaps or exits, once pages of a mapping are gone. What is left of
     * the mapping has new handles: so a driver that counts handles knows when none is left.
     *
     * @param dhp the handle, which is not valid any more
     * @param off bytes into the device, {@code offset_t}: where the pages begin that are gone
     * @param len bytes, whole pages
     * @param new_dhp1 the handle of what is left in front of them; 0 for nothing
     * @param new_dhp2 the handle of what is left behind them; 0 for nothing
     */
    void devmap_unmap(long dhp, long off, long len, long new_dhp1, long new_dhp2);
  }

  /** {@code devmap_dup(9E)}; it cannot make the fork fail here. */
  @FunctionalInterface
  public interface DevmapDup {
    /**
     * Called in the thread that forks, once the child has the mapping.
     *
     * @param dhp the handle of the parent's mapping
     * @param new_dhp the handle of the child's mapping
     */
    void devmap_dup(long dhp, long new_dhp);
  }

  private int rev = DEVMAP_OPS_REV;
  private DevmapMap map;
  private DevmapAccess access;
  private DevmapUnmap unmap;
  private DevmapDup dup;

  /** {@code devmap_rev}. */
  public int devmap_rev() {
    return rev;
  }

  /** {@code devmap_map}, or null. */
  public DevmapMap devmap_map() {
    return map;
  }

  /** {@code devmap_access}, or null. */
  public DevmapAccess devmap_access() {
    return access;
  }

  /** {@code devmap_unmap}, or null. */
  public DevmapUnmap devmap_unmap() {
    return unmap;
  }

  /** {@code devmap_dup}, or null. */
  public DevmapDup devmap_dup() {
    return dup;
  }

  /** Sets {@code devmap_rev}. */
  public void setDevmapRev(int to) {
    rev = to;
  }

  /** Sets {@code devmap_map}. */
  public void setDevmapMap(DevmapMap to) {
    map = to;
  }

  /** Sets {@code devmap_access}. */
  public void setDevmapAccess(DevmapAccess to) {
    access = to;
  }

  /** Sets {@code devmap_unmap}. */
  public void setDevmapUnmap(DevmapUnmap to) {
    unmap = to;
  }

  /** Sets {@code devmap_dup}. */
  public void setDevmapDup(DevmapDup to) {
    dup = to;
  }
}
