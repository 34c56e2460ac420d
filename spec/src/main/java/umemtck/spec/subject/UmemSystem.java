package umemtck.spec.subject;

/** One machine, as it was booted. Small roles, one for each area of the contract. */
public interface UmemSystem extends AutoCloseable {
  /** The calls of the contract for allocation. */
  UmemAllocation allocation();

  /** The kernel's view of memory. */
  Memory memory();

  /** What can be arranged around the machine. */
  default World world() {
    return World.FIXED;
  }

  /** Lets go of whatever the machine holds. Called once; also after a panic. */
  @Override
  default void close() {}
}
