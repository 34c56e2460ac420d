package umemtck.reference.driver;

import java.util.function.IntSupplier;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.DeviceEntries;
import umemtck.spec.subject.DeviceMappings;
import umemtck.spec.subject.DevmapCallbackCtl;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemDevmap;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * The driver of Example 10-4 of <cite>Writing Device Drivers</cite>, {@code xx}, on any machine
 * that offers DEVMAP. Read it beside the text: the words in {@code code} are its lines. It has the
 * {@code break}s and the mutex that the extract lost (K-26). Where the text is at odds with itself
 * its prose decides: two pages, whoever maps first (SHARED.size-covers-models, K-20).
 *
 * <p>Each step is a protected method, so that a faulty driver can do one of them wrong.
 *
 * <p>The text leaves out how {@code detach(9E)} knows that nothing is mapped. This driver counts
 * its handles by the functions of its {@link DevmapCallbackCtl}. On a machine that does not call
 * them it cannot know: once something has been mapped, detach is refused for good.
 */
public class ExampleDriver implements SharedDriver {
  private final UmemSystem system;
  private final long pageSize;
  private final Waits waits;
  private final Mutex mutex;
  private final Handles handles = new Handles(this::lastUnmapped);

  /** {@code xsp->umem}: the shared area; NULL while there is none. */
  private long umem;

  /** {@code xsp->ucookie}. */
  private long ucookie;

  /**
   * Attaches.
   *
   * @param system on which it runs
   * @param pageSize bytes
   * @param waits the only way in which it blocks, beside the machine
   */
  public ExampleDriver(UmemSystem system, long pageSize, Waits waits) {
    this.system = system;
    this.pageSize = pageSize;
    this.waits = waits;
    mutex = new Mutex(waits);
  }

  @Override
  public int mmap(long proc, long addr, long len, long off, int prot) {
    DeviceMappings devices = system.world().deviceMappings().orElseThrow();
    int opened = Prot.READ | Prot.WRITE;
    Handles.Opening opening = handles.open();
    int errno = -1;
    try {
      Entries xx = new Entries(opening.functions());
      errno = devices.mmap(proc, addr, len, off, prot, MapFlag.MAP_SHARED, opened, xx);
    } finally {
      opening.close(errno == 0);
    }
    return errno;
  }

  private final class Entries implements DeviceEntries {
    private final DevmapCallbackCtl functions;

    Entries(DevmapCallbackCtl functions) {
      this.functions = functions;
    }

    @Override
    public int segmap(IntSupplier devmap_setup) {
      return xxsegmap(devmap_setup);
    }

    @Override
    public int devmap(long dhp, long off, long len, int model) {
      return xxdevmap(dhp, functions, off, len, model);
    }
  }

  // ---- xxsegmap.

  /** {@code xxsegmap}: allocates the area at the first mapping, and sets the user mapping up. */
  protected int xxsegmap(IntSupplier devmap_setup) {
    long mem_size = memSize(devmap().ddi_mmap_get_model());
    mutex_enter();
    try {
      if (isNotAllocated()) {
        waits.stall("allocate");
        allocate(mem_size);
      }
    } finally {
      mutex_exit();
    }
    return isShort() ? Errno.ENOMEM : devmap_setup.getAsInt();
  }

  /**
   * {@code switch (ddi_mmap_get_model())}: the text takes {@code ptob(2)} for DDI_MODEL_LP64, and
   * {@code ptob(1)} for DDI_MODEL_ILP32. Here both have room whoever comes first, and so has
   * whatever else (SHARED.size-covers-models, SHARED.unknown-model).
   */
  protected long memSize(int model) {
    return ptob(2);
  }

  /** {@code mutex_enter(&xsp->lock)}: around the test and the allocation (SHARED.allocate-once). */
  protected void mutex_enter() {
    mutex.enter();
  }

  /** {@code mutex_exit(&xsp->lock)}. */
  protected void mutex_exit() {
    mutex.exit();
  }

  /** {@code if (xsp->umem == NULL)} (SHARED.first-map-allocates). */
  protected boolean isNotAllocated() {
    return umem == 0;
  }

  /**
   * {@code xsp->umem = ddi_umem_alloc(mem_size, DDI_UMEM_SLEEP | DDI_UMEM_PAGEABLE,
   * &xsp->ucookie)}.
   */
  protected void allocate(long mem_size) {
    CookieRef cookiep = new CookieRef();
    umem = system.allocation().ddi_umem_alloc(mem_size, flag(), cookiep);
    ucookie = cookiep.get();
  }

  /** {@code DDI_UMEM_SLEEP | DDI_UMEM_PAGEABLE}. */
  protected int flag() {
    return UmemFlag.DDI_UMEM_SLEEP | UmemFlag.DDI_UMEM_PAGEABLE;
  }

  /** Whether there was no memory, which the text does not ask (SHARED.alloc-failure). */
  protected boolean isShort() {
    return umem == 0;
  }

  // ---- xxdevmap.

  /** {@code xxdevmap}: binds the mapping to the page of the application's data model. */
  protected int xxdevmap(long dhp, DevmapCallbackCtl functions, long off, long len, int model) {
    if (isBeyond(off, len)) {
      return Errno.ENXIO;
    }
    long koff = koff(model);
    int flags = DevmapFlag.DEVMAP_DEFAULTS;
    return devmap().devmap_umem_setup(dhp, functions, ucookie, koff, len, Prot.ALL, flags);
  }

  /** One page is exported, and no more (SHARED.bounds). */
  protected boolean isBeyond(long off, long len) {
    return off != 0 || Long.compareUnsigned(len, ptob(1)) > 0;
  }

  /**
   * {@code switch (model)}: 64-bit applications share the first page, 32-bit applications the
   * second (SHARED.lp64-first-page, SHARED.ilp32-second-page); any other -1, which is refused
   * (SHARED.unknown-model).
   */
  protected long koff(int model) {
    return switch (model) {
      case DataModel.DDI_MODEL_LP64 -> 0;
      case DataModel.DDI_MODEL_ILP32 -> ptob(1);
      default -> -1;
    };
  }

  // ---- The end of a mapping, and detach.

  /** The last mapping is gone: the area stays, with its bytes (SHARED.persists). */
  protected void lastUnmapped() {}

  /** {@code xxdetach}: frees the area, unless somebody has the device open or mapped. */
  @Override
  public int detach() {
    if (isBusy()) {
      return -1;
    }
    mutex_enter();
    try {
      if (isBusy()) {
        return -1;
      }
      free();
    } finally {
      mutex_exit();
    }
    return 0;
  }

  /** Whether an application maps the device, or has it mapped (SHARED.free-last). */
  protected boolean isBusy() {
    return handles.isBusy();
  }

  /** {@code ddi_umem_free(xsp->ucookie)}. */
  protected void free() {
    long cookie = ucookie;
    umem = 0;
    ucookie = 0;
    system.allocation().ddi_umem_free(cookie);
  }

  // ---- The driver's own pointer.

  @Override
  public byte[] load(long off, int length) {
    return system.memory().load(umem + off, length);
  }

  @Override
  public void store(long off, byte[] bytes) {
    system.memory().store(umem + off, bytes);
  }

  /** {@code ptob(9F)}: bytes of so many pages. */
  protected final long ptob(long pages) {
    return pages * pageSize;
  }

  private UmemDevmap devmap() {
    return system.devmap().orElseThrow();
  }
}
