package umemtck.conformance.judge;

import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Holder;

/**
 * What is counted as locked for somebody, and what it is held against.
 *
 * @param of whose
 * @param id which
 */
record Counter(Holder of, long id) {
  private static final long UNLIMITED = -1;

  /** Whether a limit is set. */
  boolean limited(UmemModel model, UmemState s) {
    Long limit = model.limit(s, of, id);
    return limit != null && limit != UNLIMITED;
  }

  /** Whether a usage is known, and a limit set. */
  private boolean known(UmemModel model, UmemState s) {
    return limited(model, s) && model.usage(s, of, id) != null;
  }

  /** Whether the usage is above the limit already. */
  boolean above(UmemModel model, UmemState s) {
    return known(model, s)
        && Long.compareUnsigned(model.usage(s, of, id), model.limit(s, of, id)) > 0;
  }

  /** Whether usage and request together pass the largest number. */
  boolean overflows(UmemModel model, UmemState s, long more) {
    if (!known(model, s)) {
      return false;
    }
    long usage = model.usage(s, of, id);
    return Long.compareUnsigned(usage + more, usage) < 0;
  }

  /** Whether the usage is not above the limit, and would be with a request. */
  boolean denies(UmemModel model, UmemState s, long more) {
    if (!known(model, s) || above(model, s)) {
      return false;
    }
    long sum = model.usage(s, of, id) + more;
    return overflows(model, s, more) || Long.compareUnsigned(sum, model.limit(s, of, id)) > 0;
  }

  /** Whether a request, not of nothing, makes the usage equal to the limit. */
  boolean fills(UmemModel model, UmemState s, long more) {
    return known(model, s)
        && more != 0
        && !overflows(model, s, more)
        && model.usage(s, of, id) + more == model.limit(s, of, id);
  }
}
