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

  private int rev = DEVMAP_OPS_REV;
  private DevmapMap map;
  private DevmapAccess access;

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
}
