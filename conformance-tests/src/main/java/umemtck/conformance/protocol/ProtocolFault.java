package umemtck.conformance.protocol;

/** A line is not what the protocol says. */
public final class ProtocolFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with it. */
  public ProtocolFault(String text) {
    super(text);
  }
}
