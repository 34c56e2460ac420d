package umemtck.spec.ddi;

/** A step that can be made to fail, as when what it needs is short. */
public enum FaultyStep {
  /** Locking the pages, after the charge (LOCK.resource-shortage, LOCK.rollback). */
  PAGE_LOCK,
  /** Registering the callback, after the pages (LOCKMEM.registration-failure). */
  REGISTER_CALLBACK,
  /**
   * Getting memory for a buf (IOSETUP.nosleep-null). A call with wrong arguments may meet it too:
   * the contract does not say what is looked at first.
   */
  BUF
}
