package umemtck.reference.kernel;

import java.util.List;

/** What a lock cookie stands for. Guarded by the kernel's lock. */
public final class Lock {
  /** What has become of the cleanup function. */
  public enum Callback {
    /** There is none. */
    NONE,
    /** It is called when an event needs the pages. */
    ARMED,
    /** An event has picked the lock; the function may be running. */
    BEGUN,
    /** It was called. */
    ENDED,
    /** The unlock came before an event. */
    CANCELLED
  }

  private final LockRequest request;
  private final PageRange range;
  private long cookie;
  private Party chargedTo;
  private long charged;
  private List<UserPage> pinned = List.of();
  private Callback callback = Callback.NONE;
  private boolean unlocking;
  private boolean unlocked;

  Lock(LockRequest request, PageRange range) {
    this.request = request;
    this.range = range;
  }

  /** The call that made it. */
  public LockRequest request() {
    return request;
  }

  /** The address space that it is in. */
  public UserSpace space() {
    return request.proc().space();
  }

  /** The pages that it covers. */
  public PageRange range() {
    return range;
  }

  /** Its number; 0 until the lock has succeeded. */
  public long cookie() {
    return cookie;
  }

  /** Who was charged at lock time; null if it is not counted. */
  public Party chargedTo() {
    return chargedTo;
  }

  /** Bytes charged; 0 if it is not counted. */
  public long charged() {
    return charged;
  }

  /** The pages that it holds now. */
  public List<UserPage> pinned() {
    return pinned;
  }

  /** What has become of its cleanup function. */
  public Callback callback() {
    return callback;
  }

  /** Whether an unlock was asked for, queued or done. */
  public boolean isUnlocking() {
    return unlocking;
  }

  /** Whether nothing needs its cookie any more: neither the driver nor its cleanup function. */
  boolean isOver() {
    return unlocked && callback != Callback.ARMED && callback != Callback.BEGUN;
  }

  void setCookie(long number) {
    cookie = number;
  }

  void setCharge(Party whom, long bytes) {
    chargedTo = whom;
    charged = bytes;
  }

  void setPinned(List<UserPage> pages) {
    pinned = List.copyOf(pages);
  }

  void setCallback(Callback next) {
    callback = next;
  }

  void setUnlocking() {
    unlocking = true;
  }

  void setUnlocked() {
    unlocked = true;
  }
}
