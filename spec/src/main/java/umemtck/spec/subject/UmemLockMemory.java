package umemtck.spec.subject;

/** {@code umem_lockmemory()}, with its own signature. */
public interface UmemLockMemory {
  /**
   * Locks pages of a process in memory, as {@link UmemLocking#ddi_umem_lock} does
   * (LOCKMEM.as-lock). Does not block.
   *
   * @param addr first byte, any 64-bit pattern
   * @param len bytes, {@code size_t}, any 64-bit pattern
   * @param flags bits of {@link umemtck.spec.ddi.UmemLockFlag}, LONGTERM too
   * @param cookiep where the cookie goes; NULL (0) on failure
   * @param ops_vector what to call when the memory has to go away (LOCKMEM.events), or null
   * @param procp whose pages; 0 is NULL, the current process (LOCKMEM.proc-null)
   * @return 0, or a number of {@link umemtck.spec.ddi.Errno}
   * @throws UmemPanic if the machine stops
   */
  int umem_lockmemory(
      long addr, long len, int flags, CookieRef cookiep, UmemCallbackOps ops_vector, long procp);
}
