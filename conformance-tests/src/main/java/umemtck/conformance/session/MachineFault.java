package umemtck.conformance.session;

/**
 * Why nothing can be concluded from a call: the adapter, or the process that the subject runs in,
 * failed. Never an answer of the contract.
 */
public final class MachineFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why, in words that go on after "ddi_umem_alloc: ". */
  public MachineFault(String text) {
    super(text);
  }
}
