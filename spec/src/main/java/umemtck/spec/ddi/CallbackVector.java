package umemtck.spec.ddi;

/**
 * What the callback vector of {@code umem_lockmemory()} holds.
 *
 * @param given whether there is a vector at all; if not, the rest says nothing
 * @param version {@code cbo_umem_callback_version}; 1 is the one there is
 * @param function whether the cleanup function is not NULL
 */
public record CallbackVector(boolean given, int version, boolean function) {
  /** UMEM_CALLBACK_VERSION. */
  public static final int VERSION = 1;

  /** A NULL vector. */
  public static final CallbackVector NONE = new CallbackVector(false, 0, false);

  /** A vector as it should be. */
  public static final CallbackVector CLEANUP = new CallbackVector(true, VERSION, true);

  /** Whether there is a function to call. */
  public boolean calls() {
    return given && version == VERSION && function;
  }
}
