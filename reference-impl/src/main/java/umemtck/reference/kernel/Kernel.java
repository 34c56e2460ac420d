package umemtck.reference.kernel;

import java.util.Optional;
import umemtck.spec.subject.Memory;
import umemtck.spec.subject.UmemAllocation;
import umemtck.spec.subject.UmemDevmap;
import umemtck.spec.subject.UmemIosetup;
import umemtck.spec.subject.UmemLockMemory;
import umemtck.spec.subject.UmemLocking;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;
import umemtck.spec.subject.World;

/**
 * A machine that keeps the contract. Its steps are protected methods, one each, so that a faulty
 * subject can be this kernel with one step done wrong.
 *
 * <p>It is built in layers, a class each, from the bottom up: what everything needs ({@code
 * BareKernel}), the kernel's memory ({@code PagedKernel}), allocation ({@code AllocKernel}), the
 * counting of locked memory ({@code CountingKernel}), the memory of processes ({@code UserKernel}),
 * who is in an address space ({@code SpaceKernel}), unlocking ({@code UnlockKernel}), munmap,
 * mprotect and exit ({@code LayoutKernel}), locking ({@code LockChecks}, {@code LockKernel}), bufs
 * ({@code BufKernel}), what is behind pages of devices ({@code ExportKernel}, {@code FaultKernel}),
 * devmap_umem_setup and devmap_umem_remap ({@code DevmapKernel}, {@code RemapKernel}), mappings of
 * devices ({@code UnmapKernel}, {@code DeviceKernel}), and fork ({@code ForkKernel}).
 *
 * <p>Safe for any number of threads: one lock guards all state, and no call waits while it holds
 * it. A call is made of steps, and lets go of the lock between them: there it stalls ({@link
 * Waits#stall}), under the name of the step that comes next. The steps of locks, unlocks and
 * changes of address spaces are those of the TLA+ modules {@code LockSteps}, {@code UnlockSteps}
 * and {@code UmemLockSteps}, by their names.
 */
public class Kernel extends ForkKernel implements UmemSystem {
  private final KernelMemory memory;
  private final KernelWorld world;

  /** Boots: everything is free, and dirty. */
  public Kernel(KernelOptions options, Waits waits) {
    super(options, waits);
    memory = new KernelMemory(this);
    world = new KernelWorld(this);
  }

  @Override
  public final UmemAllocation allocation() {
    return this;
  }

  @Override
  public final Optional<UmemLocking> locking() {
    return Optional.of(this);
  }

  @Override
  public final Optional<UmemLockMemory> lockMemory() {
    return Optional.of(this);
  }

  @Override
  public final Optional<UmemIosetup> iosetup() {
    return Optional.of(this);
  }

  @Override
  public final Optional<UmemDevmap> devmap() {
    return Optional.of(this);
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public World world() {
    return world;
  }

  @Override
  public void close() {
    pageTable().close();
  }
}
