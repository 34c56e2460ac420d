package umemtck.conformance;

/** Something that the user can put right: what is wrong, why, and what to do. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Wrong words on the command line or in a file; found before anything runs. */
  public static final int USAGE = 2;

  /** The subject cannot be judged; nothing was. */
  public static final int ADAPTER = 3;

  private final int exit;

  private UserError(int exit, String message) {
    super(message);
    this.exit = exit;
  }

  /**
   * Wrong usage.
   *
   * @param what is wrong, and why
   * @param todo what to do
   */
  public static UserError usage(String what, String todo) {
    return new UserError(USAGE, what + "\n  " + todo);
  }

  /**
   * A subject that cannot be judged.
   *
   * @param what is wrong, and why
   * @param todo what to do
   */
  public static UserError adapter(String what, String todo) {
    return new UserError(ADAPTER, what + "\n  " + todo);
  }

  /** The exit status. */
  public int exit() {
    return exit;
  }
}
