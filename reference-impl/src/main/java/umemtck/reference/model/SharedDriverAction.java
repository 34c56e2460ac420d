package umemtck.reference.model;

import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Feature;

/** What the driver of Example 10-4 owes to the applications that map its device. */
final class SharedDriverAction implements Action {
  private static final String DETACH = "SHARED.free-last/detach";

  private final ModelConfig config;

  SharedDriverAction(ModelConfig config) {
    this.config = config;
  }

  @Override
  public Answer.Undefined duty(UmemState s, long current, Context context, Call call) {
    if (!config.offers(Feature.SHARED_DRIVER)) {
      return new Answer.Undefined("SHARED.same-page", "a driver that the subject has");
    }
    if (call instanceof Call.SharedMmap m) {
      return duty(s, current, context, m);
    }
    boolean mapping = s.anyPending(p -> p.call() instanceof Call.SharedMmap);
    boolean there = s.exports().area() != null || call instanceof Call.SharedDetach;
    if (!there || mapping) {
      return new Answer.Undefined("SHARED.first-map-allocates", "after a mapping, and between two");
    }
    if (call instanceof Call.SharedDetach) {
      return null;
    }
    long off = call instanceof Call.SharedFill f ? f.off() : 0;
    long len = call instanceof Call.SharedFill f ? f.len() : 1;
    if (call instanceof Call.SharedMatches m) {
      off = m.off();
      len = m.len();
    }
    long size = SharedArea.PAGES * config.pageSize();
    return len > 0 && ExportCookies.within(off, len, size)
        ? null
        : new Answer.Undefined("SHARED.bounds", "an access inside the two pages");
  }

  private Answer.Undefined duty(UmemState s, long current, Context context, Call.SharedMmap m) {
    Extent where = new Extent(m.addr(), m.len());
    Answer.Undefined place = MmapAction.place(config, s, m.proc(), where, m.prot());
    if (place != null) {
      return place;
    }
    boolean odd = (m.off() & (config.pageSize() - 1)) != 0;
    if (odd || context != Context.USER || current != m.proc()) {
      return new Answer.Undefined("SHARED.bounds", "an application's call, of whole pages");
    }
    boolean clash =
        s.anyPending(
            p ->
                p.call() instanceof Call.SharedMmap o
                    && o.proc() == m.proc()
                    && new Extent(o.addr(), o.len()).touches(where));
    if (clash) {
      return new Answer.Undefined("LOCK.efault-unmapped", "pages where nothing is mapped");
    }
    return null;
  }

  private boolean fits(Call.SharedMmap m) {
    return m.off() == 0 && m.len() == config.pageSize();
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    UmemState next = s.ended(p.id());
    if (p.call() instanceof Call.SharedMmap m) {
      return outcome instanceof Outcome.Panicked
          ? Answer.forbid(
              fits(m) ? refused(s, m) : "SHARED.bounds/refused", "an errno, or a mapping")
          : mapped(s, next, m, ((Outcome.Result) outcome).errno());
    }
    if (p.call() instanceof Call.SharedDetach) {
      return outcome instanceof Outcome.Panicked
          ? Answer.forbid(DETACH, "0, or -1 while a mapping is left")
          : detached(s, next, ((Outcome.Result) outcome).errno());
    }
    if (outcome instanceof Outcome.Panicked) {
      return Answer.forbid("SHARED.visible/to-all", "a return: the area is there");
    }
    if (p.call() instanceof Call.SharedFill f) {
      SharedArea a = s.exports().area();
      return new Answer.Next(
          next.with(
              s.exports()
                  .with(
                      a.filled(
                          f.off(), f.len(), f.value(), SharedArea.DRIVER, config.pageSize()))));
    }
    return looked(s, next, (Call.SharedMatches) p.call(), (Outcome.Matched) outcome);
  }

  private Answer looked(UmemState s, UmemState next, Call.SharedMatches m, Outcome.Matched seen) {
    Contents.Difference d =
        s.exports()
            .area()
            .contents()
            .check(m.off(), m.off() + m.len(), m.value(), seen.difference(), seen.found());
    if (d == null) {
      return new Answer.Next(next);
    }
    String expected =
        "0x%02x at offset %d, found 0x%02x".formatted(d.run().value(), d.offset(), d.got());
    return new Answer.Forbidden(
        new ExportBlame(s, config).seenByDriver(d.offset(), d.got(), expected));
  }

  private Answer mapped(UmemState s, UmemState next, Call.SharedMmap m, int errno) {
    if (!fits(m)) {
      return errno != 0
          ? new Answer.Next(early(next))
          : Answer.forbid("SHARED.bounds/refused", "an errno: it is more than the one page");
    }
    if (errno == 0 && !s.exports().allocated() && isShort(s)) {
      return Answer.forbid(
          s.budget(Resource.PAGES).possible() == 0
              ? "SHARED.first-map-allocates/at-first-map"
              : "SHARED.size-covers-models/either-first",
          "a wait or an errno: there are fewer than two pages");
    }
    if (errno != 0) {
      return !s.exports().allocated() && !enough(s)
          ? new Answer.Next(next.with(s.exports().failing(true)))
          : Answer.forbid(refused(s, m), "0: the driver has, or can get, its two pages");
    }
    return new Answer.Next(made(s, next, m));
  }

