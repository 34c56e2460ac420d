package umemtck.spec.ddi;

/** A step that can be made to fail, as when what it needs is short. */
public enum FaultyStep {
  /** Locking the pages, after the charge (LOCK.resource-shortage, LOCK.rollback). */
  PAGE_LOCK,
  /** Registering the callback, after the pages (LOCKMEM.registration-failure). */
  REGISTER_CALLBACK,
  /** Getting memory for a buf, after its arguments were found right (IOSETUP.nosleep-null). */
  BUF
}
