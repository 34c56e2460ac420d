package umemtck.conformance.judge;

import static umemtck.conformance.judge.Exporting.*;
import static umemtck.conformance.judge.Situation.*;
import static umemtck.conformance.judge.SituationRow.of;
import static umemtck.conformance.judge.Watched.P;
import static umemtck.spec.ddi.DevmapFlag.*;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Mapped;
import umemtck.spec.ddi.Prot;

/** Setups of mapped devices: what was asked, and what came of it. */
final class ExportRows {
  private static final int USER_READ = Prot.READ | Prot.USER;
  private static final UnaryOperator<Watched> MADE = w -> all().made(memory(w));

  private ExportRows() {}

  static Stream<SituationRow> rows() {
    return Stream.of(bounds(), protections(), flags(), made(), failures()).flatMap(s -> s);
  }

  private static Stream<SituationRow> bounds() {
    return Stream.of(
        of(EXPORT_BEYOND_END, w -> beyond(w, 0, 3 * P), w -> refused(w, shows(0, 0, 3 * P))),
        of(
            EXPORT_BEYOND_END,
            w -> beyond(w, P, 2 * P),
            w -> shows(KERNEL, P, 2 * P, 0x30000).refused(memory(w))),
        of(EXPORT_BEYOND_END, w -> beyond(w, P, 2 * P), ExportRows::second),
        of(
            EXPORT_BEYOND_END,
            w -> beyond(w, P, 2 * P),
            w -> refused(w, shows(KERNEL, P, 2 * P, USER_READ, 0, 0))),
        of(EXPORT_NEGATIVE_KOFF, w -> beyond(w, -P, P), w -> beyond(w, 3 * P, P)),
        of(EXPORT_NEGATIVE_KOFF, w -> beyond(w, Long.MIN_VALUE, P), w -> beyond(w, P, -P)),
        of(EXPORT_WRAPPING, w -> beyond(w, P, -P), w -> beyond(w, -P, P)),
        of(EXPORT_WRAPPING, w -> beyond(w, 2 * P, -P), w -> beyond(w, Long.MAX_VALUE - 15, P)),
        of(
            EXPORT_BEYOND_EXACT_EXTENT,
            w -> refused(w, shows(KERNEL, 0, 3 * P)),
            w -> refused(w, shows(KERNEL, P, 2 * P))),
        of(
            EXPORT_BEYOND_EXACT_EXTENT,
            w -> refused(w, shows(KERNEL, 0, 3 * P)),
            w -> shows(LOCK, 0, 3 * P).refused(w.locks(0, 2))),
        of(
            EXPORT_OF_EXACT_EXTENT,
            w -> all().made(memory(w, 0, P + 1)),
            w -> all().made(memory(w, 0, 2 * P))),
        of(
            EXPORT_OF_EXACT_EXTENT,
            w -> all().made(memory(w, 0, P + 1)),
            w -> shows(KERNEL, P, P).made(memory(w, 0, P + 1))),
        of(EXPORT_UNALIGNED, w -> beyond(w, 1, P), MADE),
        of(EXPORT_UNALIGNED, w -> beyond(w, 0, P - 1), w -> beyond(w, 1, 2 * P)),
        of(EXPORT_NULL_COOKIE, w -> refused(w, shows(0, 0, P)), w -> beyond(w, 0, 3 * P)),
        of(
            EXPORT_NULL_COOKIE,
            w -> refused(w, shows(0, 0, P)),
            w -> refused(w, shows(0, 0, P, USER_READ, 0, 0))));
  }

