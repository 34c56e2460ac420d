package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The part of a state that is about bufs: which are live, what the pages of processes hold as far
 * as that is known, and whether memory for a buf is made to fail. Immutable.
 *
 * @param live the bufs, oldest first
 * @param pages pages of processes of which some byte is known
 * @param faulty whether the next buf fails for lack of memory
 * @param stored the buf whose transfer was the last to store; null for none; tells who is to blame
 */
public record Buffers(List<LiveBuf> live, List<Page> pages, Faulty faulty, LiveBuf stored) {
  /** A machine that was just booted. */
  static final Buffers INIT = new Buffers(List.of(), List.of(), Faulty.NO, null);

  /** Whether the next buf fails for lack of memory. */
  public enum Faulty {
    NO,
    /** Somebody may have met it. */
    MAYBE,
    YES
  }

  /**
   * What a page of a process holds.
   *
   * @param space the process whose address space it is
   * @param addr first byte
   * @param contents of the page
   */
  public record Page(long space, long addr, Contents contents) {}

  /** A live buf, or null. */
  public LiveBuf find(long buf) {
    for (LiveBuf b : live) {
      if (b.buf() == buf) {
        return b;
      }
    }
    return null;
  }

  /** How many live bufs describe memory of a cookie. */
  public int on(long cookie) {
    int n = 0;
    for (LiveBuf b : live) {
      if (b.cookie() == cookie) {
        n++;
      }
    }
    return n;
  }

  Buffers plus(LiveBuf b) {
    return new Buffers(Locking.plus(live, b), pages, faulty, stored);
  }

  Buffers minus(LiveBuf b) {
    return new Buffers(Locking.minus(live, b::equals), pages, faulty, stored);
  }

  Buffers with(Faulty next) {
    return new Buffers(live, pages, next, stored);
  }

  /** The same after a call that may have met the fault, or not. */
  Buffers doubting() {
    return faulty == Faulty.YES ? with(Faulty.MAYBE) : this;
  }

  /** The same after a transfer of a buf into memory. */
  Buffers storedBy(LiveBuf b) {
    return new Buffers(live, pages, faulty, b);
  }

  /** The contents of a page of a process: unknown, unless somebody stored there. */
  Contents page(long space, long addr, long pageSize) {
    for (Page p : pages) {
      if (p.space == space && p.addr == addr) {
        return p.contents;
      }
    }
    return Contents.unknown(pageSize);
  }

  /** The same after one value was stored over some bytes of one mapped page. */
  Buffers filled(long space, Extent where, int value, long pageSize) {
    long page = where.addr() & -pageSize;
    long from = where.addr() - page;
    Contents now = page(space, page, pageSize).fill(from, from + where.len(), value);
    List<Page> others = Locking.minus(pages, p -> p.space == space && p.addr == page);
    return pages(Locking.plus(others, new Page(space, page, now)));
  }

  /** The same after a fork: what is known of a process's pages is known of its child's. */
  Buffers copied(long parent, long child) {
    List<Page> next = new ArrayList<>(pages);
    for (Page p : pages) {
      if (p.space == parent) {
        next.add(new Page(child, p.addr, p.contents));
      }
    }
    return pages(List.copyOf(next));
  }

  /** The same without the pages of an extent, which is no longer mapped. */
  Buffers unmapped(long space, Extent where) {
    return pages(Locking.minus(pages, p -> p.space == space && where.covers(p.addr)));
  }

  /** The same without an address space. */
  Buffers without(long space) {
    return pages(Locking.minus(pages, p -> p.space == space));
  }

  private Buffers pages(List<Page> next) {
    return new Buffers(live, next, faulty, stored);
  }

  /** Equal ones answer every question alike, but for who is to blame. */
  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Buffers b
            && faulty == b.faulty
            && live.equals(b.live)
            && pages.equals(b.pages));
  }

  @Override
  public int hashCode() {
    return Objects.hash(live.size(), faulty);
  }
}
