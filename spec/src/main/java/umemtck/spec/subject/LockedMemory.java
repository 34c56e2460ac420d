package umemtck.spec.subject;

import umemtck.spec.ddi.Holder;

/**
 * The locked-memory controls, {@code project.max-locked-memory} and {@code zone.max-locked-memory},
 * and what is counted against them. Bytes, {@code uint64_t}.
 */
public interface LockedMemory {
  /** No limit. */
  long UNLIMITED = -1;

  /**
   * Sets a limit, below the present usage too (ACCT.limit-lowered).
   *
   * @param of PROJECT with {@link Feature#PROJECT_LIMIT}, ZONE with {@link Feature#ZONE_LIMIT}
   * @param id which
   * @param bytes unsigned, or {@link #UNLIMITED}
   */
  void setLimit(Holder of, long id, long bytes);

  /**
   * Reads a limit.
   *
   * @param of PROJECT with {@link Feature#PROJECT_LIMIT}, ZONE with {@link Feature#ZONE_LIMIT}
   * @param id which
   * @return bytes, unsigned, or {@link #UNLIMITED}
   */
  long getLimit(Holder of, long id);

  /**
   * Reads the usage: what is counted as locked now (ACCT.observable). Only looks. Called only with
   * {@link Feature#USAGE}.
   *
   * @param of PROJECT, PROCESS, or, with {@link Feature#ZONES} or {@link Feature#ZONE_LIMIT}, ZONE
   * @param id which; of a process that has not exited
   * @return bytes, unsigned
   */
  long getLocked(Holder of, long id);

  /**
   * Locks pages as {@code mlock(3C)} does. Called only with {@link Feature#MLOCK}.
   *
   * @param proc whose
   * @param addr first byte, page aligned
   * @param len bytes, whole pages, all mapped
   * @return 0, or EAGAIN where a limit denies it
   */
  int mlock(long proc, long addr, long len);

  /**
   * Undoes {@link #mlock}.
   *
   * @param proc whose
   * @param addr first byte, page aligned
   * @param len bytes, whole pages, all mapped
   * @return 0, or an errno
   */
  int munlock(long proc, long addr, long len);
}
