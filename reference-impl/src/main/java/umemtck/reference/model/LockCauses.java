package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.reference.model.LockFault.Rank;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.Feature;

/** Why a lock must, or may, fail, in the order of LOCK.validation-order. */
final class LockCauses {
  private static final String SHORT = "LOCK.resource-shortage/errno";

  private final ModelConfig config;
  private final Locking s;
  private final Exports exports;
  private final LockRequest r;
  private final Usage usage;
  private final List<Cause> all = new ArrayList<>();

  private LockCauses(ModelConfig config, UmemState state, LockRequest r) {
    this.config = config;
    s = state.locking();
    exports = state.exports();
    this.r = r;
    usage = new Usage(config, s);
  }

  /**
   * Finds them.
   *
   * @param beingChanged whether a munmap, mprotect or exit that is out touches the pages
   * @param exiting whether the process is on its way out
   */
  static List<Cause> of(
      ModelConfig config, UmemState s, LockRequest r, boolean beingChanged, boolean exiting) {
    LockCauses c = new LockCauses(config, s, r);
    c.flags();
    c.alignment();
    c.vector();
    c.limits();
    c.addressSpace(beingChanged);
    c.shortages();
    String dying = "LOCKMEM.registration-failure/exiting";
    c.add(exiting, Rank.SHORTAGE, dying, Cause.ANY, "the process is on its way out");
    return c.all;
  }

  private boolean documented() {
    return config.profile() == Profile.DOCUMENTED;
  }

  private void add(boolean when, Rank rank, String facet, int errno, String what) {
    if (when) {
      all.add(new Cause(facets(facet), errno, true, rank, what));
    }
  }

  private void may(boolean when, Rank rank, String facet, int errno, String what) {
    if (when) {
      all.add(new Cause(facets(facet), errno, false, rank, what));
    }
  }

  /** LOCKMEM.as-lock: whatever holds of the one call holds of the other. */
  private List<String> facets(String facet) {
    return r.lockmemory() && facet.startsWith("LOCK.")
        ? List.of(facet, "LOCKMEM.as-lock/errors")
        : List.of(facet);
  }

  private void flags() {
    int known = r.lockmemory() ? 0x7 : 0x3;
    boolean read = UmemLockFlag.read(r.flags());
    boolean write = UmemLockFlag.write(r.flags());
    add(
        (r.flags() & ~known) != 0,
        Rank.ARGUMENTS,
        r.lockmemory() ? "LOCKMEM.flags/unknown-bit" : "LOCK.flags-unknown/einval",
        Errno.EINVAL,
        "a bit of flags has no meaning");
    add(
        !read && !write,
        Rank.ARGUMENTS,
        r.lockmemory() ? "LOCKMEM.flags/no-access-flag" : "LOCK.flags-none/einval",
        Errno.EINVAL,
        "neither READ nor WRITE");
    may(
        read && write && documented(),
        Rank.ARGUMENTS,
        "LOCK.flags-both/accepted",
        Errno.EINVAL,
        "READ and WRITE"); // K-01
  }

  private void alignment() {
    long odd = config.pageSize() - 1;
    add(
        (r.addr() & odd) != 0,
        Rank.ARGUMENTS,
        "LOCK.addr-aligned/einval",
        Errno.EINVAL,
        "addr is not aligned");
    add(
        (r.len() & odd) != 0,
        Rank.ARGUMENTS,
        "LOCK.len-aligned/einval",
        Errno.EINVAL,
        "len is not whole pages");
  }

  private void vector() {
    add(
        r.longterm() && !(r.vector().given() && r.vector().function()),
        Rank.ARGUMENTS,
        "LOCKMEM.longterm-needs-callback/einval",
        Errno.EINVAL,
        "LONGTERM without a cleanup function");
    add(
        r.vector().given() && r.vector().version() != 1,
        Rank.ARGUMENTS,
        "LOCKMEM.callback-version/einval",
        Errno.EINVAL,
        "the vector's version is not 1");
  }

  private void limits() {
    limit(Holder.PROJECT, r.owner().project());
    limit(Holder.ZONE, r.owner().zone());
  }

  private void limit(Holder of, long id) {
    boolean sure = usage.exceeds(of, id, r.len());
    if (sure || usage.mayExceed(of, id, r.len())) {
      String what = sure ? "the limit of the " + of + " would be exceeded" : "a limit may deny it";
      all.add(new Cause(denial(of, id), Errno.ENOMEM, sure, Rank.LIMIT, what));
    }
  }

