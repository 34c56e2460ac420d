package umemtck.reference.kernel;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.Memory;
import umemtck.spec.subject.UmemAllocation;
import umemtck.spec.subject.UmemPanic;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;
import umemtck.spec.subject.World;

/**
 * A machine that keeps the contract. Its steps are protected methods, one each, so that a faulty
 * subject can be this kernel with one step done wrong.
 *
 * <p>Safe for any number of threads: one lock guards all state, and no call waits while it holds
 * it.
 */
public class Kernel implements UmemSystem, UmemAllocation {
  private final KernelOptions options;
  private final Waits waits;
  private final AddressSpace addresses;
  private final PageTable pageTable;
  private final Map<Long, Block> live = new HashMap<>();
  private final long[] free = new long[Resource.values().length];
  private final ThreadLocal<Context> context = ThreadLocal.withInitial(() -> Context.USER);
  private final KernelMemory memory;
  private final KernelWorld world;
  private long lastCookie = 0x100;
  private String down;

  /** Boots: everything is free, and dirty. */
  public Kernel(KernelOptions options, Waits waits) {
    this.options = options;
    this.waits = waits;
    addresses = new AddressSpace(options.frames());
    pageTable = new PageTable(options.pageSize(), options.frames(), options.frames());
    java.util.Arrays.fill(free, options.frames());
    memory = new KernelMemory(this);
    world = new KernelWorld(this);
  }

