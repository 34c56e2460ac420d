package umemtck.conformance.judge;

import static umemtck.conformance.judge.Exporting.*;
import static umemtck.conformance.judge.Situation.*;
import static umemtck.conformance.judge.SituationRow.of;
import static umemtck.conformance.judge.Watched.P;
import static umemtck.spec.ddi.DevmapFlag.DEVMAP_ALLOW_REMAP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Outcome;

/** What is seen through mapped devices, and what else is done with their memory. */
final class ExportSeenRows {
  private static final UnaryOperator<Watched> MADE = w -> all().made(memory(w));

  private ExportSeenRows() {}

  static Stream<SituationRow> rows() {
    return Stream.of(stores(), several(), children(), locks()).flatMap(s -> s);
  }

  private static Stream<SituationRow> stores() {
    UnaryOperator<Watched> byDriver = w -> fills(MADE.apply(w), 0x1000);
    UnaryOperator<Watched> byUser = w -> Exporting.stores(MADE.apply(w), 1, 10, 9);
    return Stream.of(
        of(DRIVER_STORE_SEEN_BY_EXPORT, w -> sees(byDriver.apply(w), 1, 10, 5), byDriver),
        of(
            DRIVER_STORE_SEEN_BY_EXPORT,
            w -> sees(byDriver.apply(w), 1, 10, 5),
            w -> sees(MADE.apply(fills(other(w, 0), 0x2000)), 1, 10, 0)),
        of(
            DRIVER_STORE_SEEN_BY_EXPORT,
            w -> sees(byDriver.apply(w), 1, 10, 5),
            w -> sees(Exporting.stores(byDriver.apply(w), 1, 10, 9), 1, 10, 9)),
        of(
            EXPORT_STORE_SEEN_BY_DRIVER,
            w -> Exporting.looks(byUser.apply(w), 0x1000, 9),
            w -> Exporting.looks(fills(byUser.apply(w), 0x1000), 0x1000, 5)),
        of(
            EXPORT_STORE_SEEN_BY_DRIVER,
            w -> Exporting.looks(byUser.apply(w), 0x1000, 9),
            w -> Exporting.looks(other(byUser.apply(w), 0), 0x2000, 0)),
        of(
            JUNK_SEEN,
            w -> sees(Exporting.stores(trash(w), 1, 10, 9), 1, 10, 9),
            w -> sees(trash(w), 1, 10, 9)),
        of(
            JUNK_SEEN,
            w -> sees(Exporting.stores(trash(w), 1, 10, 9), 1, 10, 9),
            w -> sees(byUser.apply(w), 1, 10, 9)),
        of(
            JUNK_SEEN,
            w -> sees(Exporting.stores(trash(w), 1, 10, 9), 1, 10, 9),
            w -> sees(Exporting.stores(besideTrash(w), 1, 14, 9), 1, 10, 9)),
        of(EXPORT_INVALID_TOUCHED, w -> signals(invalid(w), false), byUser),
        of(
            EXPORT_INVALID_TOUCHED,
            w -> signals(invalid(w), true),
            w -> sees(MADE.apply(w), 1, 10, 0)),
        of(
            EXPORT_SET_UP_TWICE_THEN_SEEN,
            w -> sees(ExportRows.twice(w, DHP), 1, 10, 0),
            w -> ExportRows.twice(w, DHP)),
        of(
            EXPORT_SET_UP_TWICE_THEN_SEEN,
            w -> sees(ExportRows.twice(w, DHP), 1, 10, 0),
            w -> sees(ExportRows.second(w), 1, 10, 0)),
        // A handle that is given again has not seen what its predecessor has.
        of(
            EXPORT_SET_UP_TWICE_THEN_SEEN,
            w -> sees(ExportRows.twice(w, DHP), 1, 10, 0),
            w -> sees(all().made(unmaps(ExportRows.twice(w, DHP), 10, 2)), 1, 10, 0)));
  }

