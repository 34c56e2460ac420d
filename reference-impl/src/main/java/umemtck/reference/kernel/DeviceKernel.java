package umemtck.reference.kernel;

import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.DataModels;
import umemtck.spec.subject.DeviceEntries;
import umemtck.spec.subject.Waits;

/** Devices that applications map: calls the entries of their drivers, step by step. */
abstract class DeviceKernel extends UnmapKernel implements DataModels {
  DeviceKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  final int mmapDevice(
      long proc,
      long addr,
      long len,
      long off,
      int prot,
      int share,
      int opened,
      DeviceEntries driver) {
    DevmapHandle h;
    synchronized (this) {
      mustBeUp();
      Proc p = proc(proc);
      DeviceMmap m = new DeviceMmap(p, p.space(), rangeOf(addr, len), off, prot, share, opened);
      h = new DevmapHandle(newHandle(), m);
      if (!isOpenedFor(m)) {
        return refuseMmap(h, Errno.EACCES);
      }
      remember(h);
    }
    long before = current();
    enterProc(proc);
    try {
      return called(h, driver);
    } finally {
      enterProc(before);
    }
  }

  private int called(DevmapHandle h, DeviceEntries driver) {
    int errno;
    boolean isMapped = false;
    stall("segmap");
    try {
      errno = driver.segmap(() -> devmapSetup(h, driver));
      isMapped = errno == 0;
    } finally {
      synchronized (this) {
        if (!isMapped && h.isEstablished()) {
          unmap(h.mmap().space(), h.range());
        }
        if (!h.isEstablished()) {
          forget(h);
        }
      }
    }
    callOwed();
    return isMapped ? 0 : refuseMmap(h, errno);
  }

  private int devmapSetup(DevmapHandle h, DeviceEntries driver) {
    stall("devmap");
    int result = callEntry(h, driver);
    if (result != 0) {
      return errnoOfEntry(result);
    }
    stall("reserve");
    int errno = reserved(h);
    if (errno == 0) {
      stall("devmap_map");
      errno = callMap(h);
    }
    if (errno == 0) {
      stall("place");
      errno = placed(h);
    }
    return errno;
  }

  /** Whether it can be mapped; from here on its range is taken for others. */
  private synchronized int reserved(DevmapHandle h) {
    mustBeUp();
    if (h.len() != h.range().count() * options().pageSize()) {
      return errnoOfEntry(DDI_FAILURE);
    }
    if (isRefusedAsPrivate(h)) {
      return Errno.EINVAL;
    }
    if (isReserved(h.mmap()) || !isVacant(h.mmap())) {
      return Errno.ENOMEM;
    }
    h.setReserved();
    return 0;
  }

  private boolean isReserved(DeviceMmap m) {
    return handles().stream()
        .anyMatch(
            h ->
                h.isReserved() && h.mmap().space() == m.space() && h.range().intersects(m.range()));
  }

  /** A process that has begun to exit meanwhile gets nothing mapped any more. */
  private synchronized int placed(DevmapHandle h) {
    mustBeUp();
    if (!isVacant(h.mmap())) {
      return Errno.ENOMEM;
    }
    place(h);
    return 0;
  }

  // ---- The steps of an mmap, in their order.

  /** Whether the open mode allows what is asked for (DEVMAP.maxprot-subset). */
  protected boolean isOpenedFor(DeviceMmap m) {
    return (m.prot() & ~mostOf(m)) == 0;
  }

  /** Calls the driver's devmap entry. */
  protected int callEntry(DevmapHandle h, DeviceEntries driver) {
    DeviceMmap m = h.mmap();
    long len = m.range().count() * options().pageSize();
    return driver.devmap(h.dhp(), m.off(), len, m.proc().model());
  }

  /** What an mmap answers whose devmap entry failed (DEVMAP.mmap-errno). */
  protected int errnoOfEntry(int result) {
    return Errno.ENXIO;
  }

  /** DEVMAP.private-refused. */
  protected boolean isRefusedAsPrivate(DevmapHandle h) {
    return h.mmap().isPrivate() && h.ops().devmap_access() == null;
  }

  /** Whether nothing is mapped there, by a process that is not leaving. */
  protected boolean isVacant(DeviceMmap m) {
    return m.space().pages(m.range()).isEmpty() && !m.space().owner().isExiting();
  }

  /** Calls devmap_map; what is not 0 makes the mmap fail, as it is (DEVMAP.failure-no-effect). */
  protected int callMap(DevmapHandle h) {
    return h.ops().devmap_map() == null ? 0 : h.ops().devmap_map().devmap_map(h.dhp());
  }

  /** Puts the pages into the address space; none is loaded. */
  protected void place(DevmapHandle h) {
    for (long page = h.range().first(); page < h.range().end(); page++) {
      DevicePage shown = new DevicePage(h, page);
      h.mmap().space().map(page, new UserPage(kindOf(h), h.mmap().prot(), shown));
    }
    h.setEstablished();
  }

  /** What can be remapped cannot be locked (REMAP.no-lock). */
  protected MappingKind kindOf(DevmapHandle h) {
    return DevmapFlag.allowsRemap(h.flags()) ? MappingKind.NOT_LOCKABLE : MappingKind.DEVICE;
  }

  /** Answers a failure; nothing is mapped (DEVMAP.failure-no-effect). */
  protected int refuseMmap(DevmapHandle h, int errno) {
    return errno;
  }

  // ---- The data models.

  /** That of the thread's process (SHARED.model-query). */
  @Override
  public synchronized int ddi_mmap_get_model() {
    return proc(current()).model();
  }

  @Override
  public synchronized void setDataModel(long proc, int model) {
    mustBeUp();
    proc(proc).setModel(model);
  }
}
