package umemtck.reference.kernel;

import java.util.Optional;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Budgets;
import umemtck.spec.subject.Contexts;
import umemtck.spec.subject.DataModels;
import umemtck.spec.subject.DeviceMappings;
import umemtck.spec.subject.LockFaults;
import umemtck.spec.subject.LockedMemory;
import umemtck.spec.subject.Mappings;
import umemtck.spec.subject.Paging;
import umemtck.spec.subject.Processes;
import umemtck.spec.subject.Projects;
import umemtck.spec.subject.Transfers;
import umemtck.spec.subject.UserMemory;
import umemtck.spec.subject.World;

/** Everything around the kernel can be arranged. */
final class KernelWorld implements World, Budgets, Contexts, Paging {
  private final Kernel kernel;
  private final KernelDevices devices;

  KernelWorld(Kernel kernel) {
    this.kernel = kernel;
    devices = new KernelDevices(kernel);
  }

  @Override
  public Optional<Budgets> budgets() {
    return Optional.of(this);
  }

  @Override
  public Optional<Contexts> contexts() {
    return Optional.of(this);
  }

  @Override
  public Optional<Paging> paging() {
    return Optional.of(this);
  }

  @Override
  public Optional<Mappings> mappings() {
    return Optional.of(kernel);
  }

  @Override
  public Optional<Processes> processes() {
    return Optional.of(kernel);
  }

  @Override
  public Optional<Projects> projects() {
    return Optional.of(kernel);
  }

  @Override
  public Optional<LockedMemory> lockedMemory() {
    return Optional.of(kernel);
  }

  @Override
  public Optional<LockFaults> lockFaults() {
    return Optional.of(kernel);
  }

  @Override
  public Optional<UserMemory> userMemory() {
    return Optional.of(kernel);
  }

  @Override
  public Optional<Transfers> transfers() {
    return Optional.of(kernel);
  }

  @Override
  public Optional<DeviceMappings> deviceMappings() {
    return Optional.of(devices);
  }

  @Override
  public Optional<DataModels> dataModels() {
    return Optional.of(kernel);
  }

  @Override
  public void setFree(Resource resource, long amount) {
    kernel.setFree(resource, amount);
  }

  @Override
  public long getFree(Resource resource) {
    return kernel.free(resource);
  }

  @Override
  public void enter(Context context) {
    kernel.enter(context);
  }

  @Override
  public long pageOut() {
    return kernel.pageOut();
  }

  @Override
  public boolean isUserResident(long proc, long addr) {
    return kernel.isUserResident(proc, addr);
  }

  @Override
  public boolean isResident(long address) {
    synchronized (kernel) {
      long offset = address - kernel.options().base();
      return kernel
          .pageTable()
          .isResident(Long.divideUnsigned(offset, kernel.options().pageSize()));
    }
  }
}