  /** Whom a success would break: what is special about this denial first. */
  private List<String> denial(Holder of, long id) {
    List<String> facets = new ArrayList<>();
    long used = usage.certain(of, id);
    Long limit = usage.limit(of, id);
    boolean project = of == Holder.PROJECT;
    if (Long.compareUnsigned(used + r.len(), used) < 0) {
      facets.add("ACCT.overflow/refused");
    }
    if (limit != null && Long.compareUnsigned(used, limit) > 0) {
      facets.add("ACCT.limit-lowered/new-refused");
    }
    if (limit != null && used != 0 && Long.compareUnsigned(used, limit) < 0) {
      facets.add("ACCT.includes-request/sum");
    }
    if (r.named() && project) {
      facets.add("ACCT.owner-not-caller/limit");
    }
    boolean mlocked = s.mlocked().stream().anyMatch(m -> (project ? m.project() : m.zone()) == id);
    if (mlocked) {
      facets.add("ACCT.shared-counter/one-limit");
    }
    if (s.locks().stream().anyMatch(l -> l.stage() == Stage.QUEUED)) {
      facets.add("UNLOCK.credit-when-real/limit");
    }
    facets.add(project ? "ACCT.project-limit/refused" : "ACCT.zone-limit/refused");
    if (!project && overProjects(id)) {
      facets.add("ACCT.zone-limit/over-projects");
    }
    facets.add(project ? "LOCK.enomem-limit/project" : "LOCK.enomem-limit/zone");
    return facets;
  }

  private boolean overProjects(long zone) {
    return s.locks().stream()
            .filter(l -> l.counts() && l.zone() == zone)
            .mapToLong(Lock::project)
            .distinct()
            .count()
        > 1;
  }

  private void addressSpace(boolean beingChanged) {
    if (r.len() == 0) {
      add(true, Rank.ADDRESS_SPACE, "LOCK.len-zero/fails", Errno.EFAULT, "len is 0");
      may(documented(), Rank.ADDRESS_SPACE, "LOCK.len-zero/efault", Errno.EINVAL, "len is 0");
      return;
    }
    if (r.wraps()) {
      int errno = documented() ? Cause.ANY : Errno.EFAULT;
      String what = "the range wraps the address space";
      add(true, Rank.ADDRESS_SPACE, "LOCK.efault-wrap/fails", errno, what);
      return;
    }
    String unmapped = "LOCK.efault-unmapped/errno";
    may(beingChanged, Rank.ADDRESS_SPACE, unmapped, Errno.EFAULT, "the range is being unmapped");
    Extent pages = r.pages(config.pageSize());
    List<Mapping> mapped = s.mapped(r.owner().space(), pages);
    long bytes = mapped.stream().mapToLong(m -> m.where().len()).sum();
    add(
        bytes != pages.len(),
        Rank.ADDRESS_SPACE,
        unmapped,
        Errno.EFAULT,
        "part of the range is not mapped");
    if (exports.in(r.owner().space(), pages).stream().anyMatch(Export::remappable)) {
      all.add(
          new Cause(
              List.of("LOCK.efault-unsupported/allow-remap", "REMAP.no-lock/efault"),
              Errno.EFAULT,
              true,
              Rank.ADDRESS_SPACE,
              "part of the range was set up with ALLOW_REMAP"));
    }
    add(
        any(mapped, m -> m.kind() == MappingKind.NOT_LOCKABLE),
        Rank.ADDRESS_SPACE,
        r.longterm() ? "LOCKMEM.longterm-seg-kinds/others" : "LOCK.efault-unsupported/errno",
        Errno.EFAULT,
        "part of the range cannot be locked");
    add(
        r.longterm() && any(mapped, m -> m.kind() == MappingKind.FILE_SHARED),
        Rank.ADDRESS_SPACE,
        "LOCKMEM.longterm-shared-file/efault",
        Errno.EFAULT,
        "LONGTERM, and part of the range is a file mapped shared");
    access(mapped);
  }

  private void access(List<Mapping> mapped) {
    boolean read = UmemLockFlag.read(r.flags());
    boolean write = UmemLockFlag.write(r.flags());
    int needed = write ? Prot.WRITE : Prot.READ;
    if (any(mapped, m -> (m.prot() & needed) == 0)) {
      List<String> facets = new ArrayList<>();
      if (read && write) {
        facets.add("LOCK.write-needs-write/both");
        facets.add("LOCK.flags-both/as-write");
      }
      facets.add(write ? "LOCK.eacces/write" : "LOCK.eacces/read");
      if (r.lockmemory()) {
        facets.add("LOCKMEM.as-lock/errors");
      }
      all.add(
          new Cause(
              facets, Errno.EACCES, true, Rank.ADDRESS_SPACE, "the process lacks the access"));
    }
  }

  private static boolean any(List<Mapping> mapped, java.util.function.Predicate<Mapping> p) {
    return mapped.stream().anyMatch(p);
  }

  private void shortages() {
    for (Planted f : s.planted()) {
      boolean pages = f.step() == FaultyStep.PAGE_LOCK;
      if (pages || r.vector().calls()) {
        boolean sure = f.sure() && (pages || r.longterm());
        String facet = pages ? SHORT : "LOCKMEM.registration-failure/fault";
        String what = pages ? "lockable memory is short" : "the callback cannot be registered";
        all.add(new Cause(facets(facet), f.errno(), sure, Rank.SHORTAGE, what));
      }
    }
    boolean mayBeShort = !config.offers(Feature.FAULTS);
    may(mayBeShort, Rank.SHORTAGE, SHORT, Errno.ENOMEM, "lockable memory may be short");
    may(mayBeShort, Rank.SHORTAGE, SHORT, Errno.EAGAIN, "lockable memory may be short");
  }
}
