package umemtck.reference.kernel;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Waits;

/** The kernel's own memory: frames, address space, budgets, and the blocks that live in them. */
abstract class PagedKernel extends BareKernel {
  private final AddressSpace addresses;
  private final PageTable pageTable;
  private final Map<Long, Block> live = new HashMap<>();
  private final long[] free = new long[Resource.values().length];

  PagedKernel(KernelOptions options, Waits waits) {
    super(options, waits);
    addresses = new AddressSpace(options.frames());
    pageTable = new PageTable(options.pageSize(), options.frames(), options.frames());
    java.util.Arrays.fill(free, options.frames());
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
      if (amount < 0 || amount > options().frames() - used(resource)) {
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
    waits().changed();
  }

  /** How much of a resource live blocks use. */
  private long used(Resource resource) {
    return live.values().stream()
        .filter(b -> resource != Resource.SWAP || b.kind() == CookieKind.PAGEABLE)
        .mapToLong(b -> resource == Resource.COOKIES ? 1 : b.pages())
        .sum();
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
    return options().base() + (long) page * options().pageSize();
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

  /** Pages out whatever may be; returns how many pages left memory. */
  protected synchronized long pageOut() {
    return pageTable.pageOut();
  }

  /** Pages out one page, whatever it is. */
  protected final void pageOut(int page) {
    pageTable.pageOut(page);
  }

  /** Keeps what a cookie stands for. */
  final void remember(Block b) {
    live.put(b.cookie(), b);
  }

  /** Whether some hole of the address space has this many pages. */
  final boolean fits(long pages) {
    return addresses.fits(pages);
  }

  /** Takes the first contiguous pages of address space; returns the number of the first. */
  final int takeFirstFit(int pages) {
    return addresses.take(pages);
  }
}
