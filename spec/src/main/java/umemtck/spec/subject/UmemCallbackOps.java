package umemtck.spec.subject;

/**
 * {@code struct umem_callback_ops}.
 *
 * @param cbo_umem_callback_version 1 is the one there is (LOCKMEM.callback-version)
 * @param cbo_umem_lock_cleanup the cleanup function, or null
 */
public record UmemCallbackOps(int cbo_umem_callback_version, Cleanup cbo_umem_lock_cleanup) {

  /** The driver's cleanup function. */
  @FunctionalInterface
  public interface Cleanup {
    /**
     * Called by the subject in the thread of the munmap, mprotect or exit that needs the memory,
     * with no lock held that an unlock needs (LOCKMEM.callback-context). It may unlock, and it may
     * block, through {@link Waits}.
     *
     * @param cookie that of the lock (LOCKMEM.callback-argument)
     */
    void cleanup(long cookie);
  }
}
