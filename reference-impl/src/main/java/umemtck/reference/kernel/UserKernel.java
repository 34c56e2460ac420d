package umemtck.reference.kernel;

import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.Waits;

/** The pages of the processes: mapped, in memory or not, and locked by mlock. */
abstract class UserKernel extends CountingKernel {
  UserKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  // ---- The steps of paging.

  /** Whether a page of a process may leave memory: nobody has locked it. */
  protected boolean mayPageOut(UserPage page) {
    return page.pins() == 0 && page.mlockedFor() == null;
  }

  /** Brings a page into memory. */
  protected void bringIn(UserPage page) {
    page.frame().setResident(true);
  }

  /** Whether a page of a process is in memory. */
  protected boolean isResident(UserPage page) {
    return page.frame().isResident();
  }

  /** Pages out whatever may be; returns how many pages left memory, those of processes too. */
  @Override
  protected synchronized long pageOut() {
    long out = super.pageOut();
    for (Proc p : population().procs()) {
      out += p.borrows() ? 0 : pageOut(p.space());
    }
    return out;
  }

  private long pageOut(UserSpace space) {
    long out = 0;
    for (UserPage page : space.pages(PageRange.ALL)) {
      UserFrame frame = page.frame();
      if (frame != null
          && frame.isResident()
          && frame.mappedBy().stream().allMatch(this::mayPageOut)) {
        frame.setResident(false);
        out++;
      }
    }
    return out;
  }

  // ---- The steps of mlock.

  /** Counts pages that are not mlocked yet: each once (ACCT.shared-counter). */
  @Override
  public synchronized int mlock(long proc, long addr, long len) {
    mustBeUp();
    UserSpace space = proc(proc).space();
    PageRange range = mapped(space, addr, len);
    Party whom = space.owner().party();
    if (!admits(whom, mlockPrice(space, range))) {
      return Errno.EAGAIN;
    }
    for (UserPage page : space.pages(range)) {
      bringIn(page);
      mlock(whom, page);
    }
    return 0;
  }

  /** Bytes that mlock counts: those of pages that are not mlocked yet. */
  protected long mlockPrice(UserSpace space, PageRange range) {
    long fresh = space.pages(range).stream().filter(page -> page.mlockedFor() == null).count();
    return fresh * options().pageSize();
  }

  /** Locks a page for mlock, and counts it unless it is counted already. */
  protected void mlock(Party whom, UserPage page) {
    if (page.mlockedFor() == null) {
      page.setMlockedFor(whom);
      count(whom, options().pageSize(), 1);
    }
  }

  @Override
  public synchronized int munlock(long proc, long addr, long len) {
    mustBeUp();
    UserSpace space = proc(proc).space();
    munlock(space, mapped(space, addr, len));
    return 0;
  }

  /** No longer counts what is mlocked in a range. */
  protected void munlock(UserSpace space, PageRange range) {
    for (UserPage page : space.pages(range)) {
      if (page.mlockedFor() != null) {
        count(carrier(space.owner(), page.mlockedFor()), options().pageSize(), -1);
        page.setMlockedFor(null);
      }
    }
  }

  // ---- Mappings.

  /** Maps pages; they are brought in when somebody locks them. */
  public synchronized void mmap(long proc, long addr, long len, MappingKind kind, int prot) {
    mustBeUp();
    UserSpace space = proc(proc).space();
    PageRange range = rangeOf(addr, len);
    for (long page = range.first(); page < range.end(); page++) {
      space.map(page, new UserPage(kind, prot));
    }
  }

  /** Whether a page of a process is in memory. */
  final synchronized boolean isUserResident(long proc, long addr) {
    PageRange range = mapped(proc(proc).space(), addr, options().pageSize());
    return isResident(proc(proc).space().page(range.first()));
  }

  /** The pages of an address range; whatever is left of a page at either end does not count. */
  protected final PageRange rangeOf(long addr, long len) {
    int shift = Integer.numberOfTrailingZeros(options().pageSize());
    return new PageRange(addr >>> shift, len >>> shift);
  }

  /** The same of a range that is all mapped. */
  final PageRange mapped(UserSpace space, long addr, long len) {
    PageRange range = rangeOf(addr, len);
    if (!space.isMapped(range)) {
      throw new IllegalArgumentException(
          "not all of " + len + " bytes at 0x" + Long.toHexString(addr) + " are mapped");
    }
    return range;
  }
}
