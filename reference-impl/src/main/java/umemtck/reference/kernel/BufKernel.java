package umemtck.reference.kernel;

import java.util.HashMap;
import java.util.Map;
import umemtck.spec.ddi.Buf;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Transfers;
import umemtck.spec.subject.UmemIosetup;
import umemtck.spec.subject.UserMemory;
import umemtck.spec.subject.Waits;

/** Bufs: ddi_umem_iosetup step by step, and the device that transfers what they describe. */
abstract class BufKernel extends LockKernel implements UmemIosetup, Transfers, UserMemory {
  private final Map<Long, BufState> bufs = new HashMap<>();
  private long lastBuf = 0x5000;

  BufKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  @Override
  public synchronized long ddi_umem_iosetup(
      long cookie,
      long off,
      long len,
      int direction,
      long dev,
      long blkno,
      long iodone,
      int sleepflag) {
    mustBeUp();
    diagnoseSetup(sleepflag);
    Block block = find(cookie);
    Lock lock = block == null ? locked(cookie) : null;
    if (block == null && lock == null) {
      throw panic("ddi_umem_iosetup: cookie 0x" + Long.toHexString(cookie) + " is not valid");
    }
    BufRequest r =
        new BufRequest(cookie, off, len, direction, dev, blkno, iodone, sleepflag, block, lock);
    if (!isKind(r) || !isInBounds(r) || !isDirection(r) || !isSleepflag(r)) {
      return 0;
    }
    if (isShortOfBufs(r)) {
      return 0;
    }
    return give(r);
  }

  /** The lock that a cookie stands for and that is not unlocked, or null. */
  protected final Lock locked(long cookie) {
    for (Lock l : locks()) {
      if (l.cookie() == cookie && !l.isUnlocking()) {
        return l;
      }
    }
    return null;
  }

  // ---- The steps of a setup, in their order.

  /** Misuse of the context ends here (IOSETUP.context). */
  protected void diagnoseSetup(int sleepflag) {
    if (sleepflag == UmemFlag.DDI_UMEM_SLEEP && !context().maySleep()) {
      throw panic("ddi_umem_iosetup: DDI_UMEM_SLEEP in " + context() + " context");
    }
  }

  /** Locked memory of a process, or of the kernel (IOSETUP.kind). */
  protected boolean isKind(BufRequest r) {
    return r.lock() != null || r.block().kind() == CookieKind.NON_PAGEABLE;
  }

  /** Whether the range lies in the cookie's memory (IOSETUP.in-bounds): no sum that could wrap. */
  protected boolean isInBounds(BufRequest r) {
    return RangeCheck.isWithin(r.off(), r.len(), sizeOf(r));
  }

  /** Bytes of the cookie's memory: whole pages. */
  protected long sizeOf(BufRequest r) {
    return r.lock() != null
        ? r.lock().request().len()
        : (long) r.block().pages() * options().pageSize();
  }

  /** One of the two (IOSETUP.direction-valid). */
  protected boolean isDirection(BufRequest r) {
    return r.direction() == BufFlag.B_READ || r.direction() == BufFlag.B_WRITE;
  }

  /** One of the two (IOSETUP.sleepflag-valid). */
  protected boolean isSleepflag(BufRequest r) {
    return r.sleepflag() == UmemFlag.DDI_UMEM_SLEEP || r.sleepflag() == UmemFlag.DDI_UMEM_NOSLEEP;
  }

  /** Whether there is no memory for a buf; who can wait gets it all the same. */
  protected boolean isShortOfBufs(BufRequest r) {
    return nextFault(FaultyStep.BUF) != 0 && r.sleepflag() == UmemFlag.DDI_UMEM_NOSLEEP;
  }

  /** Makes the buf. */
  protected long give(BufRequest r) {
    long start = startOf(r);
    BufState b =
        new BufState(
            r.cookie(),
            fields(r, start),
            r.lock(),
            pageOf(r, start),
            (int) (start & (options().pageSize() - 1)));
    long buf = newBuf();
    bufs.put(buf, b);
    return buf;
  }

  /** The first byte that it describes (IOSETUP.address). */
  protected long startOf(BufRequest r) {
    return r.off()
        + (r.lock() != null ? r.lock().request().addr() : addressOf(r.block().firstPage()));
  }

  /** Number of the page in which it starts (IOSETUP.page-list). */
  protected long pageOf(BufRequest r, long start) {
    long space = r.lock() != null ? start : start - options().base();
    return Long.divideUnsigned(space, options().pageSize());
  }