  private static boolean isShort(UmemState s) {
    Budget b = s.budget(Resource.PAGES);
    return b.known() && b.possible() < SharedArea.PAGES;
  }

  /** Before it looks at what is asked for, the driver may have allocated. */
  private UmemState early(UmemState s) {
    if (s.exports().allocated()) {
      return s;
    }
    return s.changedByArea((r, b) -> b.take(0, least(r) + slack(r)))
        .with(s.exports().early(s.settings()));
  }

  /** What its two pages surely use of a resource, in one allocation or in two. */
  private static long least(Resource r) {
    return switch (r) {
      case PAGES, ADDRESS -> SharedArea.PAGES;
      case SWAP -> 0; // They need not be pageable.
      case COOKIES -> 1;
    };
  }

  /** What is left once its pages are surely there; it may have taken them early. */
  private Budget taken(Resource r, Budget b, int early) {
    if (early < 0) {
      return b.take(least(r), slack(r));
    }
    return b.setAt() > early ? b.take(0, least(r) + slack(r)) : b.take(least(r), -least(r));
  }

  /** What they may use beyond that. */
  private long slack(Resource r) {
    long more = 2 * config.overhead(r);
    return switch (r) {
      case PAGES, ADDRESS -> more;
      case SWAP -> SharedArea.PAGES + more;
      case COOKIES -> 1 + more;
    };
  }

  /** Who is to blame if an application cannot map. */
  private static String refused(UmemState s, Call.SharedMmap m) {
    SharedArea a = s.exports().area();
    int model = s.exports().model(m.proc());
    if (a == null && s.exports().failed()) {
      return "SHARED.alloc-failure/retries";
    }
    if (a == null && model == DataModel.DDI_MODEL_LP64) {
      return "SHARED.first-map-allocates/at-first-map";
    }
    return a == null || a.first() != model
        ? "SHARED.size-covers-models/either-first"
        : "SHARED.same-page/same";
  }

  private UmemState made(UmemState s, UmemState next, Call.SharedMmap m) {
    long space = s.locking().proc(m.proc()).space();
    int model = s.exports().model(m.proc());
    Extent where = new Extent(m.addr(), m.len());
    UmemState with = next;
    if (s.exports().area() == null) {
      int early = s.exports().early();
      int born = early < 0 ? s.settings() : early;
      SharedArea a = SharedArea.allocated(config.pageSize(), born, model);
      with =
          next.changedByArea((r, b) -> taken(r, b, early))
              .with(s.exports().with(a).failing(false).early(-1))
              .suspecting(
                  several(s)
                      ? "SHARED.allocate-once/one-area"
                      : "SHARED.first-map-allocates/at-first-map");
    } else {
      with = next.suspecting("SHARED.allocate-once/one-area");
    }
    Export e =
        new Export(
            0,
            space,
            where,
            m.addr(),
            0,
            SharedArea.offset(model, config.pageSize()),
            true,
            false,
            0,
            true,
            MapFlag.MAP_SHARED,
            Prot.READ | Prot.WRITE,
            m.prot(),
            Prot.READ | Prot.WRITE,
            List.of());
    Locking k = with.locking().map(space, new Mapping(where, MappingKind.DEVICE, m.prot()));
    return with.with(k).with(with.exports().plus(e));
  }

  private static boolean several(UmemState s) {
    return s.pending().stream().filter(p -> p.call() instanceof Call.SharedMmap).count() > 1;
  }

  private Answer detached(UmemState s, UmemState next, int result) {
    boolean mapped = s.exports().onArea() > 0;
    if (mapped == (result == 0) || (result != 0 && result != -1)) {
      return Answer.forbid(DETACH, mapped ? "-1: a mapping is left" : "0: no mapping is left");
    }
    if (mapped || !s.exports().allocated()) {
      return new Answer.Next(next);
    }
    SharedArea a = s.exports().area();
    UmemState given =
        a == null
            ? next.changedByArea((r, b) -> b.give(0, least(r) + slack(r), s.exports().early()))
            : next.changedByArea((r, b) -> b.give(least(r), slack(r), a.born()));
    return new Answer.Next(
        given.with(s.exports().with((SharedArea) null).early(-1).released(0)).suspecting(DETACH));
  }

  /** Whether there is surely memory for both pages, however they are allocated. */
  private boolean enough(UmemState s) {
    return new Demand(config, SharedArea.PAGES, CookieKind.PAGEABLE).fits(s)
        && s.budget(Resource.PAGES).certain()
            >= SharedArea.PAGES + 2 * config.overhead(Resource.PAGES);
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    if (!(p.call() instanceof Call.SharedMmap m)) {
      return new Breach(DETACH, "a return: nothing to wait for");
    }
    if (!s.exports().allocated() && !enough(s)) {
      return null; // It may allocate before it looks at what is asked for.
    }
    if (!fits(m)) {
      return new Breach("SHARED.bounds/refused", "an errno: nothing to wait for");
    }
    return new Breach(
        p.slept() ? "SHARED.allocate-once/one-area" : refused(s, m),
        "a return: there is memory, and nobody else is mapping");
  }
}
