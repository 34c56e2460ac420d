package umemtck.spec.subject;

/**
 * The driver of Example 10-4 of <cite>Writing Device Drivers</cite>: it shares one page among all
 * 64-bit applications that map its device, and a second one among all 32-bit ones. It is attached
 * when the machine boots. The clauses of SHARED are judged of it.
 *
 * <p>Any thread of an application may call; it waits through {@link Waits} alone.
 */
public interface SharedDriver {
  /**
   * An application maps the device: {@code segmap(9E)}, and then {@code devmap(9E)}. May wait for
   * memory, or for another application that is mapping.
   *
   * @param proc whose address space; the process of the calling thread
   * @param addr first byte, page aligned, in the window, where nothing is mapped
   * @param len bytes, whole pages
   * @param off bytes into the device, {@code offset_t}, whole pages
   * @param prot bits of {@link umemtck.spec.ddi.Prot}: READ and WRITE
   * @return 0, or an errno; then nothing is mapped
   */
  int mmap(long proc, long addr, long len, long off, int prot);

  /**
   * {@code detach(9E)}: frees the shared area. The next mapping allocates another one.
   *
   * @return 0, or -1 while the device is mapped (SHARED.free-last)
   */
  int detach();

  /**
   * Reads the shared area through the driver's own pointer. Called only after a mapping.
   *
   * @param off bytes: the first page is that of 64-bit applications, the second that of 32-bit ones
   * @param length bytes, 1 or more
   * @return a new array of that length
   */
  byte[] load(long off, int length);

  /**
   * Writes to the shared area through the driver's own pointer. Called only after a mapping.
   *
   * @param off bytes
   * @param bytes what to write; not kept
   */
  void store(long off, byte[] bytes);
}
