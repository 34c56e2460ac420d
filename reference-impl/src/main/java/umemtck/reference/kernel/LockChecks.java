package umemtck.reference.kernel;

import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.Waits;

/** What a lock is refused for, limits and shortages apart: its arguments, and its pages. */
abstract class LockChecks extends LayoutKernel {
  private static final int ACCESS =
      UmemLockFlag.DDI_UMEMLOCK_READ | UmemLockFlag.DDI_UMEMLOCK_WRITE;

  LockChecks(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  /** Checks the arguments; nothing is done yet. */
  final boolean isValid(LockRequest r) {
    return knowsFlags(r)
        && hasAccessFlag(r)
        && isAddrAligned(r)
        && isLenAligned(r)
        && hasNeededFunction(r)
        && knowsVersion(r);
  }

  /** Checks the pages, once the lock is charged; returns an errno (LOCK.validation-order). */
  protected final int checkRange(Lock l) {
    if (isEmptyOrWraps(l.request()) || !isMapped(l) || !isLockable(l)) {
      return Errno.EFAULT;
    }
    // Of pages that the scan is going to refuse it says EFAULT, and no other errno comes first.
    return permits(l) || !isFitForLongterm(l) ? 0 : Errno.EACCES;
  }

  // ---- The arguments, in the order in which they are looked at.

  /** Misuse of the context ends here (LOCK.context). */
  protected void diagnoseLock() {
    if (context() != Context.USER) {
      throw panic("ddi_umem_lock: called in " + context() + " context");
    }
  }

  /** Whose pages: those of the named process, or of the current one (LOCKMEM.proc-null). */
  protected Proc ownerOf(long procp) {
    return proc(procp == 0 ? current() : procp);
  }

  /** Whether every bit has a meaning (LOCK.flags-unknown, LOCKMEM.flags). */
  protected boolean knowsFlags(LockRequest r) {
    int known = r.lockmemory() ? ACCESS | UmemLockFlag.DDI_UMEMLOCK_LONGTERM : ACCESS;
    return (r.flags() & ~known) == 0;
  }

  /** Whether READ or WRITE is there (LOCK.flags-none). */
  protected boolean hasAccessFlag(LockRequest r) {
    return (r.flags() & ACCESS) != 0;
  }

  /** LOCK.addr-aligned. */
  protected boolean isAddrAligned(LockRequest r) {
    return (r.addr() & (options().pageSize() - 1)) == 0;
  }

  /** LOCK.len-aligned. */
  protected boolean isLenAligned(LockRequest r) {
    return (r.len() & (options().pageSize() - 1)) == 0;
  }

  /** LOCKMEM.longterm-needs-callback. */
  protected boolean hasNeededFunction(LockRequest r) {
    return !r.longterm() || r.calls();
  }

  /** LOCKMEM.callback-version. */
  protected boolean knowsVersion(LockRequest r) {
    return r.ops() == null || r.ops().cbo_umem_callback_version() == 1;
  }

  // ---- The pages, in the order in which they are looked at.

  /** LOCK.len-zero, LOCK.efault-wrap. */
  protected boolean isEmptyOrWraps(LockRequest r) {
    return r.len() == 0 || Long.compareUnsigned(r.addr() + r.len() - 1, r.addr()) < 0;
  }

  /** LOCK.efault-unmapped. */
  protected boolean isMapped(Lock l) {
    return l.space().isMapped(l.range());
  }

  /** LOCK.efault-unsupported. */
  protected boolean isLockable(Lock l) {
    return l.space().pages(l.range()).stream().noneMatch(p -> p.kind() == MappingKind.NOT_LOCKABLE);
  }

  /** LOCKMEM.longterm-shared-file, LOCKMEM.longterm-range-only: looked at once they are pinned. */
  protected boolean isFitForLongterm(Lock l) {
    return !l.request().longterm()
        || l.space().pages(l.range()).stream().noneMatch(p -> p.kind() == MappingKind.FILE_SHARED);
  }

  private boolean permits(Lock l) {
    return l.space().pages(l.range()).stream().allMatch(page -> permits(l.request(), page));
  }

  /** Whether the process has the access to a page (LOCK.eacces, LOCK.write-needs-write). */
  protected boolean permits(LockRequest r, UserPage page) {
    int needed = UmemLockFlag.write(r.flags()) ? Prot.WRITE : Prot.READ;
    return (page.prot() & needed) != 0;
  }
}
