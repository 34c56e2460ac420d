package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.reference.model.Allocation;
import umemtck.reference.model.Export;
import umemtck.reference.model.Extent;
import umemtck.reference.model.Lock;
import umemtck.reference.model.Pending;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Call.DevmapUmemSetup;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Mapped;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemSetup;
import umemtck.spec.subject.UmemDevmap;

/** Looks for the situations of mapped devices. */
final class ExportSituations extends LockWatcher {
  private final Set<Place> failed = new HashSet<>();
  private final Set<Place> mapRefused = new HashSet<>();
  private final Set<Long> twice = new HashSet<>();
  private final Set<Long> remapped = new HashSet<>();
  private final Set<Long> validated = new HashSet<>();
  private final Set<Long> lengthened = new HashSet<>();
  private final Set<Long> driverStored = new HashSet<>();
  private final Map<Long, Long> parents = new HashMap<>();
  private final List<Lock> released = new ArrayList<>();
  private Export stored;
  private boolean junkStored;

  /**
   * Pages of an address space.
   *
   * @param space which
   * @param where its pages
   */
  private record Place(long space, Extent where) {}

  ExportSituations(UmemModel model, Set<Situation> seen) {
    super(model, seen);
  }

  private long pageSize() {
    return model.config().pageSize();
  }

  @Override
  void completed(UmemState before, UmemState after, Pending call, Outcome outcome) {
    if (call.call() instanceof DevmapUmemSetup c) {
      mapped(before, c, (Mapped) outcome);
    } else if (call.call() instanceof Call.DevmapUmemRemap c) {
      remapped(before, c, ((Outcome.Result) outcome).errno() == 0);
    } else if (call.call() instanceof Call.UmemIosetup c) {
      boolean exported =
          before.exports().on(c.cookie()) > 0 || before.exports().deserted().contains(c.cookie());
      sawIf(exported, EXPORTED_THEN_SET_UP);
    } else if (call.call() instanceof Call.DevmapMprotect c) {
      Export e = before.exports().at(space(before, c.proc()), c.addr());
      saw((c.prot() & ~e.least()) == 0 ? EXPORT_MPROTECT_WITHIN : EXPORT_MPROTECT_BEYOND);
    } else if (call.call() instanceof Call.Fork f) {
      parents.put(((Outcome.Created) outcome).id(), f.proc());
    } else if (call.call() instanceof Call.MemoryFill f) {
      driverStored.add(before.at(f.address(), pageSize()).cookie());
      stored = null;
    } else if (call.call() instanceof Call.MemoryMatches m) {
      Export by = before.exports().stored();
      Allocation a = before.at(m.address(), pageSize());
      sawIf(by != null && a != null && by.cookie() == a.cookie(), EXPORT_STORE_SEEN_BY_DRIVER);
    } else if (call.call() instanceof Call.UserMatches m) {
      looked(before, m, outcome);
    } else if (call.call() instanceof Call.UserFill f) {
      stored(before, f, outcome);
    } else if (call.call() instanceof Call.PageOut) {
      softLocked(before);
    } else if (call.call() instanceof Call.UmemUnlock u) {
      Lock l = before.locking().lock(u.cookie());
      if (l != null) {
        released.add(l);
      }
    } else if (call.call() instanceof Call.Exit || call.call() instanceof Call.Munmap) {
      failed.clear(); // The pages may be anybody's now.
      mapRefused.clear();
    }
  }

  @Override
  void answered(UmemState before, Pending call, AnsweredLock a) {
    for (Export e : before.exports().live()) {
      Extent where = new Extent(a.asked().addr(), a.asked().len());
      boolean touches = e.space() == a.asked().owner().space() && e.where().touches(where);
      sawIf(touches && e.remappable(), LOCK_OF_REMAPPABLE);
    }
  }

  private static long space(UmemState s, long proc) {
    return s.locking().proc(proc).space();
  }

  private long size(UmemState s, long cookie) {
    Allocation a = s.find(cookie);
    if (a != null) {
      return a.hasMemory() ? a.pages() * pageSize() : model.config().roundUp(a.size());
    }
    Lock l = s.locking().lock(cookie);
    return l == null ? 0 : l.len();
  }

  // ---- Setups.

