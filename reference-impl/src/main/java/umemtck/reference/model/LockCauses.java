package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
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
  private final ModelConfig config;
  private final Locking s;
  private final LockRequest r;
  private final Usage usage;
  private final List<Cause> all = new ArrayList<>();

  private LockCauses(ModelConfig config, Locking s, LockRequest r) {
    this.config = config;
    this.s = s;
    this.r = r;
    usage = new Usage(config, s);
  }

  /**
   * Finds them.
   *
   * @param beingChanged whether a munmap, mprotect or exit that is out touches the pages
   */
  static List<Cause> of(ModelConfig config, Locking s, LockRequest r, boolean beingChanged) {
    LockCauses c = new LockCauses(config, s, r);
    c.flags();
    c.alignment();
    c.vector();
    c.limits();
    c.addressSpace(beingChanged);
    c.shortages();
    return c.all;
  }

  private boolean documented() {
    return config.profile() == Profile.DOCUMENTED;
  }

  private void add(boolean when, String facet, int errno, String what) {
    if (when) {
      all.add(new Cause(facet, errno, true, what));
    }
  }

  private void may(boolean when, String facet, int errno, String what) {
    if (when) {
      all.add(new Cause(facet, errno, false, what));
    }
  }

  private void flags() {
    int known = r.lockmemory() ? 0x7 : 0x3;
    boolean access = UmemLockFlag.read(r.flags()) || UmemLockFlag.write(r.flags());
    String facet = r.lockmemory() ? "LOCKMEM.flags/" : null;
    add(
        (r.flags() & ~known) != 0,
        facet == null ? "LOCK.flags-unknown/einval" : facet + "unknown",
        Errno.EINVAL,
        "a bit of flags has no meaning");
    add(
        !access,
        facet == null ? "LOCK.flags-none/einval" : facet + "no-access",
        Errno.EINVAL,
        "neither READ nor WRITE");
    boolean both = UmemLockFlag.read(r.flags()) && UmemLockFlag.write(r.flags());
    may(both && documented(), "LOCK.flags-both/accepted", Errno.EINVAL, "READ and WRITE");
  }

  private void alignment() {
    long odd = config.pageSize() - 1;
    add((r.addr() & odd) != 0, "LOCK.addr-aligned/einval", Errno.EINVAL, "addr is not aligned");
    add((r.len() & odd) != 0, "LOCK.len-aligned/einval", Errno.EINVAL, "len is not whole pages");
  }

  private void vector() {
    add(
        r.longterm() && !(r.vector().given() && r.vector().function()),
        "LOCKMEM.longterm-needs-callback/einval",
        Errno.EINVAL,
        "LONGTERM without a cleanup function");
    add(
        r.vector().given() && r.vector().version() != 1,
        "LOCKMEM.callback-version/einval",
        Errno.EINVAL,
        "the vector's version is not 1");
  }

  private void limits() {
    limit(Holder.PROJECT, r.owner().project());
    limit(Holder.ZONE, r.owner().zone());
  }

  private void limit(Holder of, long id) {
    if (usage.exceeds(of, id, r.len())) {
      add(true, denial(of, id), Errno.ENOMEM, "the limit of the " + of + " would be exceeded");
    } else {
      may(usage.mayExceed(of, id, r.len()), denial(of, id), Errno.ENOMEM, "the limit is not known");
    }
  }

  private String denial(Holder of, long id) {
    long used = usage.certain(of, id);
    Long limit = usage.limit(of, id);
    if (Long.compareUnsigned(used + r.len(), used) < 0) {
      return "ACCT.overflow/refused";
    }
    if (limit != null && Long.compareUnsigned(used, limit) > 0) {
      return "ACCT.limit-lowered/new-refused";
    }
    if (limit != null && used != 0 && Long.compareUnsigned(used, limit) < 0) {
      return "ACCT.includes-request/refused";
    }
    return of == Holder.PROJECT ? "ACCT.project-limit/denied" : "ACCT.zone-limit/denied";
  }

  private void addressSpace(boolean beingChanged) {
    if (r.len() == 0) {
      add(true, "LOCK.len-zero/fails", Errno.EFAULT, "len is 0");
      may(documented(), "LOCK.len-zero/fails", Errno.EINVAL, "len is 0");
      return;
    }
    if (r.wraps()) {
      int errno = documented() ? Cause.ANY : Errno.EFAULT;
      add(true, "LOCK.efault-wrap/fails", errno, "the range wraps the address space");
      return;
    }
    may(beingChanged, "LOCK.efault-unmapped/efault", Errno.EFAULT, "the range is being unmapped");
    Extent pages = r.pages(config.pageSize());
    List<Mapping> mapped = s.mapped(r.owner().space(), pages);
    long bytes = mapped.stream().mapToLong(m -> m.where().len()).sum();
    add(
        bytes != pages.len(),
        "LOCK.efault-unmapped/efault",
        Errno.EFAULT,
        "part of the range is not mapped");
    add(
        any(mapped, m -> m.kind() == MappingKind.NOT_LOCKABLE),
        r.longterm() ? "LOCKMEM.longterm-seg-kinds/efault" : "LOCK.efault-unsupported/efault",
        Errno.EFAULT,
        "part of the range cannot be locked");
    add(
        r.longterm() && any(mapped, m -> m.kind() == MappingKind.FILE_SHARED),
        "LOCKMEM.longterm-shared-file/efault",
        Errno.EFAULT,
        "LONGTERM, and part of the range is a file mapped shared");
    boolean write = UmemLockFlag.write(r.flags());
    int needed = write ? Prot.WRITE : Prot.READ;
    add(
        any(mapped, m -> (m.prot() & needed) == 0),
        write && any(mapped, m -> m.prot() == Prot.READ)
            ? "LOCK.write-needs-write/eacces"
            : "LOCK.eacces/eacces",
        Errno.EACCES,
        "the process lacks the access");
  }

  private static boolean any(List<Mapping> mapped, java.util.function.Predicate<Mapping> p) {
    return mapped.stream().anyMatch(p);
  }

  private void shortages() {
    for (Planted f : s.planted()) {
      boolean pages = f.step() == FaultyStep.PAGE_LOCK;
      if (pages || r.vector().calls()) {
        boolean sure = f.sure() && (pages || r.longterm());
        all.add(
            new Cause(
                pages ? "LOCK.resource-shortage/errno" : "LOCKMEM.registration-failure/error",
                f.errno(),
                sure,
                pages ? "lockable memory is short" : "the callback cannot be registered"));
      }
    }
    boolean mayBeShort = !config.offers(Feature.FAULTS);
    may(mayBeShort, "LOCK.resource-shortage/errno", Errno.ENOMEM, "lockable memory may be short");
    may(mayBeShort, "LOCK.resource-shortage/errno", Errno.EAGAIN, "lockable memory may be short");
  }
}
