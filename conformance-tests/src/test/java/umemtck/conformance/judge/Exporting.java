package umemtck.conformance.judge;

import static umemtck.conformance.judge.Watched.P;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Mapped;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.UmemSetup;

/**
 * One mmap of a device, as a history tells it. Unless something else is said, process 1 maps page
 * 10 and those behind it, to read and to write, and the driver's entry makes one right call.
 */
final class Exporting {
  /** Memory of the kernel, two pages at 0x1000 if {@link #memory(Watched, int)} made it. */
  static final long KERNEL = 7;

  /** More of it, two pages at 0x2000. */
  static final long OTHER = 8;

  /** The cookie of the first lock. */
  static final long LOCK = 101;

  /** Handles. */
  static final long DHP = 0x5000;

  static final long DHP2 = 0x5040;

  static final int RW = Prot.READ | Prot.WRITE;

  private final UmemSetup setup;
  private UmemSetup again;
  private long proc = 1;
  private long page = 10;
  private long pages;
  private int prot = RW;
  private int share = MapFlag.MAP_SHARED;
  private int opened = RW;
  private int entry;
  private int map;

  private Exporting(UmemSetup setup) {
    this.setup = setup;
    pages = Math.max(1, Math.min(4, (setup.len() + P - 1) / P));
  }

  /** By this call. */
  static Exporting shows(long cookie, long koff, long len, int maxprot, int flags, int callbacks) {
    return new Exporting(new UmemSetup(cookie, koff, len, maxprot, flags, callbacks));
  }

  /** With every protection, no callback. */
  static Exporting shows(long cookie, long koff, long len, int flags) {
    return shows(cookie, koff, len, Prot.ALL, flags, 0);
  }

  static Exporting shows(long cookie, long koff, long len) {
    return shows(cookie, koff, len, 0);
  }

  /** Both pages of the kernel's memory. */
  static Exporting all() {
    return shows(KERNEL, 0, 2 * P);
  }

  /** The entry calls a second time. */
  Exporting again(long cookie, long koff, long len) {
    again = new UmemSetup(cookie, koff, len, Prot.ALL, 0, 0);
    return this;
  }

  Exporting by(long process) {
    proc = process;
    return this;
  }

  Exporting at(long first) {
    page = first;
    return this;
  }

  Exporting to(int wanted, int shared, int open) {
    prot = wanted;
    share = shared;
    opened = open;
    return this;
  }

  /** What the entry returns, and devmap_map. */
  Exporting returning(int ofEntry, int ofMap) {
    entry = ofEntry;
    map = ofMap;
    return this;
  }

  // ---- How it is answered.

  Watched ends(Watched w, Mapped answer) {
    Call call =
        new Call.DevmapUmemSetup(
            proc, page * P, pages * P, prot, share, opened, setup, again, entry, map);
    return w.out(proc, Context.USER, 0, call).ends(answer);
  }

  private static Mapped mapped(int errno, int first, int second, long dhp, int called) {
    return new Mapped(errno, first, second, dhp, DataModel.DDI_MODEL_LP64, called, 0);
  }

  /** It succeeds; a second call is refused. */
  Watched made(Watched w, long dhp) {
    return ends(w, mapped(0, 0, again == null ? Mapped.NOT_MADE : -1, dhp, 0));
  }

  Watched made(Watched w) {
    return made(w, DHP);
  }

  /** It succeeds by the second call. */
  Watched madeByTheSecond(Watched w) {
    return ends(w, mapped(0, -1, 0, DHP, 0));
  }

  /** Its only call is refused. */
  Watched refused(Watched w) {
    return ends(w, mapped(Errno.ENXIO, -1, Mapped.NOT_MADE, 0, 0));
  }

  /** Its call succeeds, and yet it fails. */
  Watched fails(Watched w, int errno, int called) {
    return ends(w, mapped(errno, 0, Mapped.NOT_MADE, 0, called));
  }

  /** It does not get as far as the entry. */
  Watched denied(Watched w, int errno) {
    int none = Mapped.NOT_MADE;
    return ends(w, new Mapped(errno, none, none, 0, 0, 0, 0));
  }

  // ---- Memory, and what is done to it.

  static Watched memory(Watched w, int kind, long size) {
    long start = kind == UmemFlag.DDI_UMEM_TRASH ? 0 : 0x1000;
    int flag = UmemFlag.DDI_UMEM_NOSLEEP | kind;
    return w.does(new Call.UmemAlloc(size, flag), new Outcome.Allocated(start, KERNEL));
  }

  static Watched memory(Watched w, int kind) {
    return memory(w, kind, 2 * P);
  }

  static Watched memory(Watched w) {
    return memory(w, 0);
  }

  static Watched other(Watched w, int kind) {
    long start = kind == UmemFlag.DDI_UMEM_TRASH ? 0 : 0x2000;
    int flag = UmemFlag.DDI_UMEM_NOSLEEP | kind;
    return w.does(new Call.UmemAlloc(2 * P, flag), new Outcome.Allocated(start, OTHER));
  }

  static Watched fills(Watched w, long address) {
    return w.does(new Call.MemoryFill(address, P, 5), Outcome.Done.INSTANCE);
  }

  static Watched looks(Watched w, long address, int value) {
    return w.does(new Call.MemoryMatches(address, P, value), Outcome.Matched.ALL);
  }

  static Watched stores(Watched w, long proc, long page, int value) {
    Call call = new Call.UserFill(proc, page * P, P, value);
    return w.out(proc, Context.USER, 0, call).ends(Outcome.Done.INSTANCE);
  }

  static Watched sees(Watched w, long proc, long page, int value) {
    Call call = new Call.UserMatches(proc, page * P, P, value);
    return w.out(proc, Context.USER, 0, call).ends(Outcome.Matched.ALL);
  }

  static Watched forks(Watched w, long child) {
    return w.does(new Call.Fork(1), new Outcome.Created(child));
  }

  static Watched unmaps(Watched w, long page, long pages) {
    return w.does(Watched.munmap(page, pages), Outcome.Done.INSTANCE);
  }

  static Watched protects(Watched w, int prot, int errno) {
    return w.does(new Call.DevmapMprotect(1, 10 * P, P, prot), new Outcome.Result(errno));
  }

  static Watched remaps(Watched w, long cookie, long off, long len, int maxprot, int flags) {
    return remaps(w, DHP, cookie, off, len, maxprot, flags, -1);
  }

  static Watched remaps(
      Watched w, long dhp, long cookie, long off, long len, int maxprot, int flags, int answer) {
    return w.does(
        new Call.DevmapUmemRemap(dhp, cookie, off, len, maxprot, flags),
        new Outcome.Result(answer));
  }

  /** A remap that succeeds. */
  static Watched remapped(Watched w, long cookie, long off, long len) {
    return remaps(w, DHP, cookie, off, len, Prot.ALL, 0, 0);
  }
}
