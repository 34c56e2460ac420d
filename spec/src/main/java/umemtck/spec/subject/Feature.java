package umemtck.spec.subject;

import umemtck.spec.ddi.Resource;

/** What a subject may or may not offer. Whatever is not declared as offered is not asked for. */
public enum Feature {
  /** The free PAGES can be set and read ({@link Budgets}). */
  PAGES,
  /** The free SWAP can be set and read ({@link Budgets}). */
  SWAP,
  /** The free ADDRESS can be set ({@link Budgets}). */
  ADDRESS,
  /** The free COOKIES can be set and read ({@link Budgets}). */
  COOKIES,
  /** The context of a call can be set ({@link Contexts}). */
  CONTEXTS,
  /** Memory can be paged out on demand, and asked whether it is resident ({@link Paging}). */
  PAGING,
  /** {@code DDI_UMEM_TRASH} is accepted (ALLOC.trash). */
  TRASH,
  /** The subject blocks through {@link Waits} and in no other way. */
  SETTLE,
  /** {@code ddi_umem_lock} and {@code ddi_umem_unlock}, on mappings that the kit makes. */
  LOCK,
  /** {@code umem_lockmemory}; needs LOCK. */
  LOCKMEMORY,
  /** The protection of mappings can be changed, and is not always READ and WRITE. */
  PROTECTION,
  /** Pages of processes are paged out with the others ({@link Paging}); needs PAGING. */
  USER_PAGING,
  /** More than one process ({@link Processes}). */
  PROCESSES,
  /** Processes can exit; needs PROCESSES. */
  EXIT,
  /** Processes can borrow an address space; needs EXIT. */
  VFORK,
  /** More than one project, and processes that move between them ({@link Projects}). */
  PROJECTS,
  /** More than one zone; needs PROJECTS. */
  ZONES,
  /** {@code project.max-locked-memory} can be set and read ({@link LockedMemory}). */
  PROJECT_LIMIT,
  /** {@code zone.max-locked-memory} can be set and read ({@link LockedMemory}). */
  ZONE_LIMIT,
  /** What is counted as locked can be read ({@link LockedMemory}). */
  USAGE,
  /** {@code mlock(3C)} counts against the same limits ({@link LockedMemory}). */
  MLOCK,
  /**
   * Steps of a lock, and memory for a buf, can be made to fail ({@link LockFaults}). Where it is
   * not offered, a shortage of either is always possible, and a refusal for it always right.
   */
  FAULTS,
  /** The deferred-unlock worker can be held back ({@link LockFaults}); needs SETTLE. */
  WORKER,
  /** {@code ddi_umem_iosetup}, {@code freerbuf}, and looking at a buf. */
  IOSETUP,
  /** A device transfers what a buf describes ({@link Transfers}); needs IOSETUP. */
  TRANSFERS,
  /**
   * Applications load from their mappings, and store ({@link UserMemory}); needs LOCK or DEVMAP.
   */
  USER_MEMORY,
  /** {@code devmap_umem_setup}, and devices that applications map ({@link DeviceMappings}). */
  DEVMAP,
  /**
   * {@code devmap_umem_remap}; setups with DEVMAP_ALLOW_REMAP and DEVMAP_MAPPING_INVALID are
   * accepted; needs DEVMAP.
   */
  REMAP,
  /** The functions of {@link DevmapCallbackCtl} that a setup holds are called; needs DEVMAP. */
  DEVMAP_CALLBACKS,
  /** Processes can fork ({@link Processes}); needs PROCESSES. */
  FORK,
  /** Programs can be of 32 or of 64 bits ({@link DataModels}); needs PROCESSES. */
  DATA_MODELS,
  /**
   * The driver of Example 10-4 ({@link SharedDriver}). A subject in Java that offers DEVMAP and
   * DEVMAP_CALLBACKS need not bring one: then that of the kit is asked on it.
   */
  SHARED_DRIVER,
  /**
   * Its calls stall between their steps ({@link Waits#stall}), so that the kit can drive calls that
   * overlap in any order; needs SETTLE.
   */
  STALLS,
  /**
   * Misuse that the contract leaves undefined is diagnosed: the machine panics and says why. The
   * kit then breaks caller duties on purpose, each on a machine of its own.
   */
  CHECKED;

  /** The feature under which a resource can be set. */
  public static Feature settable(Resource resource) {
    return switch (resource) {
      case PAGES -> PAGES;
      case SWAP -> SWAP;
      case ADDRESS -> ADDRESS;
      case COOKIES -> COOKIES;
    };
  }
}
