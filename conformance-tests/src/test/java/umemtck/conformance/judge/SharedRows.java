package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;
import static umemtck.conformance.judge.SituationRow.of;
import static umemtck.conformance.judge.Watched.P;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Done;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;

/** The driver of Example 10-4; process 2 is a second application, of either data model. */
final class SharedRows {
  private static final UnaryOperator<Watched> BOTH = w -> maps(maps(two(w), 1), 2);
  private static final UnaryOperator<Watched> BOTH_MODELS = w -> maps(maps(ilp32(two(w), 2), 1), 2);

  private SharedRows() {}

  static Stream<SituationRow> rows() {
    return Stream.of(memory(), models(), stores(), life()).flatMap(s -> s);
  }

  private static Stream<SituationRow> memory() {
    return Stream.of(
        of(
            SHARED_FIRST_MAPPING_READ_OUT,
            w -> reads(maps(free(w, 8), 1), 6),
            w -> maps(reads(free(w, 8), 8), 1)),
        of(
            SHARED_FIRST_MAPPING_READ_OUT,
            w -> reads(maps(free(w, 8), 1), 6),
            w -> reads(detaches(unmaps(maps(free(w, 8), 1), 1), 0), 8)),
        of(SHARED_MAPPED_AT_ONCE, w -> atOnce(w), w -> oneAfterTheOther(w)),
        of(SHARED_MAPPED_AT_ONCE, w -> atOnce(w), BOTH),
        of(SHARED_MAPPED_AT_ONCE, w -> atOnce(w), w -> overtaken(w)),
        // Who refuses for lack of memory is never at it while another waits.
        of(
            SHARED_MAPPED_AT_ONCE,
            w -> maps(maps(free(fails(free(two(w), 1), 1, Errno.ENOMEM), 8), 1), 2),
            w -> maps(free(fails(free(two(w), 1), 1, Errno.ENOMEM), 8), 1)),
        of(SHARED_MAPPED_WHEN_SHORT, w -> oneAfterTheOther(w), BOTH),
        of(
            SHARED_MAPPED_WHEN_SHORT,
            w -> maps(free(fails(free(w, 1), 1, Errno.ENOMEM), 8), 1),
            w -> fails(free(w, 1), 1, Errno.ENOMEM)));
  }

  private static Stream<SituationRow> models() {
    return Stream.of(
        of(SHARED_32_BIT_FIRST_THEN_64, w -> maps(maps(ilp32(two(w), 1), 1), 2), BOTH),
        of(SHARED_32_BIT_FIRST_THEN_64, w -> maps(maps(ilp32(two(w), 1), 1), 2), BOTH_MODELS),
        of(SHARED_64_BIT_FIRST_THEN_32, BOTH_MODELS, w -> maps(maps(ilp32(two(w), 1), 1), 2)),
        of(SHARED_64_BIT_FIRST_THEN_32, BOTH_MODELS, BOTH),
        of(
            SHARED_SEEN_BY_64_BIT,
            w -> sees(fills(BOTH_MODELS.apply(w), 0, 7), 1, 7),
            w -> sees(fills(BOTH_MODELS.apply(w), P, 7), 2, 7)),
        of(
            SHARED_SEEN_BY_32_BIT,
            w -> sees(fills(BOTH_MODELS.apply(w), P, 7), 2, 7),
            w -> sees(fills(BOTH_MODELS.apply(w), 0, 7), 1, 7)),
        of(
            SHARED_SEEN_BY_64_BIT,
            w -> sees(fills(BOTH_MODELS.apply(w), 0, 7), 1, 7),
            w -> sees(stores(fills(BOTH_MODELS.apply(w), 0, 7), 1, 8), 1, 8)),
        of(
            SHARED_BY_BOTH_MODELS,
            w -> sees(stores(fills(BOTH_MODELS.apply(w), P, 6), 1, 7), 2, 6),
            w -> sees(stores(BOTH_MODELS.apply(w), 1, 7), 1, 7)),
        of(
            SHARED_BY_BOTH_MODELS,
            w -> sees(stores(fills(BOTH_MODELS.apply(w), P, 6), 1, 7), 2, 6),
            w -> sees(stores(BOTH.apply(w), 1, 7), 2, 7)));
  }

  private static Stream<SituationRow> stores() {
    return Stream.of(
        of(
            SHARED_STORED_BY_DRIVER,
            w -> sees(fills(maps(w, 1), 0, 7), 1, 7),
            w -> sees(stores(maps(w, 1), 1, 7), 1, 7)),
        of(
            SHARED_STORED_BY_DRIVER,
            w -> sees(fills(maps(w, 1), 0, 7), 1, 7),
            w -> looks(fills(maps(w, 1), 0, 7), 0, 7)),
        of(
            SHARED_STORED_BY_APPLICATION,
            w -> looks(stores(maps(w, 1), 1, 7), 0, 7),
            w -> sees(stores(maps(w, 1), 1, 7), 1, 7)),
        of(
            SHARED_STORED_BY_APPLICATION,
            w -> looks(stores(maps(w, 1), 1, 7), 0, 7),
            w -> looks(fills(maps(w, 1), 0, 7), 0, 7)),
        of(
            SHARED_STORED_BY_APPLICATION,
            w -> looks(stores(maps(w, 1), 1, 7), 0, 7),
            w -> looks(stores(fills(maps(w, 1), P, 6), 1, 7), P, 6)),
        of(
            SHARED_BY_TWO,
            w -> sees(stores(BOTH.apply(w), 1, 7), 2, 7),
            w -> sees(stores(BOTH.apply(w), 1, 7), 1, 7)),
        of(
            SHARED_BY_TWO,
            w -> sees(stores(BOTH.apply(w), 1, 7), 2, 7),
            w -> sees(fills(BOTH.apply(w), 0, 7), 2, 7)),
        of(
            SHARED_BY_TWO,
            w -> sees(stores(BOTH.apply(w), 1, 7), 2, 7),
            w -> sees(fills(stores(BOTH.apply(w), 1, 7), 0, 8), 2, 8)),
        // After a fork the parent's mapping is the one that it was.
        of(
            SHARED_BY_TWO,
            w -> sees(Exporting.forks(stores(maps(w, 1), 1, 7), 9), 9, 7),
            w -> sees(Exporting.forks(stores(maps(w, 1), 1, 7), 9), 1, 7)));
  }

