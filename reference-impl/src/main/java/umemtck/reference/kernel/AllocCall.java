package umemtck.reference.kernel;

import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.CookieRef;

/** A call of ddi_umem_alloc that was not refused for its arguments, and what it has taken. */
public final class AllocCall {
  private final long size;
  private final long pages;
  private final CookieKind kind;
  private final CookieRef cookiep;
  private Block block;
  private long address;

  AllocCall(long size, long pages, CookieKind kind, CookieRef cookiep) {
    this.size = size;
    this.pages = pages;
    this.kind = kind;
    this.cookiep = cookiep;
  }

  /** Bytes asked for. */
  public long size() {
    return size;
  }

  /** Pages that hold them; 0 of TRASH. */
  public long pages() {
    return pages;
  }

  /** What is asked for. */
  public CookieKind kind() {
    return kind;
  }

  /** Where the cookie goes. */
  public CookieRef cookiep() {
    return cookiep;
  }

  /** What it has taken; null as long as there was not enough. */
  public Block block() {
    return block;
  }

  /** What it answers. */
  long address() {
    return address;
  }

  void take(Block taken, long at) {
    block = taken;
    address = at;
  }
}
