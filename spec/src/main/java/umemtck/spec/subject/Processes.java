package umemtck.spec.subject;

/** Processes. That of {@link umemtck.spec.ddi.Ids#PROCESS} is there at boot. */
public interface Processes {
  /**
   * Puts the calling thread into a process, until it is put into another.
   *
   * @param proc for the next call that this thread makes; a new thread starts in {@link
   *     umemtck.spec.ddi.Ids#PROCESS}
   */
  void enter(long proc);

  /**
   * Starts a process with an empty address space.
   *
   * @param project whose
   * @return its number, never used before
   */
  long newProcess(long project);

  /**
   * Starts a process that borrows the address space of its parent until it exits, as {@code
   * vfork(2)} does. Called only with {@link Feature#VFORK}.
   *
   * @param proc the parent
   * @return its number, never used before
   */
  long vfork(long proc);

  /**
   * Ends a process. Blocks while pages of it are locked (LOCK.blocks-layout-change, ACCT.exit), but
   * for one that borrows its address space. Called only with {@link Feature#EXIT}, once for each.
   *
   * @param proc which; not that of {@link umemtck.spec.ddi.Ids#PROCESS}
   */
  void exit(long proc);

  /**
   * Starts a process with a copy of an address space, as {@code fork(2)} does: what is mapped of a
   * device refers to the same pages (DEVMAP.fork-shares). Called only with {@link Feature#FORK},
   * and while no page of the parent is locked.
   *
   * @param proc the parent
   * @return its number, never used before
   */
  default long fork(long proc) {
    throw new UnsupportedOperationException("fork: " + Feature.FORK + " is declared, and not here");
  }
}
