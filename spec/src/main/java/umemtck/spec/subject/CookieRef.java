package umemtck.spec.subject;

/**
 * The out-parameter {@code ddi_umem_cookie_t *cookiep}. The kit puts {@link #POISON} in before each
 * call, so that a cookie left unset on failure can be seen (ALLOC.cookie-out).
 *
 * <p>Belongs to one call; written by the thread of that call only.
 */
public final class CookieRef {
  /** A pattern that no subject gives out as a cookie. */
  public static final long POISON = 0xDEADBEEFBADDCAFEL;

  private long cookie = POISON;

  /** Stores a cookie, or 0 for NULL. */
  public void set(long cookie) {
    this.cookie = cookie;
  }

  /** What is stored now; {@link #POISON} if nothing was stored yet. */
  public long get() {
    return cookie;
  }
}
