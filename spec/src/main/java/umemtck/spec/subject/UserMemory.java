package umemtck.spec.subject;

/**
 * What applications load and store through their mappings. The kit touches only what is mapped for
 * it, and first compares what it has stored. Called by one thread at a time.
 */
public interface UserMemory {
  /**
   * Reads bytes, as the application.
   *
   * @param proc whose address space
   * @param addr first byte
   * @param length bytes, 1 or more
   * @return a new array of that length
   * @throws UserFault if the application gets a signal instead (DEVMAP.invalid-faults)
   */
  byte[] load(long proc, long addr, int length);

  /**
   * Writes bytes, as the application.
   *
   * @param proc whose address space
   * @param addr first byte
   * @param bytes what to write; not kept
   * @throws UserFault if the application gets a signal instead (DEVMAP.invalid-faults)
   */
  void store(long proc, long addr, byte[] bytes);
}
