package umemtck.reference.kernel;

/** Where a page of a device is in its mapping, and what is loaded there. */
public final class DevicePage {
  private final long number;
  private DevmapHandle handle;
  private Behind loaded;

  DevicePage(DevmapHandle handle, long number) {
    this.handle = handle;
    this.number = number;
  }

  /** The mapping that it is a page of. */
  public DevmapHandle handle() {
    return handle;
  }

  /** Which page of the mapping it is, from 0. */
  public long index() {
    return number - handle.range().first();
  }

  /** What it was loaded with when it was last touched; null if it is not loaded. */
  public Behind loaded() {
    return loaded;
  }

  void setHandle(DevmapHandle to) {
    handle = to;
  }

  void setLoaded(Behind to) {
    loaded = to;
  }
}
