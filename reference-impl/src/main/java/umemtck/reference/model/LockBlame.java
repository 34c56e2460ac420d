package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.reference.model.LockFault.Rank;
import umemtck.spec.Profile;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemLockFlag;

/** Who is to blame for an errno that nothing calls for; the most telling first. */
final class LockBlame {
  private final ModelConfig config;

  LockBlame(ModelConfig config) {
    this.config = config;
  }

  /** LOCKMEM.as-lock: whatever holds of the one call holds of the other. */
  List<String> asLock(LockRequest r, String facet) {
    return r.lockmemory() ? List.of(facet, "LOCKMEM.as-lock/errors") : List.of(facet);
  }

  List<String> errno(Locking s, LockRequest r, List<Cause> causes, int errno) {
    Cause first = causes.stream().filter(Cause::sure).findFirst().orElse(null);
    if (first == null) {
      List<String> all = new ArrayList<>();
      refusedWithoutCause(s, r, errno, all);
      if (config.profile() == Profile.DOCUMENTED && all.contains("LOCK.multi-segment/one-lock")) {
        return List.of(
            "LOCK.multi-segment/one-lock"); // What does not bind blames nothing that does.
      }
      all.add(r.lockmemory() ? "LOCKMEM.as-lock/errors" : "LOCK.success/answer");
      return all;
    }
    if (first.rank() == Rank.LIMIT) {
      return List.of("ACCT.errno/enomem", first.facets().get(first.facets().size() - 1));
    }
    if (first.facets().contains("LOCK.efault-wrap/fails")) {
      return List.of("LOCK.efault-wrap/errno");
    }
    if (first.facets().contains("LOCK.len-zero/fails")) {
      return List.of("LOCK.len-zero/efault");
    }
    return first.facets();
  }

  private void refusedWithoutCause(Locking s, LockRequest r, int errno, List<String> all) {
    Extent pages = r.pages(config.pageSize());
    List<Mapping> mapped = s.mapped(r.owner().space(), pages);
    boolean both = UmemLockFlag.read(r.flags()) && UmemLockFlag.write(r.flags());
    if (errno == Errno.ENOMEM && atLimit(s, Holder.PROJECT, r.owner().project(), r.len())) {
      all.add("ACCT.exactly-at-limit/project");
    }
    if (errno == Errno.ENOMEM && atLimit(s, Holder.ZONE, r.owner().zone(), r.len())) {
      all.add("ACCT.exactly-at-limit/zone");
    }
    if (errno == Errno.EACCES && mapped.stream().anyMatch(m -> m.prot() == Prot.READ)) {
      all.add("LOCK.write-needs-write/read-alone");
    }
    if (errno == Errno.EINVAL && both && config.profile() == Profile.ILLUMOS) {
      all.add("LOCK.flags-both/accepted");
    }
    if (mapped.size() > 1) {
      all.add("LOCK.multi-segment/one-lock");
    }
    if (!s.pinning(r.owner().space(), pages).isEmpty()) {
      all.add("LOCK.overlap/each-succeeds");
    }
    if (r.lockmemory()) {
      lockmemory(s, r, pages, all);
    }
  }

  private void lockmemory(Locking s, LockRequest r, Extent pages, List<String> all) {
    if (!r.named()) {
      all.add("LOCKMEM.proc-null/current");
    }
    if (r.longterm() && besideSharedFile(s, r, pages)) {
      all.add("LOCKMEM.longterm-range-only/beside");
    }
    if (r.longterm()) {
      all.add("LOCKMEM.longterm-seg-kinds/accepted");
    }
    if (r.vector().equals(CallbackVector.NONE)) {
      all.add("LOCKMEM.callback-optional/null-vector");
    }
  }

  private boolean atLimit(Locking s, Holder of, long id, long more) {
    Usage u = new Usage(config, s);
    Long limit = u.limit(of, id);
    return limit != null && limit == u.certain(of, id) + more;
  }

  private boolean besideSharedFile(Locking s, LockRequest r, Extent pages) {
    long p = config.pageSize();
    Extent wider = new Extent(pages.addr() - p, pages.len() + 2 * p);
    return s.mapped(r.owner().space(), wider).stream()
        .anyMatch(m -> m.kind() == MappingKind.FILE_SHARED);
  }
}
