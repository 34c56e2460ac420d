package umemtck.spec.subject;

/** {@code ddi_umem_alloc(9F)} and {@code ddi_umem_free(9F)}, with the DDI's own signatures. */
public interface UmemAllocation {
  /**
   * Allocates page-aligned memory, rounded up to whole pages and filled with zeros (ALLOC.round-up,
   * ALLOC.page-aligned, ALLOC.zero-filled).
   *
   * <p>Called by one thread at a time. A call without {@code DDI_UMEM_NOSLEEP} may block, through
   * {@link Waits} only, and other calls are then made by other threads while it is out.
   *
   * @param size bytes, {@code size_t}: all 64-bit patterns, unsigned
   * @param flag bits of {@link umemtck.spec.ddi.UmemFlag}
   * @param cookiep where the cookie goes; NULL (0) on failure (ALLOC.cookie-out)
   * @return the address, or 0. With {@code DDI_UMEM_TRASH} 0 also on success (ALLOC.trash)
   * @throws UmemPanic if the machine stops
   */
  long ddi_umem_alloc(long size, int flag, CookieRef cookiep);

  /**
   * Frees all memory behind a cookie (FREE.entire-buffer). NULL (0) has no effect (FREE.null-noop).
   *
   * @param cookie from a successful allocation, not freed since; or 0
   * @throws UmemPanic if the machine stops
   */
  void ddi_umem_free(long cookie);
}
