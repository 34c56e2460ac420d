package umemtck.spec.ddi;

/** What a cookie describes (COOKIE.kinds). Fixed for the life of the cookie. */
public enum CookieKind {
  /** Memory that may be paged out. */
  PAGEABLE,
  /** Memory that is locked down. */
  NON_PAGEABLE,
  /** Pages of an application, locked by {@code ddi_umem_lock}. */
  LOCKED,
  /** No memory of its own. */
  TRASH;

  /** The kind that a successful {@code ddi_umem_alloc} with these bits gives. */
  public static CookieKind allocatedWith(int flag) {
    if (UmemFlag.trash(flag)) {
      return TRASH;
    }
    return UmemFlag.pageable(flag) ? PAGEABLE : NON_PAGEABLE;
  }
}
