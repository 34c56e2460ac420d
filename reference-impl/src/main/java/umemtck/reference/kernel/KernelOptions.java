package umemtck.reference.kernel;

import umemtck.spec.Profile;
import umemtck.spec.subject.Window;

/**
 * How a kernel is configured.
 *
 * @param pageSize bytes; a power of two
 * @param frames pages of memory, of address space, of swap, and cookies, that there are in all
 * @param base address of the first page of the address space; page-aligned, not 0; the space may
 *     end at 2^64
 * @param profile whose contract it keeps where the two differ
 * @param window where memory is mapped into processes
 */
public record KernelOptions(int pageSize, int frames, long base, Profile profile, Window window) {
  /** Bytes in a page unless something else is asked for. */
  public static final int PAGE_SIZE = 4096;

  /** Pages in all unless something else is asked for. */
  public static final int FRAMES = 64;

  /** Where memory is mapped into processes unless something else is asked for. */
  public static final Window WINDOW = new Window(0x10000000, 64);

  /** Refuses what cannot be addressed. */
  public KernelOptions {
    if (Integer.bitCount(pageSize) != 1 || frames < 1) {
      throw new IllegalArgumentException(
          "no pages of " + pageSize + " bytes, " + frames + " of them");
    }
    long last = base + ((long) pageSize * frames - 1);
    if (base == 0 || (base & (pageSize - 1)) != 0 || Long.compareUnsigned(last, base) < 0) {
      throw new IllegalArgumentException(
          frames + " pages do not fit at 0x" + Long.toHexString(base));
    }
    if ((window.base() & (pageSize - 1)) != 0) {
      throw new IllegalArgumentException(
          "no window at 0x" + Long.toHexString(window.base()) + " for pages of " + pageSize);
    }
  }

  /** With the usual window. */
  public KernelOptions(int pageSize, int frames, long base, Profile profile) {
    this(pageSize, frames, base, profile, WINDOW);
  }

  /** The usual size, at the usual place. */
  public static KernelOptions of(Profile profile) {
    return new KernelOptions(PAGE_SIZE, FRAMES, 0x10000, profile);
  }

  /** The same with pages of this many bytes. */
  public KernelOptions withPageSize(int bytes) {
    return new KernelOptions(bytes, frames, base, profile, window);
  }

  /** The same at this address. */
  public KernelOptions at(long address) {
    return new KernelOptions(pageSize, frames, address, profile, window);
  }

  /** The same, ending exactly at 2^64. */
  public KernelOptions atTheTop() {
    return at(-((long) pageSize * frames));
  }
}
