package umemtck.reference.kernel;

import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.UmemCallbackOps;

/**
 * What a call of ddi_umem_lock or umem_lockmemory asks for.
 *
 * @param lockmemory whether it is umem_lockmemory
 * @param proc whose pages
 * @param addr first byte
 * @param len bytes, unsigned
 * @param flags bits of {@link UmemLockFlag}
 * @param ops the callback vector, or null
 */
public record LockRequest(
    boolean lockmemory, Proc proc, long addr, long len, int flags, UmemCallbackOps ops) {

  /** Whether there is a cleanup function to call. */
  public boolean calls() {
    return ops != null && ops.cbo_umem_lock_cleanup() != null;
  }

  /** Whether LONGTERM is asked for. */
  public boolean longterm() {
    return UmemLockFlag.longterm(flags);
  }
}