  private static Stream<SituationRow> protections() {
    return Stream.of(
        of(EXPORT_BEYOND_MAXPROT, w -> asked(w, USER_READ, 0), w -> asked(w, Prot.ALL, 0)),
        of(EXPORT_BEYOND_MAXPROT, w -> asked(w, USER_READ, 0), w -> asked(w, USER_READ, 1)),
        of(
            EXPORT_BEYOND_MAXPROT,
            w -> asked(w, USER_READ, 0),
            w -> refused(w, shows(KERNEL, 0, 3 * P, USER_READ, 0, 0))),
        of(EXPORT_WITHOUT_PROT_USER, w -> asked(w, RW, 0), w -> asked(w, Prot.READ, 0)),
        of(EXPORT_WITHOUT_PROT_USER, w -> asked(w, RW, 0), w -> asked(w, RW, 1)),
        of(
            EXPORT_BEYOND_OPEN_MODE,
            w -> all().to(RW, MapFlag.MAP_SHARED, Prot.READ).denied(memory(w), Errno.EACCES),
            w -> all().to(Prot.READ, MapFlag.MAP_SHARED, Prot.READ).made(memory(w))),
        of(
            EXPORT_PRIVATE,
            w -> all().to(RW, MapFlag.MAP_PRIVATE, RW).denied(memory(w), Errno.EINVAL),
            w ->
                shows(KERNEL, 0, P, Prot.ALL, 0, 2)
                    .to(RW, MapFlag.MAP_PRIVATE, RW)
                    .made(memory(w))),
        of(
            EXPORT_MPROTECT_WITHIN,
            w -> protects(MADE.apply(w), Prot.READ, 0),
            w -> protects(readable(w), RW, Errno.EACCES)),
        of(
            EXPORT_MPROTECT_BEYOND,
            w -> protects(readable(w), RW, Errno.EACCES),
            w -> protects(readable(w), Prot.READ, 0)));
  }

  private static Stream<SituationRow> flags() {
    return Stream.of(
        of(EXPORT_FLAGS_ZERO, MADE, w -> accepted(w, DEVMAP_ALLOW_REMAP)),
        of(EXPORT_FLAGS_ZERO, MADE, w -> beyond(w, 0, 3 * P)),
        of(EXPORT_INVALID_ALONE, w -> asked(w, Prot.ALL, 1), w -> accepted(w, 3)),
        of(EXPORT_INVALID_ALONE, w -> asked(w, Prot.ALL, 1), w -> asked(w, RW, 1)),
        of(
            EXPORT_UNKNOWN_CACHE_ATTRIBUTE,
            w -> asked(w, Prot.ALL, 0x80000),
            w -> asked(w, Prot.ALL, IOMEM_DATA_UNCACHED)),
        of(
            EXPORT_TWO_CACHE_ATTRIBUTES,
            w -> asked(w, Prot.ALL, IOMEM_DATA_CACHED | IOMEM_DATA_UNCACHED),
            w -> asked(w, Prot.ALL, 0x80000)),
        of(EXPORT_FLAGS_OTHER, w -> asked(w, Prot.ALL, 4), w -> asked(w, Prot.ALL, 0x80004)),
        of(EXPORT_FLAGS_OTHER, w -> accepted(w, 2), w -> asked(w, Prot.ALL, 1)),
        of(EXPORT_FLAGS_OTHER_ACCEPTED, w -> accepted(w, 4), w -> asked(w, Prot.ALL, 4)),
        of(EXPORT_FLAGS_OTHER_REFUSED, w -> asked(w, Prot.ALL, 4), w -> accepted(w, 4)));
  }

  private static Stream<SituationRow> made() {
    UnaryOperator<Watched> pageable = w -> all().made(memory(w, DDI_UMEM_PAGEABLE));
    UnaryOperator<Watched> trash = w -> all().made(memory(w, DDI_UMEM_TRASH));
    UnaryOperator<Watched> locked = w -> shows(LOCK, 0, P).made(w.locks(0, 2));
    return Stream.of(
        of(EXPORT_MADE, MADE, w -> beyond(w, 0, 3 * P)),
        of(EXPORT_OF_NON_PAGEABLE, MADE, pageable),
        of(EXPORT_OF_PAGEABLE, pageable, trash),
        of(EXPORT_OF_TRASH, trash, locked),
        of(EXPORT_OF_LOCKED, locked, MADE),
        of(EXPORT_OF_LOCKED, locked, w -> shows(LOCK, 0, 3 * P).refused(w.locks(0, 2))),
        of(EXPORT_SET_UP_TWICE, w -> twice(w, DHP), ExportRows::second),
        of(EXPORT_SET_UP_AFTER_REFUSAL, ExportRows::second, w -> twice(w, DHP)),
        of(
            EXPORT_CALLBACK_CAME,
            w -> withMap().ends(memory(w), mapped(DataModel.DDI_MODEL_LP64, 1)),
            w -> shows(KERNEL, 0, P, Prot.ALL, 0, DevmapCallback.DEVMAP_ACCESS).made(memory(w))),
        of(
            MODEL_ASKED_BY_32_BIT,
            w -> all().ends(ilp32(memory(w)), mapped(DataModel.DDI_MODEL_ILP32, 0)),
            MADE),
        of(
            MODEL_ASKED_BY_64_BIT,
            MADE,
            w -> all().ends(ilp32(memory(w)), mapped(DataModel.DDI_MODEL_ILP32, 0))),
        of(
            MODEL_ASKED_BY_64_BIT,
            MADE,
            w -> all().to(RW, MapFlag.MAP_SHARED, Prot.READ).denied(memory(w), Errno.EACCES)));
  }

