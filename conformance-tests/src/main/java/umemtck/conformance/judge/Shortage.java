package umemtck.conformance.judge;

import umemtck.reference.model.Demand;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Resource;

/** What stands in the way of an allocation, as far as the caller can know. */
enum Shortage {
  /** Nothing: it must succeed. */
  NONE,
  /** It can never be satisfied. */
  IMPOSSIBLE,
  /** There is surely too little of something. */
  SHORT,
  /** Nobody outside can know. */
  UNKNOWN;

  static Shortage of(ModelConfig config, UmemState s, Call.UmemAlloc alloc) {
    Demand demand = Demand.of(config, alloc);
    if (demand.impossible()) {
      return IMPOSSIBLE;
    }
    if (demand.fits(s)) {
      return NONE;
    }
    return demand.lacks(s) == null ? UNKNOWN : SHORT;
  }

  /**
   * The only thing that stands in the way, as far as the caller can know, or null: of two a machine
   * that overlooks one is refused for the other, and nothing shows.
   */
  static Resource only(ModelConfig config, UmemState s, Call.UmemAlloc alloc) {
    Demand demand = Demand.of(config, alloc);
    Resource only = demand.lacks(s);
    for (Resource r : Resource.values()) {
      if (r != only && demand.needs(r) && s.budget(r).known() && !demand.enough(s, r)) {
        return null;
      }
    }
    return only;
  }
}