  /** What it carries (IOSETUP.fields). */
  protected Buf fields(BufRequest r, long start) {
    int flags = BufFlag.B_BUSY | BufFlag.B_PHYS | r.direction();
    return new Buf(
        r.lock() != null ? flags | BufFlag.B_SHADOW : flags,
        r.len(),
        r.dev(),
        r.blkno(),
        r.iodone(),
        start,
        r.lock() != null ? r.lock().request().proc().id() : 0);
  }

  /** A number that no live buf has. */
  protected long newBuf() {
    lastBuf += 0x80;
    return lastBuf;
  }

  @Override
  public synchronized void freerbuf(long buf) {
    mustBeUp();
    live(buf);
    release(buf);
  }

  /** Forgets a buf; its cookie stays as it is (IOSETUP.free). */
  protected void release(long buf) {
    bufs.remove(buf);
  }

  @Override
  public synchronized Buf fields(long buf) {
    return live(buf).fields();
  }

  /** Whether a buf is live. */
  protected final boolean isLive(long buf) {
    return bufs.containsKey(buf);
  }

  private BufState live(long buf) {
    BufState b = bufs.get(buf);
    if (b == null) {
      throw panic("buf 0x" + Long.toHexString(buf) + " is not live");
    }
    return b;
  }

  // ---- Misuse that the contract leaves undefined ends here.

  /** COOKIE.no-buf-reference. */
  @Override
  protected void diagnoseFree(Block b) {
    diagnoseBufs("ddi_umem_free", b.cookie());
  }

  /** COOKIE.no-buf-reference. */
  @Override
  protected void diagnoseUnlock(Lock l) {
    diagnoseBufs("ddi_umem_unlock", l.cookie());
  }

  /** A buf that describes memory of a cookie would point to nothing. */
  protected void diagnoseBufs(String call, long cookie) {
    if (bufs.values().stream().anyMatch(b -> b.cookie() == cookie)) {
      throw panic(call + ": a buf describes the memory of cookie 0x" + Long.toHexString(cookie));
    }
  }

  // ---- The device.

  @Override
  public synchronized void read(long buf, byte[] bytes) {
    mustBeUp();
    BufState b = live(buf);
    each(b, bytes.length, (page, from, at, n) -> page.write(from, bytes, at, n));
  }

  @Override
  public synchronized byte[] write(long buf) {
    mustBeUp();
    BufState b = live(buf);
    byte[] bytes = new byte[(int) b.fields().count()];
    each(b, bytes.length, (page, from, at, n) -> page.read(from, bytes, at, n));
    return bytes;
  }

  /** What is done with the part of a range that lies in one page. */
  private interface InPage {
    void part(PageBytes page, int from, int at, int length);
  }

  private void each(BufState b, int length, InPage what) {
    long page = b.first();
    int from = b.skip();
    for (int at = 0; at < length; page++) {
      int n = Math.min(length - at, options().pageSize() - from);
      what.part(bytesOf(b, page), from, at, n);
      at += n;
      from = 0;
    }
  }

  private PageBytes bytesOf(BufState b, long page) {
    return b.lock() != null ? shown(b.lock(), page) : pageTable().bytes(page);
  }

  /** What a device reaches of a locked page: the page itself (LOCK.stable-content). */
  protected PageBytes shown(Lock lock, long page) {
    return bytesOf(lock.space().page(page));
  }

  // ---- What applications load and store.

  @Override
  public synchronized byte[] load(long proc, long addr, int length) {
    mustBeUp();
    byte[] into = new byte[length];
    each(proc, addr, length, (page, from, at, n) -> page.read(from, into, at, n));
    return into;
  }

  @Override
  public synchronized void store(long proc, long addr, byte[] bytes) {
    mustBeUp();
    each(proc, addr, bytes.length, (page, from, at, n) -> page.write(from, bytes, at, n));
  }

  private void each(long proc, long addr, int length, InPage what) {
    UserSpace space = proc(proc).space();
    int size = options().pageSize();
    for (int at = 0; at < length; ) {
      long page = Long.divideUnsigned(addr + at, size);
      int from = (int) ((addr + at) & (size - 1));
      int n = Math.min(length - at, size - from);
      UserPage touched = space.page(page);
      if (touched == null) {
        throw new IllegalArgumentException("nothing is mapped at page " + page);
      }
      bringIn(touched);
      what.part(bytesOf(touched), from, at, n);
      at += n;
    }
  }

  /** The bytes of a page of a process: its own. */
  protected PageBytes bytesOf(UserPage page) {
    return page.frame().bytes(options().pageSize());
  }
}