  private void mapped(UmemState s, DevmapUmemSetup m, Mapped got) {
    UmemSetup u = m.setup();
    boolean made = got.errno() == 0;
    Place where = new Place(space(s, m.proc()), new Extent(m.addr(), m.len()));
    boolean plain =
        m.again() == null
            && m.entry() == 0
            && m.map() == 0
            && m.share() == MapFlag.MAP_SHARED
            && (m.prot() & ~m.opened()) == 0;
    model(m, got);
    if (plain) {
      asked(s, m, u, got);
    }
    sawIf(m.share() == MapFlag.MAP_PRIVATE && noAccess(m), EXPORT_PRIVATE);
    sawIf((m.prot() & ~m.opened()) != 0, EXPORT_BEYOND_OPEN_MODE);
    sawIf(m.entry() != 0 && got.setup() == 0, EXPORT_ENTRY_FAILED);
    sawIf(m.again() != null && got.setup() == 0, EXPORT_SET_UP_TWICE);
    sawIf(m.again() != null && got.setup() != 0 && got.again() == 0, EXPORT_SET_UP_AFTER_REFUSAL);
    sawIf(got.called() != 0, EXPORT_CALLBACK_CAME);
    if (made) {
      made(s, m, got.setup() == 0 ? u : m.again(), got);
      sawIf(failed.contains(where), EXPORT_FAILED_THEN_MAPPED);
      sawIf(mapRefused.contains(where), EXPORT_MAP_REFUSED_THEN_MAPPED);
    } else if (got.setup() == UmemDevmap.DDI_FAILURE) {
      failed.add(where);
    } else if (m.map() != 0 && m.entry() == 0 && got.setup() == 0) {
      mapRefused.add(where);
    }
  }

  private static boolean noAccess(DevmapUmemSetup m) {
    return (m.setup().callbacks() & DevmapCallback.DEVMAP_ACCESS) == 0;
  }

  private void model(DevmapUmemSetup m, Mapped got) {
    sawIf(got.model() == DataModel.DDI_MODEL_ILP32, MODEL_ASKED_BY_32_BIT);
    sawIf(got.model() == DataModel.DDI_MODEL_LP64, MODEL_ASKED_BY_64_BIT);
  }

  /** What is wrong with it, if nothing else is. */
  private void asked(UmemState s, DevmapUmemSetup m, UmemSetup u, Mapped got) {
    long size = size(s, u.cookie());
    Allocation a = s.find(u.cookie());
    boolean trash = a != null && !a.hasMemory();
    boolean within = within(u.koff(), u.len(), size);
    boolean rightProt = (m.prot() & ~u.maxprot()) == 0 && (u.maxprot() & Prot.USER) != 0;
    boolean rightFlags = (u.flags() & ~DevmapFlag.DEVMAP_ALLOW_REMAP) == 0;
    boolean aligned = ((u.koff() | u.len()) & (pageSize() - 1)) == 0;
    sawIf(u.cookie() == 0 && rightProt && rightFlags, EXPORT_NULL_COOKIE);
    if (u.cookie() == 0) {
      return;
    }
    if (!within && rightProt && rightFlags && !trash) {
      saw(EXPORT_BEYOND_END);
      sawIf(u.koff() < 0, EXPORT_NEGATIVE_KOFF);
      boolean wraps = Long.compareUnsigned(u.koff() + u.len(), size) <= 0;
      sawIf(wraps && u.koff() >= 0, EXPORT_WRAPPING);
      boolean oneMore = a != null && u.koff() == 0 && u.len() == size + pageSize();
      sawIf(oneMore, EXPORT_BEYOND_EXACT_EXTENT);
    }
    sawIf(within && rightProt && rightFlags && !aligned && !trash, EXPORT_UNALIGNED);
    if (!within || !aligned) {
      return;
    }
    sawIf((m.prot() & ~u.maxprot()) != 0 && rightFlags, EXPORT_BEYOND_MAXPROT);
    boolean userAlone = (m.prot() & ~u.maxprot()) == 0 && (u.maxprot() & Prot.USER) == 0;
    sawIf(userAlone && rightFlags, EXPORT_WITHOUT_PROT_USER);
    if (rightProt) {
      flags(u.flags(), got.setup() == 0);
    }
  }

