package umemtck.spec.ddi;

/** What backs a mapping of a process. */
public enum MappingKind {
  /** Anonymous memory, {@code MAP_PRIVATE}. */
  ANON_PRIVATE,
  /** Anonymous memory, {@code MAP_SHARED}. */
  ANON_SHARED,
  /** A regular file, {@code MAP_PRIVATE}. */
  FILE_PRIVATE,
  /** A regular file, {@code MAP_SHARED}: not for LONGTERM (LOCKMEM.longterm-shared-file). */
  FILE_SHARED,
  /** A shared-memory segment. */
  SHARED_MEMORY,
  /** A device that can be locked. */
  DEVICE,
  /** What cannot be locked, as a device mapped with ALLOW_REMAP (LOCK.efault-unsupported). */
  NOT_LOCKABLE;
}
