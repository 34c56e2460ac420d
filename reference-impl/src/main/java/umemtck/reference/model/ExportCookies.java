package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.Call;

/** Cookies as setups and remaps get them: whether they are valid, and how much memory they have. */
final class ExportCookies {
  private final ModelConfig config;

  ExportCookies(ModelConfig config) {
    this.config = config;
  }

  /** Whether a driver may pass it: NULL, or one that is valid and about to stay so. */
  boolean mayBePassed(UmemState s, long cookie) {
    if (cookie == 0) {
      return true;
    }
    Lock l = s.locking().lock(cookie);
    boolean locked = l != null && l.stage() == Stage.HELD;
    return (locked || s.find(cookie) != null) && !ends(s, cookie);
  }

  private static boolean ends(UmemState s, long cookie) {
    return s.anyPending(
        p ->
            (p.call() instanceof Call.UmemFree f && f.cookie() == cookie)
                || (p.call() instanceof Call.UmemUnlock u && u.cookie() == cookie));
  }

  /** Whether a mapping shows memory of a cookie, or a call that is out may make it do so. */
  static boolean uses(UmemState s, long cookie) {
    return s.exports().on(cookie) > 0
        || s.anyPending(
            p ->
                (p.call() instanceof Call.DevmapUmemSetup m && passes(m, cookie))
                    || (p.call() instanceof Call.DevmapUmemRemap r && r.cookie() == cookie));
  }

  private static boolean passes(Call.DevmapUmemSetup m, long cookie) {
    return m.setup().cookie() == cookie || (m.again() != null && m.again().cookie() == cookie);
  }

  /** Bytes of its memory, whole pages; of TRASH, of what was asked for. */
  long size(UmemState s, long cookie) {
    Allocation a = s.find(cookie);
    if (a == null) {
      return s.locking().lock(cookie).len();
    }
    return a.hasMemory() ? a.pages() * config.pageSize() : config.roundUp(a.size());
  }

  /** Whether its bounds need not be asked (K-24). */
  static boolean isTrash(UmemState s, long cookie) {
    Allocation a = s.find(cookie);
    return a != null && !a.hasMemory();
  }

  /** Whether {@code [off, off + len)} lies in some bytes; in mathematical integers. */
  static boolean within(long off, long len, long size) {
    return off >= 0
        && Long.compareUnsigned(len, size) <= 0
        && Long.compareUnsigned(off, size - len) <= 0;
  }

  /** Whether offset and length are whole pages. */
  boolean aligned(long off, long len) {
    return ((off | len) & (config.pageSize() - 1)) == 0;
  }

  /** The facets that ask for the bounds; what the range is beyond says which come first. */
  List<String> bounds(UmemState s, long cookie, long off, long len) {
    List<String> facets = new ArrayList<>();
    Allocation a = s.find(cookie);
    long size = size(s, cookie);
    if (a != null && a.hasMemory() && off == 0 && len == size + config.pageSize()) {
      facets.add("ALLOC.round-up/exact-extent");
    }
    facets.add("DEVMAP.in-bounds/refused");
    return facets;
  }
}
