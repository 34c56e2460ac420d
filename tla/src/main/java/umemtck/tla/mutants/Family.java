package umemtck.tla.mutants;

import java.util.Arrays;
import java.util.List;

/** What is mutated together: the modules of one contract, below one root module. */
enum Family {
  /** Allocation, freeing, cookies; and the arithmetic that all share. */
  ALLOCATION(
      "MCUmem",
      List.of("MCNext", "Next", "Fairness"),
      "Word",
      "Rounding",
      "UmemState",
      "UmemAlloc",
      "UmemFree",
      "World",
      "Umem"),
  /** Locks, unlocks, accounting. */
  LOCKING(
      "MCUmemLock",
      List.of("MCNext", "Next", "Fairness", "DriverUnlocks"),
      "LockState",
      "LockRequest",
      "LockUsage",
      "UmemLockCall",
      "UmemUnlock",
      "LockEvents",
      "LockControls",
      "UmemLock"),
  /** Bufs. */
  BUFS(
      "MCUmemIo",
      List.of("MCNext", "Next"),
      "IoState",
      "UmemIosetup",
      "IoTransfer",
      "IoCookies",
      "UmemIo"),
  /** Exports. */
  EXPORTS(
      "MCUmemDevmap",
      List.of("MCNext", "Next"),
      "DevmapState",
      "DevmapRequest",
      "DevmapSetup",
      "DevmapRemap",
      "DevmapUse",
      "UmemDevmap"),
  /** The driver of Example 10-4. */
  SHARING("MCSharedDriver", List.of("Next", "Fairness"), "SharedDriver", "SharedMapping"),
  /** A kernel that locks step by step. */
  LOCK_STEPS(
      "MCUmemLockSteps",
      List.of("MCStepsNext", "StepsFairness"),
      "LockSteps",
      "UnlockSteps",
      "UmemLockSteps"),
  /** A kernel that remaps step by step. */
  DEVMAP_STEPS("MCDevmapSteps", List.of("MCStepsNext"), "DevmapSteps");

  private final String root;
  private final List<String> steps;
  private final List<String> modules;

  Family(String root, List<String> steps, String... modules) {
    this.root = root;
    this.steps = steps;
    this.modules = List.of(modules);
  }

  /**
   * What is sought in it: the root module, whose models are asked first; the definitions from which
   * every action, and what is owed of them, is reached; the modules that are mutated.
   */
  Sought sought() {
    return new Sought(root, steps, modules);
  }

  /** What is sought in all of them. */
  static List<Sought> all() {
    return Arrays.stream(values()).map(Family::sought).toList();
  }
}
