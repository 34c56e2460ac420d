package umemtck.reference.kernel;

import umemtck.spec.subject.DeviceEntries;
import umemtck.spec.subject.DeviceMappings;

/** The kernel's mmap and mprotect of devices, which answer an errno. */
final class KernelDevices implements DeviceMappings {
  private final Kernel kernel;

  KernelDevices(Kernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public int mmap(
      long proc,
      long addr,
      long len,
      long off,
      int prot,
      int share,
      int opened,
      DeviceEntries driver) {
    return kernel.mmapDevice(proc, addr, len, off, prot, share, opened, driver);
  }

  @Override
  public int mprotect(long proc, long addr, long len, int prot) {
    return kernel.mprotectDevice(proc, addr, len, prot);
  }
}
