package umemtck.spec.subject;

/** {@code ddi_umem_lock(9F)} and {@code ddi_umem_unlock(9F)}, with the DDI's own signatures. */
public interface UmemLocking {
  /**
   * Locks pages of the current process in memory (LOCK.success), after charging them
   * (ACCT.test-before-lock). Does not block.
   *
   * @param addr first byte, any 64-bit pattern; EINVAL if not page aligned (LOCK.addr-aligned)
   * @param len bytes, {@code size_t}, any 64-bit pattern; EINVAL if not whole pages
   * @param flags bits of {@link umemtck.spec.ddi.UmemLockFlag}
   * @param cookiep where the cookie goes; NULL (0) on failure (LOCK.cookie-null-on-error)
   * @return 0, or a number of {@link umemtck.spec.ddi.Errno}
   * @throws UmemPanic if the machine stops
   */
  int ddi_umem_lock(long addr, long len, int flags, CookieRef cookiep);

  /**
   * Unlocks them. May put that off, to a worker that needs no further call (UNLOCK.deferred); the
   * worker's condition goes through {@link Waits}.
   *
   * @param cookie from a successful lock, not unlocked since
   * @throws UmemPanic if the machine stops
   */
  void ddi_umem_unlock(long cookie);
}
