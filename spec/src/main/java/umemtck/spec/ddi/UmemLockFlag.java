package umemtck.spec.ddi;

/** The bits of {@code flags} of {@code ddi_umem_lock(9F)} and {@code umem_lockmemory()}. */
public final class UmemLockFlag {
  /** The device will read the memory. */
  public static final int DDI_UMEMLOCK_READ = 0x1;

  /** The device will write the memory. */
  public static final int DDI_UMEMLOCK_WRITE = 0x2;

  /** The lock may be held for long: only {@code umem_lockmemory} (LOCKMEM.flags). */
  public static final int DDI_UMEMLOCK_LONGTERM = 0x4;

  private UmemLockFlag() {}

  /** Whether READ is set. */
  public static boolean read(int flags) {
    return (flags & DDI_UMEMLOCK_READ) != 0;
  }

  /** Whether WRITE is set. */
  public static boolean write(int flags) {
    return (flags & DDI_UMEMLOCK_WRITE) != 0;
  }

  /** Whether LONGTERM is set. */
  public static boolean longterm(int flags) {
    return (flags & DDI_UMEMLOCK_LONGTERM) != 0;
  }

  /** As a driver would write it. */
  public static String text(int flags) {
    StringBuilder text = new StringBuilder();
    add(text, read(flags), "DDI_UMEMLOCK_READ");
    add(text, write(flags), "DDI_UMEMLOCK_WRITE");
    add(text, longterm(flags), "DDI_UMEMLOCK_LONGTERM");
    int rest = flags & ~0x7;
    add(text, rest != 0 || flags == 0, "0x" + Integer.toHexString(rest));
    return text.toString();
  }

  private static void add(StringBuilder text, boolean set, String name) {
    if (set) {
      text.append(text.length() == 0 ? "" : "|").append(name);
    }
  }
}
