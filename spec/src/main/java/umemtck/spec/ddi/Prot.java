package umemtck.spec.ddi;

/** What a process may do to its pages: the bits of {@code mprotect(2)}. */
public final class Prot {
  /** Nothing. */
  public static final int NONE = 0x0;

  /** Read. */
  public static final int READ = 0x1;

  /** Write. */
  public static final int WRITE = 0x2;

  private Prot() {}
}
