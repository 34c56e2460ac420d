package umemtck.spec.subject;

/** An application's load or store ends in a signal; the machine goes on. */
public final class UserFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int signal;

  /**
   * The application gets a signal.
   *
   * @param signal its number: 10 is SIGBUS, 11 SIGSEGV
   */
  public UserFault(int signal) {
    super("signal " + signal);
    this.signal = signal;
  }

  /** The signal's number. */
  public int signal() {
    return signal;
  }
}