  private static Stream<SituationRow> failures() {
    return Stream.of(
        of(
            EXPORT_FAILED_THEN_MAPPED,
            w -> shows(KERNEL, 0, 2 * P).made(beyond(w, P, 2 * P)),
            w -> shows(KERNEL, 0, 2 * P).at(12).made(beyond(w, P, 2 * P))),
        of(
            EXPORT_FAILED_THEN_MAPPED,
            w -> all().made(beyond(w, P, 2 * P)),
            w -> all().by(2).made(beyond(w.process(2, 0), P, 2 * P))),
        of(
            EXPORT_FAILED_THEN_MAPPED,
            w -> all().made(beyond(w, P, 2 * P)),
            w -> all().made(all().returning(6, 0).fails(memory(w), Errno.ENXIO, 0))),
        of(EXPORT_ENTRY_FAILED, w -> entry(memory(w), -1), w -> beyond(w, P, 2 * P)),
        of(
            EXPORT_ENTRY_FAILED,
            w -> entry(memory(w), 22),
            w -> shows(KERNEL, 0, 3 * P).returning(22, 0).refused(memory(w))),
        of(
            EXPORT_MAP_REFUSED_THEN_MAPPED,
            w -> all().made(mapRefused(w)),
            w -> all().at(14).made(mapRefused(w))),
        of(
            EXPORT_MAP_REFUSED_THEN_MAPPED,
            w -> all().made(mapRefused(w)),
            w -> all().by(2).made(mapRefused(w.process(2, 0)))),
        of(
            EXPORT_MAP_REFUSED_THEN_MAPPED,
            w -> all().made(mapRefused(w)),
            w -> all().made(entry(memory(w), 6))));
  }

  // ---- What the rows are told with.

  private static Mapped mapped(int model, int called) {
    return new Mapped(0, 0, Mapped.NOT_MADE, DHP, model, called, 0);
  }

  private static Watched refused(Watched w, Exporting asked) {
    return asked.refused(memory(w, 0, P + 1));
  }

  private static Watched beyond(Watched w, long koff, long len) {
    return shows(KERNEL, koff, len).refused(memory(w));
  }

  /** With this maxprot, and these flags; refused unless both are right. */
  private static Watched asked(Watched w, int maxprot, int flags) {
    Exporting e = shows(KERNEL, 0, P, maxprot, flags, 0);
    return maxprot == Prot.ALL && flags == 0 ? e.made(memory(w)) : e.refused(memory(w));
  }

  private static Watched accepted(Watched w, int flags) {
    return shows(KERNEL, 0, P, flags).made(memory(w));
  }

  private static Watched readable(Watched w) {
    return shows(KERNEL, 0, P, USER_READ, 0, 0)
        .to(Prot.READ, MapFlag.MAP_SHARED, RW)
        .made(memory(w));
  }

  static Watched twice(Watched w, long dhp) {
    return all().again(KERNEL, 0, 2 * P).made(memory(w), dhp);
  }

  static Watched second(Watched w) {
    return shows(KERNEL, P, 2 * P).again(KERNEL, 0, 2 * P).madeByTheSecond(memory(w));
  }

  private static Watched entry(Watched w, int returns) {
    return all().returning(returns, 0).fails(w, Errno.ENXIO, 0);
  }

  private static Watched mapRefused(Watched w) {
    return withMap().returning(0, 12).fails(memory(w), 12, 1);
  }

  /** With a devmap_map. */
  private static Exporting withMap() {
    return shows(KERNEL, 0, 2 * P, Prot.ALL, 0, DevmapCallback.DEVMAP_MAP);
  }

  private static Watched ilp32(Watched w) {
    return w.does(new Call.SetDataModel(1, DataModel.DDI_MODEL_ILP32), Outcome.Done.INSTANCE);
  }
}
