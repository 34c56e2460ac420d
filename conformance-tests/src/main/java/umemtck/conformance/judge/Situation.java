package umemtck.conformance.judge;

import java.util.Locale;
import java.util.Optional;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.Feature;

/**
 * What a history must have contained for a PASS to mean anything. The catalogue names them with the
 * facets that need them.
 */
public enum Situation {
  TAIL_USED,
  MEMORY_ALLOCATED,
  DIRTY_MEMORY_CAME_BACK,
  DIRTY_MEMORY_CAME_BACK_PAGEABLE,
  SIZE_ZERO,
  SIZE_ZERO_THEN_READ_OUT,
  WRAP_NOSLEEP,
  WRAP_SLEEP,
  IMPOSSIBLE_NOSLEEP,
  IMPOSSIBLE_SLEEP,
  IMPOSSIBLE_SLEEP_BLOCKED,
  IMPOSSIBLE_SLEEP_NULL,
  SHORT_OF_PAGES(Feature.PAGES),
  SHORT_OF_SWAP(Feature.SWAP),
  SHORT_OF_ADDRESS(Feature.ADDRESS),
  SHORT_OF_COOKIES(Feature.COOKIES),
  ENOUGH_NOSLEEP,
  ENOUGH_SLEEP,
  REFUSED,
  REFUSED_THEN_READ_OUT,
  SLEPT,
  SLEPT_PAGEABLE,
  WOKEN_BY_FREE,
  PRESSURE_ON_LOCKED,
  PRESSURE_ON_PAGEABLE,
  PAGED_OUT_DIRTY,
  PAGED_OUT,
  TRASH_ALLOCATED,
  TRASH_THEN_READ_OUT,
  FLAG_CONFLICT,
  FLAG_UNKNOWN,
  SEVERAL_LIVE,
  NOSLEEP_INTERRUPT,
  SLEEP_KERNEL,
  SLEEP_INTERRUPT,
  FREE_NULL,
  FREED_THEN_READ_OUT,
  FREED_TWICE,
  FREED_STRANGER,
  FREE_INTERRUPT,
  FREE_KERNEL,
  KEPT_UNTIL_FREE,
  LOCK_SUCCEEDED,
  PRESSURE_ON_PINNED,
  LOCK_EINVAL,
  LOCK_FLAGS_BOTH,
  LOCK_NO_ACCESS,
  LOCK_NO_RANGE,
  LOCK_TWO_FAULTS,
  LOCK_UNMAPPED,
  UNLOCKED_BEFORE_EVENT,
  LOCK_NOT_LOCKABLE(MappingKind.NOT_LOCKABLE),
  LOCK_READ_ONLY,
  LOCK_DENIED_PROJECT,
  LOCK_DENIED_ZONE,
  LOCK_STEP_FAILED,
  REFUSED_LOCK_THEN_READ_OUT,
  LOCKS_OVERLAP,
  MUNMAP_WAITED,
  LOCK_MULTI_SEGMENT,
  MPROTECT_WAITED,
  EXIT_WAITED,
  VFORK_CHILD_EXITED,
  LOCK_MISUSE,
  UNLOCKED_THEN_USAGE,
  UNLOCK_INTERRUPT,
  UNLOCKS_QUEUED,
  LOOKED_BEHIND_QUEUED,
  UNLOCK_BY_OTHER,
  UNLOCK_KERNEL,
  WAITER_WOKEN,
  USAGE_WHILE_LOCKED,
  TWO_PROJECTS_CHARGED,
  LOCK_AT_LIMIT,
  DENIED_OVER_PAGED_OUT,
  LOCK_OVERFLOW,
  MLOCK_COUNTED,
  LOCKED_UNLIMITED,
  LIMIT_LOWERED,
  LIMIT_READ,
  MOVED_WITH_LOCKS,
  MOVE_DENIED,
  ZONE_ENTERED_WITH_LOCKS,
  LOCK_FOR_OTHER,
  LOCKMEMORY_REFUSED,
  LOCKMEMORY_SUCCEEDED,
  LOCKMEMORY_PROC_NULL,
  VECTOR_WRONG,
  LONGTERM_NEAR_SHARED_FILE(MappingKind.FILE_SHARED),
  LONGTERM_SUCCEEDED,
  CALLBACK_BY_MUNMAP,
  CALLBACK_BY_MPROTECT,
  CALLBACK_BY_EXIT,
  EVENT_BESIDE_LOCK,
  EVENT_AFTER_CALLBACK,
  UNLOCKED_INSIDE_CALLBACK,
  UNLOCKED_DURING_CALLBACK,
  LOCK_FREED,
  ALLOC_THEN_USAGE,
  BUF_ON_LOCKED,
  BUF_ON_NON_PAGEABLE,
  BUF_ON_PAGEABLE,
  BUF_ON_TRASH,
  BUF_BEYOND_END,
  BUF_NEGATIVE_OFFSET,
  BUF_OVER_SIZE,
  BUF_OF_NOTHING_GIVEN,
  BUF_WRONG_DIRECTION,
  BUF_WRONG_SLEEPFLAG,
  BUF_SHORT_NOSLEEP,
  BUF_SHORT_SLEEP,
  BUF_LOOKED_AT,
  BUF_LOOKED_AT_LOCKED,
  BUF_LOOKED_AT_KERNEL,
  BUF_AMONG_SEVERAL,
  BUF_KERNEL,
  BUF_INTERRUPT,
  BUF_SLEEP_INTERRUPT,
  BUF_THEN_USAGE,
  TRANSFERRED,
  TRANSFERRED_BEHIND_FIRST_PAGE,
  TRANSFERRED_AMONG_SEVERAL,
  TRANSFER_SEEN_BY_PROCESS,
  STORE_SEEN_BY_DEVICE;

  private final Feature feature;
  private final MappingKind kind;

  Situation() {
    this(null, null);
  }

  Situation(Feature feature) {
    this(feature, null);
  }

  Situation(MappingKind kind) {
    this(null, kind);
  }

  Situation(Feature feature, MappingKind kind) {
    this.feature = feature;
    this.kind = kind;
  }

  /** What a subject must offer for it to come about at all, beside what the facet needs. */
  public Optional<Feature> feature() {
    return Optional.ofNullable(feature);
  }

  /** The kind of memory that a subject must be able to map for it to come about at all. */
  public Optional<MappingKind> kind() {
    return Optional.ofNullable(kind);
  }

  /** The situation's name in the catalogue and in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
