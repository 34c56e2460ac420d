package umemtck.spec.subject;

/**
 * The machine stops here, in a way that can be diagnosed. Thrown out of any call; the kit discards
 * the machine and boots another. Any other {@link Throwable} is taken for a fault of the adapter.
 */
public final class UmemPanic extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Stops the machine.
   *
   * @param text what a person who reads the crash should know
   */
  public UmemPanic(String text) {
    super(text);
  }
}
