package umemtck.conformance.session;

/**
 * Why nothing can be concluded from a call: the adapter, or the process that the subject runs in,
 * failed. Never an answer of the contract.
 */
public final class MachineFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean hung;

  /** Says why, in words that go on after "ddi_umem_alloc: ". */
  public MachineFault(String text) {
    this(text, false);
  }

  /** The same, of a machine that may have been ended from outside, because it hung. */
  public MachineFault(String text, boolean hung) {
    super(text);
    this.hung = hung;
  }

  /** Whether it was ended from outside. */
  boolean hung() {
    return hung;
  }
}
