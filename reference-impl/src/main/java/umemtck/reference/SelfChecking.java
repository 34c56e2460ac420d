package umemtck.reference;

import umemtck.reference.model.ModelConfig;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.Memory;
import umemtck.spec.subject.UmemAllocation;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.World;

/**
 * A machine that asks the model about every step of another one, and throws an {@link
 * AssertionError} when the contract forbids what came: facet, call, expected, got. It serves the
 * kernel's own tests.
 *
 * <p>A call that breaks a duty of the caller goes through; nothing is judged after it. Safe for any
 * number of threads.
 */
public final class SelfChecking implements UmemSystem, UmemAllocation {
  private final UmemSystem system;
  private final StepCheck check;
  private final Memory memory;
  private final World world;

  /**
   * Checks a machine that was just booted.
   *
   * @param system not called by anybody else from now on
   * @param config the contract that it should keep
   */
  public SelfChecking(UmemSystem system, ModelConfig config) {
    this.system = system;
    check = new StepCheck(config);
    memory = new CheckedMemory(system.memory(), check);
    world = new CheckedWorld(system.world(), check);
  }

  @Override
  public UmemAllocation allocation() {
    return this;
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
    system.close();
  }

  /** Says that nothing can run: every call that is out must be one that may wait now. */
  public void settled() {
    check.settled();
  }

  /** Whether it judges still: no duty of the caller has been broken. */
  public boolean judges() {
    return check.judges();
  }

  @Override
  public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
    Call call = new Call.UmemAlloc(size, flag);
    CookieRef mine = new CookieRef();
    Outcome.Allocated got =
        UmemFlag.sleeps(flag)
            ? check.mayBlock(call, () -> alloc(size, flag, mine))
            : check.atOnce(call, () -> alloc(size, flag, mine));
    cookiep.set(got.cookie());
    return got.address();
  }

  @Override
  public void ddi_umem_free(long cookie) {
    check.atOnce(
        new Call.UmemFree(cookie),
        () -> {
          system.allocation().ddi_umem_free(cookie);
          return Outcome.Done.INSTANCE;
        });
  }

  private Outcome.Allocated alloc(long size, int flag, CookieRef mine) {
    long address = system.allocation().ddi_umem_alloc(size, flag, mine);
    return new Outcome.Allocated(address, mine.get());
  }
}
