package umemtck.reference.kernel;

import umemtck.spec.subject.UserFault;
import umemtck.spec.subject.Waits;

/** Touches of pages of devices: each is loaded first, and the driver is asked. */
abstract class FaultKernel extends ExportKernel {
  FaultKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  @Override
  public byte[] load(long proc, long addr, int length) {
    touch(proc, addr, length);
    return super.load(proc, addr, length);
  }

  @Override
  public void store(long proc, long addr, byte[] bytes) {
    touch(proc, addr, bytes.length);
    super.store(proc, addr, bytes);
  }

  /** Loads every page of a range before anything is read or written there. */
  private void touch(long proc, long addr, int length) {
    long first = Long.divideUnsigned(addr, options().pageSize());
    long last = Long.divideUnsigned(addr + length - 1, options().pageSize());
    for (long number = first; number <= last; number++) {
      DevicePage page = unloaded(proc, number);
      if (page != null) {
        fault(page);
      }
    }
  }

  private synchronized DevicePage unloaded(long proc, long number) {
    mustBeUp();
    UserPage page = proc(proc).space().page(number);
    return page == null || page.device() == null || isLoaded(page.device()) ? null : page.device();
  }

  private void fault(DevicePage page) {
    if (callAccess(page.handle()) != 0) {
      throw new UserFault(SIGBUS);
    }
    stall("StepLoad");
    translate(page);
  }

  // ---- The steps of a touch, in their order.

  /** Whether a touch goes through without a fault: what is loaded has not been paged out since. */
  protected boolean isLoaded(DevicePage page) {
    return page.loaded() != null && isResident(page.loaded());
  }

  /**
   * Finds what a page shows, and loads it: one step, so that no remap comes between
   * (REMAP.atomic-with-faults). Holds no lock.
   */
  protected synchronized void translate(DevicePage page) {
    mustBeUp();
    loadWith(page, resolve(page));
  }

  /** A touch of a page finds this from now on; null ends it in a signal. */
  protected final synchronized void loadWith(DevicePage page, Behind behind) {
    if (behind == null) {
      throw new UserFault(SIGBUS);
    }
    page.setLoaded(behind);
  }

  /** Calls devmap_access, which may remap; what is not 0 ends the touch in a signal. */
  protected int callAccess(DevmapHandle h) {
    return h.ops().devmap_access() == null ? 0 : h.ops().devmap_access().devmap_access(h.dhp());
  }
}
