package umemtck.spec.subject;

import java.util.Optional;

/** One machine, as it was booted. Small roles, one for each area of the contract. */
public interface UmemSystem extends AutoCloseable {
  /** The calls of the contract for allocation. */
  UmemAllocation allocation();

  /** The calls of the contract for locking; present with {@link Feature#LOCK}. */
  default Optional<UmemLocking> locking() {
    return Optional.empty();
  }

  /** The private call for locking; present with {@link Feature#LOCKMEMORY}. */
  default Optional<UmemLockMemory> lockMemory() {
    return Optional.empty();
  }

  /** The calls of the contract for bufs; present with {@link Feature#IOSETUP}. */
  default Optional<UmemIosetup> iosetup() {
    return Optional.empty();
  }

  /** The calls of the contract for exports; present with {@link Feature#DEVMAP}. */
  default Optional<UmemDevmap> devmap() {
    return Optional.empty();
  }

  /** A driver of Example 10-4 of its own; may be present with {@link Feature#SHARED_DRIVER}. */
  default Optional<SharedDriver> sharedDriver() {
    return Optional.empty();
  }

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
