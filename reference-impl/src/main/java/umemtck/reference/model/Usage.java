package umemtck.reference.model;

import umemtck.spec.Profile;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.Feature;

/**
 * How much locked memory is counted, and what it is held against (ACCT.*). Bytes, unsigned. Where
 * both are right whether a lock is counted, the usage is known within bounds.
 */
final class Usage {
  /** No limit. */
  static final long UNLIMITED = -1;

  private final ModelConfig config;
  private final Locking s;

  Usage(ModelConfig config, Locking s) {
    this.config = config;
    this.s = s;
  }

  /** At least this much is counted. */
  long certain(Holder of, long id) {
    return sum(of, id, false);
  }

  /** At most this much is counted. */
  long possible(Holder of, long id) {
    return sum(of, id, true);
  }

  private long sum(Holder of, long id, boolean eitherToo) {
    long sum = 0;
    for (Lock l : s.locks()) {
      boolean counted = l.charged() == Charged.YES || (eitherToo && l.charged() == Charged.EITHER);
      if (counted && l.counts() && belongs(l, of, id)) {
        sum += l.len();
      }
    }
    for (Mlocked m : s.mlocked()) {
      long holder =
          switch (of) {
            case PROJECT -> m.project();
            case ZONE -> m.zone();
            case PROCESS -> m.proc();
          };
      sum += holder == id ? config.pageSize() : 0;
    }
    return sum;
  }

  /** Whether a holder carries the charge of a lock. */
  static boolean belongs(Lock l, Holder of, long id) {
    return id
        == switch (of) {
          case PROJECT -> l.project();
          case ZONE -> l.zone();
          case PROCESS -> l.proc();
        };
  }

  /** What a control is set to; null if nobody can know. */
  Long limit(Holder of, long id) {
    Feature feature = of == Holder.PROJECT ? Feature.PROJECT_LIMIT : Feature.ZONE_LIMIT;
    if (!config.offers(feature)) {
      // Where one of the two can be arranged, nobody arranges the other behind its back.
      boolean other = config.offers(Feature.PROJECT_LIMIT) || config.offers(Feature.ZONE_LIMIT);
      return other ? UNLIMITED : null;
    }
    Long set = s.limit(of, id);
    // ACCT.infinite-default
    return set == null && config.profile() == Profile.ILLUMOS ? (Long) UNLIMITED : set;
  }

  /** Whether a charge would surely exceed a limit. */
  boolean exceeds(Holder of, long id, long more) {
    Long limit = limit(of, id);
    return limit != null && limit != UNLIMITED && over(certain(of, id), more, limit);
  }

  /** Whether a charge may exceed a limit. */
  boolean mayExceed(Holder of, long id, long more) {
    Long limit = limit(of, id);
    return limit == null || over(possible(of, id), more, limit);
  }

  /** ACCT.includes-request, ACCT.exactly-at-limit, ACCT.overflow. */
  private static boolean over(long usage, long more, long limit) {
    return Long.compareUnsigned(usage + more, usage) < 0
        || Long.compareUnsigned(usage + more, limit) > 0;
  }

  /** Whether a lock made now by a process may go uncounted (ACCT.unlimited-bypass). */
  Charged charge(Proc p) {
    boolean bypass =
        config.profile() == Profile.ILLUMOS
            && unlimited(Holder.PROJECT, p.project())
            && unlimited(Holder.ZONE, p.zone());
    return bypass ? Charged.EITHER : Charged.YES;
  }

  private boolean unlimited(Holder of, long id) {
    Long limit = limit(of, id);
    return limit == null || limit == UNLIMITED;
  }

  /** What the tighter of the two limits leaves; 0 if neither is known to be set. */
  long room(Proc p) {
    long project = room(Holder.PROJECT, p.project());
    long zone = room(Holder.ZONE, p.zone());
    long least = Long.compareUnsigned(project, zone) < 0 ? project : zone;
    return least == UNLIMITED ? 0 : least;
  }

  private long room(Holder of, long id) {
    Long limit = limit(of, id);
    if (limit == null || limit == UNLIMITED) {
      return UNLIMITED;
    }
    long used = possible(of, id);
    return over(used, 0, limit) ? 0 : limit - used;
  }

  /** Whether some of the locks that may be counted or not make up an amount. */
  boolean maybe(Holder of, long id, long amount) {
    long[] open =
        s.locks().stream()
            .filter(l -> l.charged() == Charged.EITHER && l.counts() && belongs(l, of, id))
            .mapToLong(Lock::len)
            .toArray();
    return amount == 0 || makesUp(open, 0, amount);
  }

  private static boolean makesUp(long[] open, int from, long amount) {
    if (amount == 0) {
      return true;
    }
    return from < open.length
        && (makesUp(open, from + 1, amount)
            || (Long.compareUnsigned(open[from], amount) <= 0
                && makesUp(open, from + 1, amount - open[from])));
  }
}
