package umemtck.reference.kernel;

import umemtck.spec.subject.DevmapCallbackCtl;

/**
 * A mapping of a device that is being made, or is there: what {@code devmap_cookie_t} stands for.
 * Guarded by the kernel's lock.
 */
public final class DevmapHandle {
  private final long dhp;
  private final DeviceMmap mmap;
  private DevmapCallbackCtl ops = new DevmapCallbackCtl();
  private Exported shows;
  private long len;
  private int maxprot;
  private int flags;
  private boolean invalid;
  private boolean reserved;
  private boolean established;

  DevmapHandle(long dhp, DeviceMmap mmap) {
    this.dhp = dhp;
    this.mmap = mmap;
  }

  /** Of another part of the address space, or of another process: the rest is the same. */
  DevmapHandle(long dhp, DeviceMmap mmap, DevmapHandle like, Exported shows) {
    this(dhp, mmap);
    this.shows = shows;
    ops = like.ops;
    len = like.len;
    maxprot = like.maxprot;
    flags = like.flags;
    invalid = like.invalid;
    established = like.established;
  }

  /** Its number. */
  public long dhp() {
    return dhp;
  }

  /** The call that maps the device. */
  public DeviceMmap mmap() {
    return mmap;
  }

  /** The pages of the process. */
  public PageRange range() {
    return mmap.range();
  }

  /** The driver's functions; never null, and each of them may be. */
  public DevmapCallbackCtl ops() {
    return ops;
  }

  /** What it shows; null until it is set up. */
  public Exported shows() {
    return shows;
  }

  /** Bytes that were set up: whole pages. */
  public long len() {
    return len;
  }

  /** What the application may ever do: bits of {@link umemtck.spec.ddi.Prot}. */
  public int maxprot() {
    return maxprot;
  }

  /** With which flags it was set up: bits of {@link umemtck.spec.ddi.DevmapFlag}. */
  public int flags() {
    return flags;
  }

  /** Whether a touch of it ends in a signal. */
  public boolean isInvalid() {
    return invalid;
  }

  /** Whether it is set up (DEVMAP.setup-once). */
  public boolean isDone() {
    return shows != null;
  }

  /** Whether it is in the address space. */
  public boolean isEstablished() {
    return established;
  }

  /** Whether its range is taken, though it is not in the address space yet. */
  boolean isReserved() {
    return reserved && !established;
  }

  void setUp(DevmapCallbackCtl callbacks, long bytes, int allowed) {
    ops = callbacks;
    len = bytes;
    flags = allowed;
  }

  void show(Exported what, int most) {
    shows = what;
    maxprot = most;
  }

  void setInvalid(boolean to) {
    invalid = to;
  }

  void setReserved() {
    reserved = true;
  }

  void setEstablished() {
    established = true;
  }
}
