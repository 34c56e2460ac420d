package umemtck.conformance.judge;

import java.util.Locale;
import java.util.Optional;
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
  KEPT_UNTIL_FREE;

  private final Feature feature;

  Situation() {
    this(null);
  }

  Situation(Feature feature) {
    this.feature = feature;
  }

  /** What a subject must offer for it to come about at all, beside what the facet needs. */
  public Optional<Feature> feature() {
    return Optional.ofNullable(feature);
  }

  /** The situation's name in the catalogue and in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
