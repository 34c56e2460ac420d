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
  /** There are surely too few pages. */
  PAGES,
  /** There is surely too little of something else: swap, address space, cookies. */
  OTHER,
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
    if (demand.lacks(s) == null) {
      return UNKNOWN;
    }
    return demand.lacks(s) == Resource.PAGES ? PAGES : OTHER;
  }
}
