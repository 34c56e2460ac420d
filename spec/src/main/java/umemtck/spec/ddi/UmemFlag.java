package umemtck.spec.ddi;

import java.util.ArrayList;
import java.util.List;

/**
 * The bits of the {@code flag} argument of {@code ddi_umem_alloc(9F)}, with the values of
 * ddidevmap.h.
 */
public final class UmemFlag {
  /** The caller can wait for ever. The absence of {@link #DDI_UMEM_NOSLEEP}. */
  public static final int DDI_UMEM_SLEEP = 0x0;

  /** The caller does not wait: NULL if memory is not available now. */
  public static final int DDI_UMEM_NOSLEEP = 0x1;

  /** The memory may be paged out; without it, it is locked down. */
  public static final int DDI_UMEM_PAGEABLE = 0x2;

  /** A cookie without memory of its own (ALLOC.trash). */
  public static final int DDI_UMEM_TRASH = 0x4;

  /** All bits that have a meaning. */
  public static final int KNOWN = DDI_UMEM_NOSLEEP | DDI_UMEM_PAGEABLE | DDI_UMEM_TRASH;

  private UmemFlag() {}

  /** Whether a call with these bits may wait. */
  public static boolean sleeps(int flag) {
    return (flag & DDI_UMEM_NOSLEEP) == 0;
  }

  /** Whether a call with these bits asks for memory that may be paged out. */
  public static boolean pageable(int flag) {
    return (flag & DDI_UMEM_PAGEABLE) != 0;
  }

  /** Whether a call with these bits asks for a cookie without memory. */
  public static boolean trash(int flag) {
    return (flag & DDI_UMEM_TRASH) != 0;
  }

  /** Whether a bit is set that has no meaning (ALLOC.flag-unknown). */
  public static boolean unknown(int flag) {
    return (flag & ~KNOWN) != 0;
  }

  /** The bits by name, as one writes them in C: {@code DDI_UMEM_SLEEP|DDI_UMEM_PAGEABLE}. */
  public static String text(int flag) {
    List<String> names = new ArrayList<>();
    names.add(sleeps(flag) ? "DDI_UMEM_SLEEP" : "DDI_UMEM_NOSLEEP");
    if (pageable(flag)) {
      names.add("DDI_UMEM_PAGEABLE");
    }
    if (trash(flag)) {
      names.add("DDI_UMEM_TRASH");
    }
    if (unknown(flag)) {
      names.add("0x" + Integer.toHexString(flag & ~KNOWN));
    }
    return String.join("|", names);
  }
}
