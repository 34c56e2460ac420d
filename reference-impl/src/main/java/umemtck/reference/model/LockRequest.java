package umemtck.reference.model;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.UmemLockFlag;

/**
 * What is asked of {@code ddi_umem_lock} or {@code umem_lockmemory}.
 *
 * @param owner whose pages; null if there is no such process
 * @param addr first byte
 * @param len bytes, unsigned
 * @param flags bits of {@link UmemLockFlag}
 * @param vector of {@code umem_lockmemory}
 * @param lockmemory whether it is that call
 * @param named whether the process was named
 */
public record LockRequest(
    Proc owner,
    long addr,
    long len,
    int flags,
    CallbackVector vector,
    boolean lockmemory,
    boolean named) {
  /**
   * What a call asks for.
   *
   * @param current the process of the calling thread
   * @param call one of the two
   */
  public static LockRequest of(Locking s, long current, Call call) {
    if (call instanceof Call.UmemLock l) {
      return new LockRequest(
          s.proc(current), l.addr(), l.len(), l.flags(), CallbackVector.NONE, false, false);
    }
    Call.UmemLockMemory m = (Call.UmemLockMemory) call;
    Proc owner = s.proc(m.procp() == 0 ? current : m.procp());
    return new LockRequest(owner, m.addr(), m.len(), m.flags(), m.vector(), true, m.procp() != 0);
  }

  /** Whether it is for long. */
  public boolean longterm() {
    return lockmemory && UmemLockFlag.longterm(flags);
  }

  /** Whether its last byte is beyond the largest address. */
  public boolean wraps() {
    return len != 0 && Long.compareUnsigned(addr + (len - 1), addr) < 0;
  }

  /** The pages that it touches; it does not wrap, or they mean nothing. */
  public Extent pages(long pageSize) {
    long from = addr & -pageSize;
    long to = (addr + (len - 1)) | (pageSize - 1);
    return new Extent(from, to - from + 1);
  }
}