  private void flags(int flags, boolean accepted) {
    sawIf(flags == 0, EXPORT_FLAGS_ZERO);
    sawIf(flags == DevmapFlag.DEVMAP_MAPPING_INVALID, EXPORT_INVALID_ALONE);
    boolean unknown = (flags & DevmapFlag.IOMEM_DATA_MASK & ~0x70000) != 0;
    boolean two = DevmapFlag.cacheAttributes(flags) > 1;
    sawIf(unknown, EXPORT_UNKNOWN_CACHE_ATTRIBUTE);
    sawIf(two, EXPORT_TWO_CACHE_ATTRIBUTES);
    boolean open = flags != 0 && !unknown && !two && flags != DevmapFlag.DEVMAP_MAPPING_INVALID;
    if (open) {
      saw(EXPORT_FLAGS_OTHER);
      saw(accepted ? EXPORT_FLAGS_OTHER_ACCEPTED : EXPORT_FLAGS_OTHER_REFUSED);
    }
  }

  private void made(UmemState s, DevmapUmemSetup m, UmemSetup u, Mapped got) {
    saw(EXPORT_MADE);
    List.of(twice, remapped, validated, lengthened).forEach(of -> of.remove(got.dhp()));
    if (m.again() != null && got.setup() == 0) {
      twice.add(got.dhp());
    }
    Allocation a = s.find(u.cookie());
    if (a == null) {
      saw(EXPORT_OF_LOCKED);
      return;
    }
    saw(
        switch (a.kind()) {
          case PAGEABLE -> EXPORT_OF_PAGEABLE;
          case TRASH -> EXPORT_OF_TRASH;
          default -> EXPORT_OF_NON_PAGEABLE;
        });
    boolean whole = a.hasMemory() && u.koff() == 0 && u.len() == a.pages() * pageSize();
    sawIf(whole && u.len() != a.size(), EXPORT_OF_EXACT_EXTENT);
  }

  // ---- Remaps.

  private void remapped(UmemState s, Call.DevmapUmemRemap r, boolean done) {
    Export e = s.exports().find(r.dhp());
    long len = e.where().len();
    boolean trash = s.find(r.cookie()) != null && !s.find(r.cookie()).hasMemory();
    if (done) {
      (e.valid() ? remapped : validated).add(r.dhp());
      if (r.len() != len) {
        lengthened.add(r.dhp());
      }
    }
    int prot = 0;
    for (long at = 0; at < len; at += pageSize()) {
      prot |= protAt(s, e, at);
    }
    boolean rightProt = (prot & ~r.maxprot()) == 0;
    boolean all = rightProt && r.flags() == 0;
    boolean fits = r.cookie() != 0 && (trash || (within(s, r) && fits(s, e, r)));
    sawIf(!e.remappable() && all && fits, REMAP_WITHOUT_ALLOW);
    if (!e.remappable()) {
      return;
    }
    sawIf(r.flags() != 0 && rightProt && fits, REMAP_WITH_FLAGS);
    sawIf(!rightProt && r.flags() == 0 && fits, REMAP_BEYOND_MAXPROT);
    sawIf(r.cookie() == 0 && all, REMAP_NULL_COOKIE);
    if (r.cookie() != 0 && all && !trash) {
      bounds(s, e, r);
    }
    sawIf(r.len() != len && all && r.cookie() != 0, REMAPPED_WITH_OTHER_LENGTH);
  }

  private static int protAt(UmemState s, Export e, long at) {
    return s.locking().mapped(e.space(), new Extent(e.where().addr() + at, 1)).stream()
        .mapToInt(m -> m.prot())
        .reduce(0, (x, y) -> x | y);
  }

  private void bounds(UmemState s, Export e, Call.DevmapUmemRemap r) {
    boolean within = within(s, r);
    sawIf(!within, REMAP_BEYOND_END);
    sawIf(within && !fits(s, e, r), REMAP_SHRINKING);
    sawIf(r.off() < 0, REMAP_NEGATIVE_OFFSET);
    boolean wraps = Long.compareUnsigned(r.off() + r.len(), size(s, r.cookie())) <= 0;
    sawIf(!within && wraps && r.off() >= 0, REMAP_WRAPPING);
  }

