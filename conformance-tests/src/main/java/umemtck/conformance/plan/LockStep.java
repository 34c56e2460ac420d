package umemtck.conformance.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.WorkerGate;

/**
 * One thing to do about locked memory. Processes, projects, zones and locks are named by the steps
 * that make them; 0 is the process, project or zone that is there at boot.
 */
public sealed interface LockStep extends Step {

  /**
   * A range of a process's window.
   *
   * @param page its first page, counted from the start of the window; may lie outside
   * @param bytes added to the first address
   * @param len its length
   */
  record Range(
      @JsonFormat(shape = JsonFormat.Shape.STRING) long page,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long bytes,
      Size len) {
    /** Whole pages. */
    public static Range pages(long page, long pages) {
      return new Range(page, 0, Size.pages(pages));
    }
  }

  /** What the kit's cleanup function does when it is called. */
  enum Reaction {
    /** It unlocks. */
    UNLOCK,
    /** It comes back, and the lock stays. */
    RECORD,
    /** It stays until {@link Resume}. */
    PAUSE
  }

  /**
   * {@code ddi_umem_lock}.
   *
   * @param name by which later steps know the lock
   * @param by the current process
   * @param at which range
   * @param flags bits of {@link umemtck.spec.ddi.UmemLockFlag}
   * @param context of the caller
   */
  record Lock(int name, int by, Range at, int flags, Context context) implements LockStep {}

  /**
   * {@code umem_lockmemory}.
   *
   * @param name by which later steps know the lock
   * @param by the current process
   * @param owner whose pages; {@link #CURRENT} for NULL
   * @param at which range
   * @param flags bits of {@link umemtck.spec.ddi.UmemLockFlag}
   * @param vector the callback vector
   * @param reaction what the cleanup function does
   */
  record LockMemory(
      int name, int by, int owner, Range at, int flags, CallbackVector vector, Reaction reaction)
      implements LockStep {
    /** A NULL process. */
    public static final int CURRENT = -1;
  }

  /**
   * {@code ddi_umem_unlock}, or, where that is the same, {@code ddi_umem_free}.
   *
   * @param name of the lock
   * @param by the current process
   * @param context of the caller
   * @param free whether {@code ddi_umem_free} is called
   */
  record Unlock(int name, int by, Context context, boolean free) implements LockStep {}

  /**
   * Unlocks what a step of that name allocated; only in a plan that misuses.
   *
   * @param name of the allocation
   */
  record UnlockAllocated(int name) implements LockStep {}

  /**
   * Lets a cleanup function go on.
   *
   * @param name of the lock
   */
  record Resume(int name) implements LockStep {}

  /**
   * Maps pages.
   *
   * @param proc whose
   * @param page the first, counted from the start of the window
   * @param pages how many
   * @param kind what backs them
   * @param prot bits of {@link umemtck.spec.ddi.Prot}
   */
  record Mmap(
      int proc,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long page,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long pages,
      MappingKind kind,
      int prot)
      implements LockStep {}

  /**
   * Takes pages away.
   *
   * @param proc whose
   * @param page the first
   * @param pages how many
   */
  record Munmap(
      int proc,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long page,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long pages)
      implements LockStep {}

  /**
   * Changes what a process may do to pages.
   *
   * @param proc whose
   * @param page the first
   * @param pages how many
   * @param prot bits of {@link umemtck.spec.ddi.Prot}
   */
  record Mprotect(
      int proc,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long page,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long pages,
      int prot)
      implements LockStep {}

  /**
   * An application stores to its pages.
   *
   * @param proc whose
   * @param at which range
   * @param value a byte
   */
  record UserFill(int proc, Range at, int value) implements LockStep {}

  /**
   * An application compares its pages with a value.
   *
   * @param proc whose
   * @param at which range
   * @param value a byte
   */
  record UserLook(int proc, Range at, int value) implements LockStep {}

  /**
   * Ends a process.
   *
   * @param proc which
   */
  record Exit(int proc) implements LockStep {}

  /**
   * Starts a process.
   *
   * @param name by which later steps know it
   * @param project whose
   */
  record NewProcess(int name, int project) implements LockStep {}

  /**
   * Starts a process that borrows an address space.
   *
   * @param name by which later steps know it
   * @param proc the parent
   */
  record Vfork(int name, int proc) implements LockStep {}

  /**
   * Creates a project.
   *
   * @param name by which later steps know it
   * @param zone whose
   */
  record NewProject(int name, int zone) implements LockStep {}

  /**
   * Creates a zone; its default project has the same name.
   *
   * @param name by which later steps know it
   */
  record NewZone(int name) implements LockStep {}

  /**
   * Puts a process into another project.
   *
   * @param proc which
   * @param project where to
   */
  record Settaskid(int proc, int project) implements LockStep {}

  /**
   * Puts a process into another zone.
   *
   * @param proc which
   * @param zone where to
   */
  record ZoneEnter(int proc, int zone) implements LockStep {}

  /**
   * Sets a limit.
   *
   * @param of PROJECT or ZONE
   * @param name of the project or zone
   * @param amount how much; {@link Size.Base#USED} counts from the usage
   */
  record Limit(Holder of, int name, Size amount) implements LockStep {}

  /**
   * {@code mlock}.
   *
   * @param proc whose
   * @param page the first
   * @param pages how many
   */
  record Mlock(
      int proc,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long page,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long pages)
      implements LockStep {}

  /**
   * {@code munlock}.
   *
   * @param proc whose
   * @param page the first
   * @param pages how many
   */
  record Munlock(
      int proc,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long page,
      @JsonFormat(shape = JsonFormat.Shape.STRING) long pages)
      implements LockStep {}

  /**
   * Makes a step fail, once.
   *
   * @param step which
   * @param errno with what
   */
  record FailNext(FaultyStep step, int errno) implements LockStep {}

  /**
   * Holds the worker back, or lets it go.
   *
   * @param gate which
   */
  record GateWorker(WorkerGate gate) implements LockStep {}

  /**
   * In the whole plan nobody reads what is counted for holders of a kind: what a subject counts
   * there is known to be wrong, and does not bind.
   *
   * @param of the kind
   */
  record Unread(Holder of) implements LockStep {}
}
