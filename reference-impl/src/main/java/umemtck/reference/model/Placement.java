package umemtck.reference.model;

import java.util.List;
import umemtck.spec.subject.CookieRef;

/** What the cookie and the address of a success must be among those that are live. */
final class Placement {
  private final ModelConfig config;

  Placement(ModelConfig config) {
    this.config = config;
  }

  void cookie(UmemState s, long cookie, List<Breach> breaches) {
    if (cookie == 0 || cookie == CookieRef.POISON) {
      breaches.add(new Breach("ALLOC.cookie-out/success", "a valid cookie with the address"));
    } else if (s.find(cookie) != null || s.locking().lock(cookie) != s.locking().spare(cookie)) {
      breaches.add(
          new Breach("COOKIE.valid-interval/distinct", "a cookie that no live allocation has"));
    }
  }

  void address(UmemState s, long address, long length, List<Breach> breaches) {
    if ((address & (config.pageSize() - 1)) != 0) {
      breaches.add(
          new Breach(
              "ALLOC.page-aligned/address", "a multiple of the page size, " + config.pageSize()));
    }
    long last = address + length - 1;
    if (Long.compareUnsigned(last, address) < 0
        || Long.compareUnsigned(last, config.sizeMax()) > 0) {
      breaches.add(
          new Breach("ALLOC.round-up/usable", "an extent that does not run over the last address"));
      return;
    }
    for (int i = 0; i < s.liveCount(); i++) {
      Allocation other = s.live(i);
      if (other.hasMemory() && overlaps(other, address, last)) {
        breaches.add(
            new Breach(
                "ALLOC.disjoint/live",
                "memory that does not overlap the live "
                    + other.pages()
                    + " pages at 0x"
                    + Long.toHexString(other.address())));
        return;
      }
    }
  }

  private boolean overlaps(Allocation other, long first, long last) {
    long lastOfOther = other.address() + (other.pages() * config.pageSize() - 1);
    return Long.compareUnsigned(first, lastOfOther) <= 0
        && Long.compareUnsigned(other.address(), last) <= 0;
  }
}