  /** Whether the range that is said lies in the memory. */
  private boolean within(UmemState s, Call.DevmapUmemRemap r) {
    return within(r.off(), r.len(), size(s, r.cookie()));
  }

  /** Whether the whole mapping does, from the offset on. */
  private boolean fits(UmemState s, Export e, Call.DevmapUmemRemap r) {
    return within(r.off(), e.where().len(), size(s, r.cookie()));
  }

  private static boolean within(long off, long len, long size) {
    return off >= 0
        && Long.compareUnsigned(len, size) <= 0
        && Long.compareUnsigned(off, size - len) <= 0;
  }

  // ---- What is seen.

  private void looked(UmemState s, Call.UserMatches m, Outcome outcome) {
    long space = space(s, m.proc());
    Export e = s.exports().at(space, m.addr());
    if (e == null) {
      Export before = s.exports().at(space, m.addr() - 1);
      boolean behind = before != null && remapped.contains(before.dhp());
      sawIf(behind, REMAPPED_THEN_SEEN_BEHIND);
      return;
    }
    if (!e.valid()) {
      saw(EXPORT_INVALID_TOUCHED);
      return;
    }
    if (e.isArea() || !(outcome instanceof Outcome.Matched)) {
      return;
    }
    Allocation a = s.find(e.cookie());
    sawIf(junkStored && a != null && !a.hasMemory(), JUNK_SEEN);
    sawIf(driverStored.contains(e.cookie()), DRIVER_STORE_SEEN_BY_EXPORT);
    sawIf(twice.contains(e.dhp()) && a != null, EXPORT_SET_UP_TWICE_THEN_SEEN);
    boolean ofChild = stored != null && stored.dhp() == 0 && stored.cookie() == e.cookie();
    boolean parent = ofChild && parents.getOrDefault(stored.space(), -1L) == e.space();
    sawIf(parent, EXPORT_FORKED_THEN_SEEN);
    sawIf(a == null && e.koff() != 0, EXPORT_OF_LOCKED_AT_OFFSET);
    sawIf(on(s, e) > 1, EXPORTS_OF_ONE_COOKIE_SEEN);
    sawIf(s.exports().deserted().contains(e.cookie()), EXPORTED_AGAIN_AFTER_UNMAP);
    sawIf(remapped.contains(e.dhp()), REMAPPED_THEN_SEEN);
    sawIf(validated.contains(e.dhp()), REMAPPED_INVALID_THEN_SEEN);
    boolean other = s.exports().remapped() != 0 && s.exports().remapped() != e.dhp();
    sawIf(other, REMAPPED_BESIDE_OTHERS);
    sawIf(lengthened.contains(e.dhp()), REMAPPED_WITH_OTHER_LENGTH);
  }

  private static int on(UmemState s, Export e) {
    return s.exports().on(e.cookie());
  }

  private void stored(UmemState s, Call.UserFill f, Outcome outcome) {
    Export e = s.exports().at(space(s, f.proc()), f.addr());
    if (e == null) {
      return;
    }
    sawIf(!e.valid(), EXPORT_INVALID_TOUCHED);
    stored = e;
    driverStored.remove(e.cookie());
    Allocation a = s.find(e.cookie());
    boolean trash = e.valid() && a != null && !a.hasMemory();
    junkStored |= trash;
    boolean to = remapped.contains(e.dhp()) || validated.contains(e.dhp());
    sawIf(trash && to && outcome instanceof Outcome.Done, REMAPPED_TO_TRASH_THEN_STORED);
  }

  /** Two locks over the same pages of what shows pageable memory, one of which is gone. */
  private void softLocked(UmemState s) {
    for (Export e : s.exports().live()) {
      Allocation a = s.find(e.cookie());
      boolean pageable = a != null && a.kind() == CookieKind.PAGEABLE;
      boolean nested =
          s.locking().locks().stream()
              .filter(l -> l.pinned() && isOf(e, l))
              .anyMatch(
                  l ->
                      released.stream()
                          .filter(r -> r.cookie() != l.cookie() && isOf(e, r))
                          .anyMatch(r -> r.where().touches(l.where())));
      sawIf(pageable && nested, PRESSURE_ON_SOFTLOCKED_EXPORT);
    }
  }

  private static boolean isOf(Export e, Lock l) {
    return l.space() == e.space() && l.where().touches(e.where());
  }
}
