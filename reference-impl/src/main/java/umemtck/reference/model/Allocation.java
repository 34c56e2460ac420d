package umemtck.reference.model;

import umemtck.spec.ddi.CookieKind;

/**
 * A live cookie and what it describes.
 *
 * @param cookie not 0
 * @param kind fixed for life (COOKIE.kinds)
 * @param address of the first byte; 0 for TRASH
 * @param size bytes asked for
 * @param pages pages it covers; 0 for TRASH
 * @param born how many resources had been set when it was made; tells whether a setting knew of it
 * @param pressed whether memory was paged out since it was last written
 * @param contents what its bytes hold; null for TRASH
 */
public record Allocation(
    long cookie,
    CookieKind kind,
    long address,
    long size,
    long pages,
    int born,
    boolean pressed,
    Contents contents) {

  /** Whether it has memory of its own. */
  public boolean hasMemory() {
    return kind != CookieKind.TRASH;
  }

  /** Whether an address lies in its rounded extent. */
  public boolean covers(long at, long pageSize) {
    return hasMemory() && Long.compareUnsigned(at - address, pages * pageSize) < 0;
  }

  Allocation with(Contents next) {
    return new Allocation(cookie, kind, address, size, pages, born, false, next);
  }

  Allocation underPressure() {
    return new Allocation(cookie, kind, address, size, pages, born, true, contents);
  }
}
