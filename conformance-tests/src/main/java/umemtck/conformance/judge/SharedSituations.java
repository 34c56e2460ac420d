package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;

import java.util.Set;
import umemtck.reference.model.Export;
import umemtck.reference.model.Pending;
import umemtck.reference.model.SharedArea;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;

/** Looks for the situations of the driver of Example 10-4. */
final class SharedSituations extends LockWatcher {
  private boolean atOnce;
  private boolean is32First;
  private boolean driverStored;
  private int storedBy;
  private Export storer;
  private boolean refused;

  SharedSituations(UmemModel model, Set<Situation> seen) {
    super(model, seen);
  }

  private long pageSize() {
    return model.config().pageSize();
  }

  @Override
  void completed(UmemState before, UmemState after, Pending call, Outcome outcome) {
    if (call.call() instanceof Call.SharedMmap m) {
      mapped(before, m, call.slept(), ((Outcome.Result) outcome).errno() == 0);
    } else if (call.call() instanceof Call.GetFree g && g.resource() == Resource.PAGES) {
      sawIf(before.exports().area() != null, SHARED_FIRST_MAPPING_READ_OUT);
    } else if (call.call() instanceof Call.SharedDetach) {
      saw(((Outcome.Result) outcome).errno() == 0 ? SHARED_DETACHED : SHARED_DETACH_WHILE_MAPPED);
    } else if (call.call() instanceof Call.SharedFill) {
      driverStored = true;
      storedBy = 0;
    } else if (call.call() instanceof Call.UserFill f) {
      Export e = area(before, f.proc(), f.addr());
      if (e != null) {
        driverStored = false;
        storedBy = model(e);
        storer = e;
      }
    } else if (call.call() instanceof Call.SharedMatches m && storedBy != 0) {
      boolean same = SharedArea.offset(storedBy, pageSize()) == m.off();
      sawIf(same, SHARED_STORED_BY_APPLICATION);
    } else if (call.call() instanceof Call.UserMatches m) {
      looked(before, area(before, m.proc(), m.addr()));
    }
  }

  @Override
  void settled(UmemState state) {
    atOnce |= state.pending().stream().filter(p -> p.call() instanceof Call.SharedMmap).count() > 1;
  }

  private static Export area(UmemState s, long proc, long addr) {
    Export e = s.exports().at(s.locking().proc(proc).space(), addr);
    return e != null && e.isArea() ? e : null;
  }

  private static int model(Export e) {
    return e.koff() == 0 ? DataModel.DDI_MODEL_LP64 : DataModel.DDI_MODEL_ILP32;
  }

  private void mapped(UmemState s, Call.SharedMmap m, boolean slept, boolean done) {
    SharedArea a = s.exports().area();
    int model = s.exports().model(m.proc());
    if (m.len() > pageSize()) {
      saw(SHARED_TOO_LONG);
    } else if (m.off() != 0) {
      saw(SHARED_BEHIND);
    }
    if (!done) {
      refused = m.len() == pageSize() && m.off() == 0;
      return;
    }
    boolean wasShort = slept || s.exports().failed();
    sawIf(wasShort, SHARED_MAPPED_WHEN_SHORT);
    if (a == null) {
      is32First = model == DataModel.DDI_MODEL_ILP32;
      return;
    }
    // Who refuses for lack of memory is never at it while another waits.
    sawIf((atOnce && slept) || refused, SHARED_MAPPED_AT_ONCE);
    boolean other = a.first() != model;
    sawIf(other && is32First, SHARED_32_BIT_FIRST_THEN_64);
    sawIf(other && !is32First, SHARED_64_BIT_FIRST_THEN_32);
  }

  private void looked(UmemState s, Export e) {
    if (e == null) {
      return;
    }
    sawIf(driverStored, SHARED_STORED_BY_DRIVER);
    boolean second = e.koff() != 0;
    sawIf(driverStored, second ? SHARED_SEEN_BY_32_BIT : SHARED_SEEN_BY_64_BIT);
    boolean same = storedBy == model(e);
    boolean other = storer != null && (e.space() != storer.space() || e.start() != storer.start());
    sawIf(same && other, SHARED_BY_TWO);
    sawIf(storedBy != 0 && !same, SHARED_BY_BOTH_MODELS);
    sawIf(s.exports().area().left(), SHARED_MAPPED_AGAIN);
  }
}