  private static Stream<SituationRow> several() {
    UnaryOperator<Watched> two = w -> shows(KERNEL, P, P).at(14).made(MADE.apply(w), DHP2);
    UnaryOperator<Watched> again = w -> all().made(unmaps(MADE.apply(w), 10, 2));
    UnaryOperator<Watched> behind = w -> shows(LOCK, P, P).made(w.locks(0, 2));
    return Stream.of(
        of(EXPORTS_OF_ONE_COOKIE_SEEN, w -> sees(two.apply(w), 1, 14, 0), two),
        of(
            EXPORTS_OF_ONE_COOKIE_SEEN,
            w -> sees(two.apply(w), 1, 11, 0),
            w -> sees(unmaps(two.apply(w), 10, 2), 1, 14, 0)),
        of(
            EXPORTS_OF_ONE_COOKIE_SEEN,
            w -> sees(two.apply(w), 1, 14, 0),
            w -> sees(shows(OTHER, 0, P).at(14).made(MADE.apply(other(w, 0)), DHP2), 1, 14, 0)),
        of(EXPORTED_AGAIN_AFTER_UNMAP, w -> sees(again.apply(w), 1, 10, 0), again),
        of(
            EXPORTED_AGAIN_AFTER_UNMAP,
            w -> sees(again.apply(w), 1, 10, 0),
            w -> sees(unmaps(two.apply(w), 10, 2), 1, 14, 0)),
        of(EXPORT_OF_LOCKED_AT_OFFSET, w -> sees(behind.apply(w), 1, 10, 0), behind),
        of(
            EXPORT_OF_LOCKED_AT_OFFSET,
            w -> sees(behind.apply(w), 1, 10, 0),
            w -> sees(shows(LOCK, 0, 2 * P).made(w.locks(0, 2)), 1, 11, 0)),
        of(
            EXPORT_OF_LOCKED_AT_OFFSET,
            w -> sees(behind.apply(w), 1, 10, 0),
            w -> sees(shows(KERNEL, P, P).made(memory(w)), 1, 10, 0)),
        of(EXPORTED_THEN_SET_UP, w -> setsUp(MADE.apply(w)), w -> setsUp(memory(w))),
        of(
            EXPORTED_THEN_SET_UP,
            w -> setsUp(unmaps(MADE.apply(w), 10, 2)),
            w -> setsUp(shows(OTHER, 0, P).made(memory(other(w, 0))))));
  }

  private static Stream<SituationRow> children() {
    UnaryOperator<Watched> forked = w -> forks(MADE.apply(w), 9);
    UnaryOperator<Watched> stored = w -> Exporting.stores(forked.apply(w), 9, 10, 3);
    return Stream.of(
        of(EXPORT_FORKED_THEN_SEEN, w -> sees(stored.apply(w), 1, 10, 3), stored),
        of(
            EXPORT_FORKED_THEN_SEEN,
            w -> sees(stored.apply(w), 1, 10, 3),
            w -> sees(stored.apply(w), 9, 10, 3)),
        of(
            EXPORT_FORKED_THEN_SEEN,
            w -> sees(stored.apply(w), 1, 10, 3),
            w -> sees(Exporting.stores(forked.apply(w), 1, 10, 3), 1, 10, 3)),
        // A child that maps for itself shares nothing by its descent.
        of(
            EXPORT_FORKED_THEN_SEEN,
            w -> sees(stored.apply(w), 1, 10, 3),
            w -> sees(Exporting.stores(byChild(w), 9, 10, 3), 1, 10, 3)),
        of(
            EXPORT_FORKED_THEN_SEEN,
            w -> sees(stored.apply(w), 1, 10, 3),
            w -> sees(fills(stored.apply(w), 0x1000), 1, 10, 5)));
  }

