package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Call.DevmapUmemSetup;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Mapped;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemSetup;
import umemtck.spec.subject.Feature;

/**
 * {@code devmap_umem_setup}: an application maps a device, whose driver sets the mapping up.
 *
 * <p>Three things can go wrong one after the other: the {@code mmap} itself, the setups, and what
 * comes of them.
 */
final class DevmapUmemSetupAction implements Action {
  private static final String COPIED = "DEVMAP.callbacks-copied/copied";
  private static final String OPENED = "DEVMAP.maxprot-subset/opened";
  private static final String GIVEN = "DEVMAP.success/given";
  private static final String NON_PAGEABLE = "DEVMAP.kinds/non-pageable";
  private static final String NO_MAPPING = "DEVMAP.failure-no-effect/no-mapping";
  private static final String MAP_CALLBACK = "DEVMAP.failure-no-effect/map-callback";
  private static final int PLAIN = Prot.READ | Prot.WRITE;

  private final ModelConfig config;
  private final ExportCookies cookies;
  private final SetupCauses causes;

  DevmapUmemSetupAction(ModelConfig config) {
    this.config = config;
    cookies = new ExportCookies(config);
    causes = new SetupCauses(config);
  }

  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call called) {
    DevmapUmemSetup m = (DevmapUmemSetup) called;
    Answer.Undefined place =
        MmapAction.place(config, s, m.proc(), new Extent(m.addr(), m.len()), m.prot());
    if (place != null) {
      return place;
    }
    if (context != Context.USER) {
      return new Answer.Undefined("DEVMAP.context", "an application's call");
    }
    boolean opened = (m.opened() & ~PLAIN) == 0 && (m.opened() & Prot.READ) != 0;
    boolean shares = m.share() == MapFlag.MAP_SHARED || m.share() == MapFlag.MAP_PRIVATE;
    if (!config.offers(Feature.DEVMAP) || !opened || !shares) {
      return new Answer.Undefined("DEVMAP.maxprot-subset", "a device opened at least to be read");
    }
    Answer.Undefined first = duty(s, m, m.setup());
    return first != null || m.again() == null ? first : duty(s, m, m.again());
  }

  private Answer.Undefined duty(UmemState s, DevmapUmemSetup m, UmemSetup u) {
    if (!cookies.mayBePassed(s, u.cookie())) {
      return new Answer.Undefined("COOKIE.valid-interval", "a cookie that is valid, or NULL");
    }
    if (u.callbacks() != DevmapCallback.NONE && !config.offers(Feature.DEVMAP_CALLBACKS)) {
      return new Answer.Undefined("DEVMAP.callbacks-copied", "callbacks that the subject calls");
    }
    boolean whole = config.roundUp(u.len()) == m.len();
    return whole || u.cookie() == 0 || causes.surelyBeyond(s, u)
        ? null
        : new Answer.Undefined("DEVMAP.success", "a setup of the whole mapping");
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    DevmapUmemSetup m = (DevmapUmemSetup) p.call();
    if (outcome instanceof Outcome.Panicked) {
      return new Answer.Forbidden(panicked(s, m));
    }
    Mapped got = (Mapped) outcome;
    Breach called = called(m, got);
    if (called != null) {
      return new Answer.Forbidden(List.of(called));
    }
    Breach modelled = model(s, m, got);
    if (modelled != null) {
      return new Answer.Forbidden(List.of(modelled));
    }
    if (got.setup() == Mapped.NOT_MADE && SetupCauses.isBeyondOpenMode(m)) {
      return got.errno() != 0
          ? refused(s, p, m, NO_MAPPING)
          : Answer.forbid(OPENED, "an errno: it is opened to be read alone");
    }
    if (got.setup() == Mapped.NOT_MADE && isPrivate(m) && !hasAccess(m)) {
      return isRefusedAsPrivate(s, p, m, got);
    }
    List<Breach> wrong = setups(s, m, got);
    return wrong.isEmpty() ? mapped(s, p, m, got) : new Answer.Forbidden(wrong);
  }

  /** Who is to blame if the machine stops: what is wrong with the arguments, if anything is. */
  private List<Breach> panicked(UmemState s, DevmapUmemSetup m) {
    String expected = "a return: every argument has an answer";
    List<Breach> wrong = new ArrayList<>();
    for (Breach b : causes.of(s, m, m.setup()).must()) {
      wrong.add(new Breach(b.facet(), expected));
    }
    return wrong.isEmpty() ? List.of(new Breach(stopped(s, m), expected)) : wrong;
  }

  /** Who is to blame if the machine stops though the setups are right. */
  private String stopped(UmemState s, DevmapUmemSetup m) {
    if (m.share() == MapFlag.MAP_PRIVATE && !hasAccess(m)) {
      return "DEVMAP.private-refused/einval";
    }
    if (m.entry() != 0) {
      return "DEVMAP.mmap-errno/enxio";
    }
    if (m.map() != 0) {
      return MAP_CALLBACK;
    }
    String facet = missing(s, m.setup());
    return facet.equals(NON_PAGEABLE) ? GIVEN : facet;
  }

  /** DEVMAP.callbacks-copied: what is called is what the structure held at the setup. */
  private Breach called(DevmapUmemSetup m, Mapped got) {
    if (got.stale() != 0) {
      return new Breach(
          COPIED, "no call of a function that was put into the structure after the setup");
    }
    int first = got.setup() == 0 ? m.setup().callbacks() : 0;
    boolean twice = m.again() != null && got.again() == 0;
    int second = twice ? m.again().callbacks() : 0;
    // Who accepts both, which may be, may call those of either.
    int given = twice && got.setup() == 0 ? first & second : first | second;
    if ((got.called() & ~(first | second)) != 0) {
      return new Breach(COPIED, "no call of a function that the setup did not give");
    }
    boolean missing = got.errno() == 0 && (given & ~got.called() & DevmapCallback.DEVMAP_MAP) != 0;
    return missing && config.offers(Feature.DEVMAP_CALLBACKS)
        ? new Breach(COPIED, "a call of devmap_map, which the setup gave")
        : null;
  }

  private static boolean isPrivate(DevmapUmemSetup m) {
    return m.share() == MapFlag.MAP_PRIVATE;
  }

  /** Whether there is an access callback, whichever setup is the one that counts. */
  private static boolean hasAccess(DevmapUmemSetup m) {
    return hasAccess(m.setup()) && (m.again() == null || hasAccess(m.again()));
  }

  private static boolean hasAccess(UmemSetup u) {
    return (u.callbacks() & DevmapCallback.DEVMAP_ACCESS) != 0;
  }

  private static Answer isRefusedAsPrivate(UmemState s, Pending p, DevmapUmemSetup m, Mapped got) {
    return got.errno() == Errno.EINVAL
        ? refused(s, p, m, NO_MAPPING)
        : Answer.forbid("DEVMAP.private-refused/einval", "EINVAL: no devmap_access is given");
  }

  /** SHARED.model-query, if it was asked. */
  private Breach model(UmemState s, DevmapUmemSetup m, Mapped got) {
    int model = s.exports().model(m.proc());
    boolean asked = got.setup() != Mapped.NOT_MADE;
    return config.offers(Feature.DATA_MODELS) && asked && got.model() != model
        ? new Breach(
            "SHARED.model-query/asked", umemtck.spec.ddi.DataModel.text(model) + ", the mapper's")
        : null;
  }

  private List<Breach> setups(UmemState s, DevmapUmemSetup m, Mapped got) {
    List<Breach> first = setup(s, m, m.setup(), got.setup());
    if (!first.isEmpty() || m.again() == null) {
      return first;
    }
    if (got.setup() == 0) {
      return got.again() == 0
          ? List.of(
              new Breach("DEVMAP.setup-once/second-refused", "-1: the handle is set up already"))
          : List.of();
    }
    List<Breach> second = setup(s, m, m.again(), got.again());
    boolean refused = got.again() != 0 && !second.isEmpty();
    return refused
        ? List.of(
            new Breach("DEVMAP.failure-no-effect/handle", "0: the handle is as it was before -1"))
        : second;
  }

  private List<Breach> setup(UmemState s, DevmapUmemSetup m, UmemSetup u, int answer) {
    SetupCauses.Why why = causes.of(s, m, u);
    if (answer == 0 || (answer != -1 && !why.must().isEmpty())) {
      return why.must();
    }
    return why.right() || answer != -1
        ? List.of(new Breach(missing(s, u), "0: the arguments are right"))
        : List.of();
  }

  /** Who is to blame if a setup that is right is refused. */
  private String missing(UmemState s, UmemSetup u) {
    Allocation a = s.find(u.cookie());
    if (u.flags() == DevmapFlag.DEVMAP_DEFAULTS && hasFlagsAlone(s, u.cookie())) {
      return "DEVMAP.flags-zero/accepted";
    }
    if (s.exports().on(u.cookie()) + s.buffers().on(u.cookie()) > 0) {
      return "COOKIE.many-users/together";
    }
    if (s.exports().deserted().contains(u.cookie())) {
      return "COOKIE.no-mapping-reference/survives-unmap";
    }
    if (a == null) {
      return "DEVMAP.kinds/locked";
    }
    boolean whole = a.hasMemory() && u.koff() == 0 && u.len() == a.pages() * config.pageSize();
    if (whole && u.len() != a.size()) {
      return "ALLOC.round-up/exact-extent";
    }
    if (u.koff() != 0) {
      return GIVEN; // Whose kind is refused is refused without an offset, too.
    }
    return switch (a.kind()) {
      case PAGEABLE -> "DEVMAP.kinds/pageable";
      case TRASH -> "DEVMAP.kinds/trash";
      default -> NON_PAGEABLE;
    };
  }

  /** Whether a cookie is mapped, and each time with flags. */
  private static boolean hasFlagsAlone(UmemState s, long cookie) {
    return s.exports().on(cookie) > 0
        && s.exports().live().stream()
            .allMatch(e -> e.cookie() != cookie || e.flags() != DevmapFlag.DEVMAP_DEFAULTS);
  }

  /** What comes of the setups. */
  private Answer mapped(UmemState s, Pending p, DevmapUmemSetup m, Mapped got) {
    boolean set = got.setup() == 0 || got.again() == 0;
    UmemSetup made = got.setup() == 0 ? m.setup() : m.again();
    UmemState next = s.ended(p.id());
    if (m.entry() != 0 || !set) {
      return got.errno() == Errno.ENXIO
          ? refused(s, p, m, NO_MAPPING)
          : Answer.forbid("DEVMAP.mmap-errno/enxio", "ENXIO: the driver's entry failed");
    }
    if (got.errno() == Errno.ENXIO && !cookies.aligned(0, made.len())) {
      return new Answer.Next(next); // Who rounds a length down has not covered the mapping (K-14).
    }
    if (isPrivate(m) && !hasAccess(made)) {
      return isRefusedAsPrivate(s, p, m, got);
    }
    boolean mapFails = m.map() != 0 && (made.callbacks() & DevmapCallback.DEVMAP_MAP) != 0;
    if (mapFails) {
      return got.errno() != 0
          ? refused(s, p, m, MAP_CALLBACK)
          : Answer.forbid(MAP_CALLBACK, "an errno: devmap_map failed");
    }
    if (got.errno() != 0) {
      String facet = s.exports().refusedAt(space(s, m), new Extent(m.addr(), m.len()));
      return Answer.forbid(facet == null ? GIVEN : facet, "0: the handle is set up");
    }
    if (got.dhp() == 0 || s.exports().find(got.dhp()) != null) {
      return Answer.forbid(Breach.UNDECLARED, "a handle that no other mapping has");
    }
    return new Answer.Next(made(s, next, m, got, made));
  }

  /** Nothing is mapped: a later mmap of the same pages succeeds. */
  private static Answer refused(UmemState s, Pending p, DevmapUmemSetup m, String facet) {
    ExportPast.Refused pages =
        new ExportPast.Refused(space(s, m), new Extent(m.addr(), m.len()), facet);
    return new Answer.Next(s.ended(p.id()).with(s.exports().refusing(pages)));
  }

  private static long space(UmemState s, DevmapUmemSetup m) {
    return s.locking().proc(m.proc()).space();
  }

  private UmemState made(UmemState s, UmemState next, DevmapUmemSetup m, Mapped got, UmemSetup u) {
    long space = space(s, m);
    Extent where = new Extent(m.addr(), m.len());
    boolean remappable = DevmapFlag.allowsRemap(u.flags());
    MappingKind kind = remappable ? MappingKind.NOT_LOCKABLE : MappingKind.DEVICE;
    List<String> blame = new ArrayList<>();
    if (m.again() != null) {
      blame.add(
          got.setup() == 0 ? "DEVMAP.setup-once/first-stays" : "DEVMAP.failure-no-effect/handle");
    }
    // What is private may be written to, however the device was opened.
    int opened = isPrivate(m) ? PLAIN : m.opened();
    int most = u.maxprot() & opened;
    Export e =
        new Export(
            got.dhp(),
            space,
            where,
            m.addr(),
            u.cookie(),
            u.koff(),
            cookies.aligned(u.koff(), u.len()) && causes.within(s, u),
            true,
            u.flags(),
            !DevmapFlag.invalid(u.flags()),
            m.share(),
            opened,
            most,
            most,
            blame);
    Locking k = next.locking().map(space, new Mapping(where, kind, m.prot()));
    return next.with(k).with(next.exports().plus(e));
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach(GIVEN, "a return: mapping does not wait");
  }
}
