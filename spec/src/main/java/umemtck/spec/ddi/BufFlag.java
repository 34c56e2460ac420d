package umemtck.spec.ddi;

/** Bits of {@code b_flags} of a buf, with the values of {@code buf.h}. */
public final class BufFlag {
  /** The device reads from its medium: memory is written. A WRITE lock goes with it. */
  public static final int B_READ = 0x40;

  /** The device writes to its medium: memory is read. A READ lock goes with it. */
  public static final int B_WRITE = 0x100;

  /** The buf is in use (IOSETUP.fields). */
  public static final int B_BUSY = 0x1;

  /** The buf is for physical I/O (IOSETUP.fields). */
  public static final int B_PHYS = 0x20;

  /** The buf refers to a page list (IOSETUP.page-list). */
  public static final int B_SHADOW = 0x200000;

  private BufFlag() {}
}