  private static Stream<SituationRow> locks() {
    UnaryOperator<Watched> two = w -> nested(w, DDI_UMEM_PAGEABLE);
    return Stream.of(
        of(PRESSURE_ON_SOFTLOCKED_EXPORT, w -> first(two.apply(w)), w -> two.apply(w).pagesOut()),
        of(PRESSURE_ON_SOFTLOCKED_EXPORT, w -> first(two.apply(w)), w -> first(nested(w, 0))),
        of(
            PRESSURE_ON_SOFTLOCKED_EXPORT,
            w -> first(two.apply(w)),
            w -> two.apply(w).unlocks(101).unlocks(102).pagesOut()),
        of(
            PRESSURE_ON_SOFTLOCKED_EXPORT,
            w -> first(two.apply(w)),
            w -> pageable(w.locks(0, 1)).unlocks(101).locks(10, 2).pagesOut()),
        of(
            PRESSURE_ON_SOFTLOCKED_EXPORT,
            w -> first(two.apply(w)),
            w -> pageable(w).locks(10, 1).locks(11, 1).unlocks(101).pagesOut()),
        of(
            PRESSURE_ON_SOFTLOCKED_EXPORT,
            w -> first(two.apply(w)),
            w -> elsewhere(pageable(w)).pagesOut()),
        of(LOCK_OF_REMAPPABLE, w -> remappable(w).asks(10, 1, 2, Errno.EFAULT), two),
        of(
            LOCK_OF_REMAPPABLE,
            w -> remappable(w).asks(11, 1, 2, Errno.EFAULT),
            w -> remappable(w).locks(0, 1)),
        of(
            LOCK_OF_REMAPPABLE,
            w -> remappable(w).asks(11, 1, 2, Errno.EFAULT),
            w -> remappable(w).asks(12, 1, 2, Errno.EFAULT)));
  }

  // ---- What the rows are told with.

  private static Watched trash(Watched w) {
    return all().made(memory(w, DDI_UMEM_TRASH));
  }

  /** Memory at 14, where junk is at 10. */
  private static Watched besideTrash(Watched w) {
    return shows(OTHER, 0, P).at(14).made(trash(other(w, 0)), DHP2);
  }

  private static Watched invalid(Watched w) {
    return shows(KERNEL, 0, 2 * P, 3).made(memory(w));
  }

  private static Watched signals(Watched w, boolean store) {
    Call call = store ? new Call.UserFill(1, 10 * P, P, 9) : new Call.UserMatches(1, 10 * P, P, 9);
    return w.does(call, new Outcome.Signalled(10));
  }

  private static Watched setsUp(Watched w) {
    return w.does(
        new Call.UmemIosetup(KERNEL, 0, P, BufFlag.B_READ, 1, 2, 3, 1), new Outcome.SetUp(0x6000));
  }

  private static Watched byChild(Watched w) {
    return all().by(9).made(MADE.apply(forks(w, 9)), DHP2);
  }

  private static Watched remappable(Watched w) {
    return shows(KERNEL, 0, 2 * P, DEVMAP_ALLOW_REMAP).made(memory(w));
  }

  private static Watched pageable(Watched w) {
    return all().made(memory(w, DDI_UMEM_PAGEABLE));
  }

  /** Two locks of the first page, 101 and 102. */
  private static Watched nested(Watched w, int kind) {
    return all().made(memory(w, kind)).locks(10, 2).locks(10, 1);
  }

  /** A lock of each of two processes, of the same addresses and other memory; one is gone. */
  private static Watched elsewhere(Watched w) {
    Watched mapped = shows(OTHER, 0, P).by(2).made(other(w, 0).process(2, 0), DHP2);
    return mapped
        .lockMemory(2, 10, 1, Watched.W, CallbackVector.NONE, 0, 0)
        .locks(10, 1)
        .unlocks(2, Context.USER, 0, 101);
  }

  private static Watched first(Watched w) {
    return w.unlocks(101).pagesOut();
  }
}
