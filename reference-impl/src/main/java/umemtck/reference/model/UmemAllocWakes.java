package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.Call.UmemAlloc;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.UmemFlag;

/** UmemAllocWakes: it is decided how a sleeper will end, while another call is out. */
final class UmemAllocWakes {
  private final ModelConfig config;
  private final UmemAllocAction alloc;

  UmemAllocWakes(ModelConfig config, UmemAllocAction alloc) {
    this.config = config;
    this.alloc = alloc;
  }

  List<UmemState> from(UmemState s) {
    // What is free changes only by calls. So for a sleeper that is out alone it is soon enough to
    // decide at its return; only beside another call does it matter which of the two came first.
    if (s.out() < 2) {
      return List.of();
    }
    List<UmemState> next = new ArrayList<>();
    for (Pending p : s.pending()) {
      if (p.call() instanceof UmemAlloc call && UmemFlag.sleeps(call.flag()) && !p.decided()) {
        decide(s, p, call, next);
      }
    }
    return next;
  }

  private void decide(UmemState s, Pending p, UmemAlloc call, List<UmemState> next) {
    Demand demand = Demand.of(config, call);
    if (call.size() == 0 || config.wraps(call.size()) || demand.impossible()) {
      return; // However it ends, that does not depend on when.
    }
    if (demand.lacks(s) == null) {
      next.add(s.taken(p, demand));
    }
    // Where nothing is promised a refusal is right at any time: no need to decide on it early.
    if (alloc.promised(call) && alloc.returned(s, p, Allocated.REFUSED) instanceof Answer.Next) {
      next.add(s.givenUp(p));
    }
  }
}
