package umemtck.reference.kernel;

import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.UmemAllocation;
import umemtck.spec.subject.Waits;

/** Allocates and frees: ddi_umem_alloc and ddi_umem_free, step by step. */
abstract class AllocKernel extends PagedKernel implements UmemAllocation {
  private long lastCookie = 0x100;

  /** What was taken last. */
  private Block taken;

  AllocKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  @Override
  public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
    synchronized (this) {
      mustBeUp();
      diagnose(size, flag);
      cookiep.set(0);
      if (roundsToNothing(size)) {
        return 0;
      }
    }
    CookieKind kind = CookieKind.allocatedWith(flag);
    long pages = kind == CookieKind.TRASH ? 0 : pagesFor(size);
    AllocCall call = new AllocCall(size, pages, kind, cookiep);
    while (!take(call)) {
      synchronized (this) {
        if (!UmemFlag.sleeps(flag) || givesUp(pages, kind)) {
          return refuse(pages, kind, cookiep);
        }
      }
      sleep(pages, kind);
      stall("take");
    }
    if (kind != CookieKind.TRASH) {
      stall("zero");
      zeroTaken(call.block());
    }
    return call.address();
  }

  @Override
  public void ddi_umem_free(long cookie) {
    if (free(cookie)) {
      stall("wake");
      wake();
    }
  }

  // ---- The steps of an allocation, in their order. Those that the calls above do not make under
  // ---- the kernel's lock take it themselves.

  /**
   * Misuse that the contract leaves undefined ends here, with a word to the person who debugs it.
   */
  protected void diagnose(long size, int flag) {
    boolean undefined = UmemFlag.unknown(flag) && options().profile() == Profile.DOCUMENTED;
    if (undefined || (UmemFlag.pageable(flag) && UmemFlag.trash(flag))) {
      throw panic("ddi_umem_alloc: bad flag " + UmemFlag.text(flag));
    }
    if (context() == Context.HIGH_LEVEL_INTERRUPT
        || (UmemFlag.sleeps(flag) && !context().maySleep())) {
      throw panic("ddi_umem_alloc: " + UmemFlag.text(flag) + " in " + context() + " context");
    }
  }

  /** Size 0, and a size so near to 2^64 that no multiple of the page size above it is left. */
  protected boolean roundsToNothing(long size) {
    return size == 0 || Long.compareUnsigned(size, -(long) options().pageSize()) > 0;
  }

  /** Pages that hold a size: one more where the last is not full. */
  protected long pagesFor(long size) {
    int shift = Integer.numberOfTrailingZeros(options().pageSize());
    boolean partial = (size & (options().pageSize() - 1)) != 0;
    return (size >>> shift) + (partial ? 1 : 0);
  }

  /** Whether there is enough of everything now. */
  protected boolean isEnough(long pages, CookieKind kind) {
    if (free(Resource.COOKIES) < 1) {
      return false;
    }
    if (kind == CookieKind.TRASH) {
      return true;
    }
    return free(Resource.PAGES) >= pages
        && (kind != CookieKind.PAGEABLE || free(Resource.SWAP) >= pages)
        && fits(pages);
  }

  /** Whether a caller who can wait is refused all the same. */
  protected boolean givesUp(long pages, CookieKind kind) {
    return pages > options().frames()
        || (options().profile() == Profile.ILLUMOS
            && kind == CookieKind.PAGEABLE
            && free(Resource.SWAP) < pages);
  }

  /** Answers that there is not enough; the cookie is NULL already. */
  protected long refuse(long pages, CookieKind kind, CookieRef cookiep) {
    return 0;
  }

  /** Takes what is needed if there is enough: test and taking are one step. Holds no lock. */
  protected synchronized boolean take(AllocCall call) {
    mustBeUp();
    if (!isEnough(call.pages(), call.kind())) {
      return false;
    }
    grant(call);
    return true;
  }

  /** Takes it, whether there is enough or not. */
  protected final synchronized void grant(AllocCall call) {
    long address = grant(call.size(), call.pages(), call.kind(), call.cookiep());
    call.take(taken, address);
  }

  /** Waits until there may be enough. */
  protected void sleep(long pages, CookieKind kind) {
    waits()
        .await(
            () -> {
              synchronized (this) {
                return isDown() || isEnough(pages, kind) || givesUp(pages, kind);
              }
            });
  }

  /** Takes everything that is needed; returns the address. */
  protected long grant(long size, long pages, CookieKind kind, CookieRef cookiep) {
    boolean trash = kind == CookieKind.TRASH;
    Block b =
        new Block(newCookie(), kind, size, trash ? -1 : takeAddress((int) pages), (int) pages);
    charge(b, -1);
    remember(b);
    taken = b;
    cookiep.set(b.cookie());
    if (trash) {
      return 0;
    }
    pageTable().map(b);
    return addressOf(b.firstPage());
  }

  /** A number that no live cookie has. */
  protected long newCookie() {
    lastCookie += 0x40;
    return lastCookie;
  }

  /** Takes contiguous pages of address space; returns the number of the first. */
  protected int takeAddress(int pages) {
    return takeFirstFit(pages);
  }

  /** Fills memory that was taken with zeros: nobody else knows it yet. Holds no lock. */
  protected synchronized void zeroTaken(Block b) {
    mustBeUp();
    zero(b);
  }

  /** Fills fresh memory with zeros, to the end of its last page. */
  protected void zero(Block b) {
    for (int i = 0; i < b.pages(); i++) {
      pageTable().arena().zero(pageTable().frame(b.firstPage() + i), 0, options().pageSize());
    }
  }

  // ---- The steps of a release.

  /** Frees; whether something was given back. Holds no lock. */
  protected synchronized boolean free(long cookie) {
    mustBeUp();
    if (context() == Context.HIGH_LEVEL_INTERRUPT) {
      throw panic("ddi_umem_free: called from a high-level interrupt");
    }
    if (cookie == 0) {
      freeNull();
      return false;
    }
    Block b = find(cookie);
    if (b == null) {
      stranger(cookie);
      return false;
    }
    diagnoseFree(b);
    release(b);
    return true;
  }

  /** Frees NULL: nothing. */
  protected void freeNull() {}

  /** Frees something that is not a live cookie: the machine stops. */
  protected void stranger(long cookie) {
    throw panic(
        "ddi_umem_free: cookie 0x"
            + Long.toHexString(cookie)
            + " is not live: freed twice, or never allocated");
  }

  /** Memory that somebody still uses is not freed: the machine stops. */
  protected void diagnoseFree(Block b) {}

  /** Gives everything back. */
  protected void release(Block b) {
    forget(b.cookie());
    if (b.kind() != CookieKind.TRASH) {
      pageTable().unmap(b);
      giveAddress(b.firstPage(), b.pages());
    }
    charge(b, 1);
  }

  /** Tells the sleepers that there may be enough now. */
  protected void wake() {
    waits().changed();
  }
}