  private static Stream<SituationRow> life() {
    UnaryOperator<Watched> left = w -> unmaps(stores(maps(w, 1), 1, 7), 1);
    return Stream.of(
        of(SHARED_MAPPED_AGAIN, w -> sees(maps(left.apply(w), 1), 1, 7), left),
        of(
            SHARED_MAPPED_AGAIN,
            w -> sees(maps(left.apply(w), 1), 1, 7),
            w -> sees(maps(unmaps(stores(BOTH.apply(w), 1, 7), 1), 1), 1, 7)),
        of(SHARED_DETACHED, w -> detaches(left.apply(w), 0), w -> detaches(maps(w, 1), -1)),
        of(
            SHARED_DETACH_WHILE_MAPPED,
            w -> detaches(maps(w, 1), -1),
            w -> detaches(left.apply(w), 0)),
        of(
            SHARED_TOO_LONG,
            w -> asks(maps(w, 1), 1, 20, 2, 0, Errno.ENXIO),
            w -> asks(maps(w, 1), 1, 20, 1, 1, Errno.ENXIO)),
        of(
            SHARED_BEHIND,
            w -> asks(maps(w, 1), 1, 20, 1, 1, Errno.ENXIO),
            w -> asks(maps(w, 1), 1, 20, 2, 1, Errno.ENXIO)),
        of(SHARED_BEHIND, w -> asks(maps(w, 1), 1, 20, 1, 1, Errno.ENXIO), BOTH));
  }

  // ---- What the rows are told with. Everybody maps page 10.

  private static Watched two(Watched w) {
    return w.process(2, 0);
  }

  private static Watched ilp32(Watched w, long proc) {
    return w.does(new Call.SetDataModel(proc, DataModel.DDI_MODEL_ILP32), Done.INSTANCE);
  }

  private static Call mmap(long proc, long page, long pages, long off) {
    int rw = Prot.READ | Prot.WRITE;
    return new Call.SharedMmap(proc, page * P, pages * P, off * P, rw);
  }

  private static Watched asks(Watched w, long proc, long page, long pages, long off, int errno) {
    return w.out(proc, Context.USER, 0, mmap(proc, page, pages, off))
        .ends(new Outcome.Result(errno));
  }

  private static Watched maps(Watched w, long proc) {
    return asks(w, proc, 10, 1, 0, 0);
  }

  private static Watched fails(Watched w, long proc, int errno) {
    return asks(w, proc, 10, 1, 0, errno);
  }

  private static Watched unmaps(Watched w, long proc) {
    return w.out(proc, Context.USER, 0, new Call.Munmap(proc, 10 * P, P)).ends(Done.INSTANCE);
  }

  private static Watched detaches(Watched w, int answer) {
    return w.does(new Call.SharedDetach(), new Outcome.Result(answer));
  }

  private static Watched free(Watched w, long pages) {
    return w.does(new Call.SetFree(Resource.PAGES, pages), Done.INSTANCE);
  }

  private static Watched reads(Watched w, long pages) {
    return w.does(new Call.GetFree(Resource.PAGES), new Outcome.Amount(pages));
  }

  /** Both wait for memory. */
  private static Watched atOnce(Watched w) {
    Watched out = free(two(w), 0).out(1, Context.USER, 0, mmap(1, 10, 1, 0));
    int first = out.last();
    out.out(2, Context.USER, 0, mmap(2, 10, 1, 0));
    int second = out.last();
    return free(out.rests(first, second), 8)
        .ends(first, new Outcome.Result(0))
        .ends(second, new Outcome.Result(0));
  }

  /** One waits for memory; the other comes when there is some. */
  private static Watched oneAfterTheOther(Watched w) {
    Watched out = free(two(w), 0).out(1, Context.USER, 0, mmap(1, 10, 1, 0));
    int first = out.last();
    return maps(free(out.rests(first), 8).ends(first, new Outcome.Result(0)), 2);
  }

  /** One waits for memory; the other maps before it goes on. */
  private static Watched overtaken(Watched w) {
    Watched out = free(two(w), 0).out(1, Context.USER, 0, mmap(1, 10, 1, 0));
    int first = out.last();
    return maps(free(out.rests(first), 8), 2).ends(first, new Outcome.Result(0));
  }

  private static Watched fills(Watched w, long off, int value) {
    return w.does(new Call.SharedFill(off, P, value), Done.INSTANCE);
  }

  private static Watched looks(Watched w, long off, int value) {
    return w.does(new Call.SharedMatches(off, P, value), Outcome.Matched.ALL);
  }

  private static Watched stores(Watched w, long proc, int value) {
    return Exporting.stores(w, proc, 10, value);
  }

  private static Watched sees(Watched w, long proc, int value) {
    return Exporting.sees(w, proc, 10, value);
  }
}
