package umemtck.spec.ddi;

/**
 * What a process may do to its pages: the bits of {@code mprotect(2)}; and those that a driver adds
 * to them in the {@code maxprot} of {@code devmap_umem_setup(9F)}.
 */
public final class Prot {
  /** Nothing. */
  public static final int NONE = 0x0;

  /** Read. */
  public static final int READ = 0x1;

  /** Write. */
  public static final int WRITE = 0x2;

  /** Execute. */
  public static final int EXEC = 0x4;

  /** From user mode: what is mapped for an application needs it (DEVMAP.maxprot-subset). */
  public static final int USER = 0x8;

  /** {@code PROT_ALL}: everything. */
  public static final int ALL = READ | WRITE | EXEC | USER;

  private Prot() {}
}
