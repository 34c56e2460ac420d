package umemtck.spec.subject;

/**
 * The kernel's view of the subject's memory. Addresses are numbers in the subject's address space.
 * The kit touches only live allocations, rounded up to whole pages. Called by one thread at a time.
 */
public interface Memory {
  /**
   * Reads bytes.
   *
   * @param address first byte
   * @param length bytes, 1 or more
   * @return a new array of that length
   * @throws UmemPanic if the machine stops, as it would on a bad address
   */
  byte[] load(long address, int length);

  /**
   * Writes bytes.
   *
   * @param address first byte
   * @param bytes what to write; not kept
   * @throws UmemPanic if the machine stops
   */
  void store(long address, byte[] bytes);

  /**
   * Writes one value over a range. Override it where that can be done faster.
   *
   * @param address first byte
   * @param length bytes, 1 or more; at most what is live there
   * @param value the byte
   * @throws UmemPanic if the machine stops
   */
  default void fill(long address, long length, byte value) {
    byte[] chunk = new byte[(int) Math.min(length, 1 << 16)];
    java.util.Arrays.fill(chunk, value);
    for (long done = 0; done < length; done += chunk.length) {
      int n = (int) Math.min(chunk.length, length - done);
      store(address + done, n == chunk.length ? chunk : java.util.Arrays.copyOf(chunk, n));
    }
  }

  /**
   * Compares a range with one value. Override it where that can be done faster.
   *
   * @param address first byte
   * @param length bytes, 1 or more; at most what is live there
   * @param value the byte
   * @return offset of the first byte that differs, or -1
   * @throws UmemPanic if the machine stops
   */
  default long matches(long address, long length, byte value) {
    for (long done = 0; done < length; done += 1 << 16) {
      byte[] chunk = load(address + done, (int) Math.min(1 << 16, length - done));
      for (int i = 0; i < chunk.length; i++) {
        if (chunk[i] != value) {
          return done + i;
        }
      }
    }
    return -1;
  }
}