  @Override
  public final UmemAllocation allocation() {
    return this;
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public World world() {
    return world;
  }

  @Override
  public void close() {
    pageTable.close();
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
    while (true) {
      synchronized (this) {
        mustBeUp();
        if (isEnough(pages, kind)) {
          return grant(size, pages, kind, cookiep);
        }
        if (!UmemFlag.sleeps(flag) || givesUp(pages, kind)) {
          return refuse(pages, kind, cookiep);
        }
      }
      sleep(pages, kind);
    }
  }

  @Override
  public void ddi_umem_free(long cookie) {
    synchronized (this) {
      mustBeUp();
      if (context.get() == Context.HIGH_LEVEL_INTERRUPT) {
        throw panic("ddi_umem_free: called from a high-level interrupt");
      }
      if (cookie == 0) {
        freeNull();
        return;
      }
      Block b = live.get(cookie);
      if (b == null) {
        stranger(cookie);
        return;
      }
      release(b);
    }
    wake();
  }

  // ---- The steps of an allocation, in their order.

  /**
   * Misuse that the contract leaves undefined ends here, with a word to the person who debugs it.
   */
  protected void diagnose(long size, int flag) {
    boolean undefined = UmemFlag.unknown(flag) && options.profile() == Profile.DOCUMENTED;
    if (undefined || (UmemFlag.pageable(flag) && UmemFlag.trash(flag))) {
      throw panic("ddi_umem_alloc: bad flag " + UmemFlag.text(flag));
    }
    if (context.get() == Context.HIGH_LEVEL_INTERRUPT
        || (UmemFlag.sleeps(flag) && !context.get().maySleep())) {
      throw panic("ddi_umem_alloc: " + UmemFlag.text(flag) + " in " + context.get() + " context");
    }
  }

  /** Size 0, and a size so near to 2^64 that no multiple of the page size above it is left. */
  protected boolean roundsToNothing(long size) {
    return size == 0 || Long.compareUnsigned(size, -(long) options.pageSize()) > 0;
  }

  /** Pages that hold a size: one more where the last is not full. */
  protected long pagesFor(long size) {
    int shift = Integer.numberOfTrailingZeros(options.pageSize());
    boolean partial = (size & (options.pageSize() - 1)) != 0;
    return (size >>> shift) + (partial ? 1 : 0);
  }

  /** Whether there is enough of everything now. */
  protected boolean isEnough(long pages, CookieKind kind) {
    if (free[Resource.COOKIES.ordinal()] < 1) {
      return false;
    }
    if (kind == CookieKind.TRASH) {
      return true;
    }
    return free[Resource.PAGES.ordinal()] >= pages
        && (kind != CookieKind.PAGEABLE || free[Resource.SWAP.ordinal()] >= pages)
        && addresses.fits(pages);
  }

  /** Whether a caller who can wait is refused all the same. */
  protected boolean givesUp(long pages, CookieKind kind) {
    return pages > options.frames()
        || (options.profile() == Profile.ILLUMOS
            && kind == CookieKind.PAGEABLE
            && free[Resource.SWAP.ordinal()] < pages);
  }

  /** Answers that there is not enough; the cookie is NULL already. */
  protected long refuse(long pages, CookieKind kind, CookieRef cookiep) {
    return 0;
  }

  /** Waits until there may be enough. */
  protected void sleep(long pages, CookieKind kind) {
    waits.await(
        () -> {
          synchronized (this) {
            return down != null || isEnough(pages, kind) || givesUp(pages, kind);
          }
        });
  }

  /** Takes everything that is needed; returns the address. */
  protected long grant(long size, long pages, CookieKind kind, CookieRef cookiep) {
    boolean trash = kind == CookieKind.TRASH;
    Block b =
        new Block(newCookie(), kind, size, trash ? -1 : takeAddress((int) pages), (int) pages);
    charge(b, -1);
    live.put(b.cookie(), b);
    cookiep.set(b.cookie());
    if (trash) {
      return 0;
    }
    pageTable.map(b);
    zero(b);
    return addressOf(b.firstPage());
  }

  /** A number that no live cookie has. */
  protected long newCookie() {
    lastCookie += 0x40;
    return lastCookie;
  }

  /** Takes contiguous pages of address space; returns the number of the first. */
  protected int takeAddress(int pages) {
    return addresses.take(pages);
  }

  /** Fills fresh memory with zeros, to the end of its last page. */
  protected void zero(Block b) {
    for (int i = 0; i < b.pages(); i++) {
      pageTable.arena().zero(pageTable.frame(b.firstPage() + i), 0, options.pageSize());
    }
  }

  // ---- The steps of a release.

  /** Frees NULL: nothing. */
  protected void freeNull() {}

  /** Frees something that is not a live cookie: the machine stops. */
  protected void stranger(long cookie) {
    throw panic(
        "ddi_umem_free: cookie 0x"
            + Long.toHexString(cookie)
            + " is not live: freed twice, or never allocated");
  }

  /** Gives everything back. */
  protected void release(Block b) {
    live.remove(b.cookie());
    if (b.kind() != CookieKind.TRASH) {
      pageTable.unmap(b);
      addresses.give(b.firstPage(), b.pages());
    }
    charge(b, 1);
  }

  /** Tells the sleepers that there may be enough now. */
  protected void wake() {
    waits.changed();
  }

  /** Takes (-1) or gives back (1) what a block uses of each budget. */
  protected void charge(Block b, int sign) {
    add(Resource.COOKIES, sign);
    if (b.kind() != CookieKind.TRASH) {
      add(Resource.PAGES, sign * (long) b.pages());
    }
    if (b.kind() == CookieKind.PAGEABLE) {
      add(Resource.SWAP, sign * (long) b.pages());
    }
  }

  // ---- What the roles and the zoo look at.

  /** Adds to what is free of a resource. */
  protected final void add(Resource resource, long amount) {
    free[resource.ordinal()] += amount;
  }

  /** How much of a resource is free. */
  protected final synchronized long free(Resource resource) {
    return free[resource.ordinal()];
  }

  /** Sets how much of a resource is free, and wakes whoever waits for it. */
  protected void setFree(Resource resource, long amount) {
    synchronized (this) {
      if (amount < 0 || amount > options.frames() - used(resource)) {
        throw new IllegalArgumentException(
            "cannot make "
                + amount
                + " "
                + resource
                + " free beside "
                + used(resource)
                + " in use");
      }
      if (resource == Resource.ADDRESS) {
        addresses.reset((int) amount);
      }
      free[resource.ordinal()] = amount;
    }
    waits.changed();
  }

  /** How much of a resource live blocks use. */
  private long used(Resource resource) {
    return live.values().stream()
        .filter(b -> resource != Resource.SWAP || b.kind() == CookieKind.PAGEABLE)
        .mapToLong(b -> resource == Resource.COOKIES ? 1 : b.pages())
        .sum();
  }

  /** Stops the machine: this call and every later one panics. */
  protected final UmemPanic panic(String text) {
    down = text;
    return new UmemPanic("panic: " + text);
  }

  /** How it is configured. */
  protected final KernelOptions options() {
    return options;
  }

  /** What a live cookie stands for, or null. */
  protected final Block find(long cookie) {
    return live.get(cookie);
  }

  /** What is live, in no order. */
  protected final Collection<Block> live() {
    return Collections.unmodifiableCollection(live.values());
  }

  /** Forgets a cookie, and nothing else. */
  protected final void forget(long cookie) {
    live.remove(cookie);
  }

  /** The address of a page of the address space. */
  protected final long addressOf(int page) {
    return options.base() + (long) page * options.pageSize();
  }

  /** Stores a value over a part of a page of the address space. */
  protected final void paint(int page, int from, int to, byte value) {
    pageTable.arena().fill(pageTable.frame(page), from, to, value);
  }

  /** The holes of the address space: number of the first page, and pages; ascending. */
  protected final NavigableMap<Integer, Integer> holes() {
    return addresses.holes();
  }

  /** Takes just these pages of address space, which lie in one hole. */
  protected final void takeAddress(int firstPage, int pages) {
    addresses.take(firstPage, pages);
  }

  /** Fills all memory that nobody has with zeros. */
  protected final void zeroFreeFrames() {
    pageTable.arena().zeroFree();
  }

  /** Gives back contiguous pages of address space. */
  protected final void giveAddress(int firstPage, int pages) {
    addresses.give(firstPage, pages);
  }

  /** The frames behind the pages. */
  final PageTable pageTable() {
    return pageTable;
  }

  /** The context of the calling thread. */
  protected final Context context() {
    return context.get();
  }

  final void enter(Context next) {
    context.set(next);
  }

  /** Pages out whatever may be; returns how many pages left memory. */
  protected synchronized long pageOut() {
    return pageTable.pageOut();
  }

  /** Pages out one page, whatever it is. */
  protected final void pageOut(int page) {
    pageTable.pageOut(page);
  }

  final void mustBeUp() {
    if (down != null) {
      throw new UmemPanic("the machine is down: " + down);
    }
  }
}
