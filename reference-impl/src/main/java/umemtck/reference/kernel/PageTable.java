package umemtck.reference.kernel;

import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemPanic;

/** Which frame, or which slot of the paging file, is behind each page of the address space. */
final class PageTable implements AutoCloseable {
  private static final int UNMAPPED = -1;
  private static final int PAGED_OUT = -2;

  private final int pageSize;
  private final Arena arena;
  private final PagingFile file;
  private final int[] frameOf;
  private final boolean[] pageable;
  private final int[] softlocks;

  PageTable(int pageSize, int frames, int pages) {
    this.pageSize = pageSize;
    arena = new Arena(pageSize, frames);
    file = new PagingFile(pageSize, pages);
    frameOf = new int[pages];
    pageable = new boolean[pages];
    softlocks = new int[pages];
    java.util.Arrays.fill(frameOf, UNMAPPED);
  }

  Arena arena() {
    return arena;
  }

  void map(Block b) {
    for (int i = 0; i < b.pages(); i++) {
      frameOf[b.firstPage() + i] = arena.take();
      pageable[b.firstPage() + i] = b.kind() == CookieKind.PAGEABLE;
    }
  }

  void unmap(Block b) {
    for (int page = b.firstPage(); page < b.firstPage() + b.pages(); page++) {
      if (frameOf[page] >= 0) {
        arena.give(frameOf[page]);
      }
      frameOf[page] = UNMAPPED;
      // None is left, but in a subject that frees what it should not.
      softlocks[page] = 0;
    }
  }

  /** The frame behind a page, brought in if it was paged out. */
  int frame(long page) {
    if (page < 0 || page >= frameOf.length || frameOf[(int) page] == UNMAPPED) {
      throw new UmemPanic("bad trap: no memory at page " + page + " of the address space");
    }
    int at = (int) page;
    if (frameOf[at] == PAGED_OUT) {
      frameOf[at] = arena.take();
      arena.write(frameOf[at], 0, file.read(at), 0, pageSize);
    }
    return frameOf[at];
  }

  /** The bytes of a page, brought in if it was paged out. */
  PageBytes bytes(long page) {
    int frame = frame(page);
    return new PageBytes() {
      @Override
      public void read(int from, byte[] into, int at, int length) {
        arena.read(frame, from, into, at, length);
      }

      @Override
      public void write(int from, byte[] source, int at, int length) {
        arena.write(frame, from, source, at, length);
      }
    };
  }

  boolean isResident(long page) {
    return frameOf[(int) page] >= 0;
  }

  boolean isPageable(long page) {
    return page >= 0
        && page < pageable.length
        && frameOf[(int) page] != UNMAPPED
        && pageable[(int) page];
  }

  /** How many locks of exports hold a pageable page. */
  int softlocks(long page) {
    return softlocks[(int) page];
  }

  void setSoftlocks(long page, int to) {
    softlocks[(int) page] = to;
  }

  /** Writes one page to the file and lets its frame go, dirty. */
  void pageOut(int page) {
    byte[] bytes = new byte[pageSize];
    arena.read(frameOf[page], 0, bytes, 0, pageSize);
    file.write(page, bytes);
    arena.fill(frameOf[page], 0, pageSize, (byte) 0xEE);
    arena.give(frameOf[page]);
    frameOf[page] = PAGED_OUT;
  }

  /** Pages out whatever may be; returns how many pages left memory. */
  long pageOut() {
    long out = 0;
    for (int page = 0; page < frameOf.length; page++) {
      if (isPageable(page) && frameOf[page] >= 0 && softlocks[page] == 0) {
        pageOut(page);
        out++;
      }
    }
    return out;
  }

  @Override
  public void close() {
    file.close();
  }
}
