package umemtck.conformance.plan;

import java.util.Random;
import umemtck.spec.subject.Declaration;

/** Makes plans in which calls overlap, with a leaning. */
public enum OverlapRecipe {
  /** Locks for the last pages below a limit. */
  LIMITS,
  /** Unlocks, of which some are put off, beside locks. */
  UNLOCKS,
  /** Changes of an address space beside locks, unlocks and cleanup functions. */
  EVENTS,
  /** A process ends while what it has locked is unlocked. */
  EXITS,
  /** Allocations for the last pages, and releases. */
  ALLOCATIONS,
  /** The same with some who wait. */
  SLEEPERS,
  /** Applications map the device of the driver of Example 10-4 for the first time. */
  MAPPERS,
  /** A remap beside loads through the mapping. */
  REMAPS;

  /** Makes a plan for a subject; the same randomness gives the same plan. */
  public Plan plan(Random random, Declaration declared) {
    OverlapCook cook = new OverlapCook(random, declared);
    return switch (this) {
      case LIMITS -> cook.limits();
      case UNLOCKS -> cook.unlocks();
      case EVENTS -> cook.events();
      case EXITS -> cook.exits();
      case ALLOCATIONS -> cook.allocations(0);
      case SLEEPERS -> cook.allocations(60);
      case MAPPERS -> cook.mappers();
      case REMAPS -> cook.remaps();
    };
  }
}
