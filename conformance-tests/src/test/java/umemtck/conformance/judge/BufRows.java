package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;
import static umemtck.conformance.judge.SituationRow.of;
import static umemtck.conformance.judge.Watched.*;
import static umemtck.spec.ddi.BufFlag.B_READ;
import static umemtck.spec.ddi.BufFlag.B_WRITE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.stream.Stream;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome;

/** Bufs: on kernel memory, cookie 7, two pages at 0x1000; on the first lock, cookie 101. */
final class BufRows {
  private static final long KERNEL = 7;
  private static final long LOCK = 101;
  private static final long GIVEN = 0x5000;
  private static final long OTHER = 0x5080;

  private BufRows() {}

  static Stream<SituationRow> rows() {
    return Stream.of(asked(), given(), looked(), transfers()).flatMap(s -> s);
  }

  private static Stream<SituationRow> asked() {
    return Stream.of(
        of(BUF_ON_PAGEABLE, w -> on(w, DDI_UMEM_PAGEABLE, 0, P), w -> on(w, 0, 0, P)),
        of(
            BUF_ON_PAGEABLE,
            w -> on(w, DDI_UMEM_PAGEABLE, P, P),
            w -> on(w, DDI_UMEM_PAGEABLE, P, 2 * P)),
        of(BUF_ON_TRASH, w -> on(w, DDI_UMEM_TRASH, 0, P), w -> on(w, DDI_UMEM_PAGEABLE, 0, P)),
        of(BUF_BEYOND_END, w -> refused(w, P + 1, P), w -> refused(w, 0, 2 * P + 1)),
        of(BUF_BEYOND_END, w -> refused(w, Long.MAX_VALUE, P), w -> refused(w, -1, P)),
        of(BUF_NEGATIVE_OFFSET, w -> refused(w, -1, 1), w -> refused(w, 1, 2 * P)),
        of(BUF_NEGATIVE_OFFSET, w -> refused(w, Long.MIN_VALUE, 0), w -> refused(w, -1, 2 * P + 1)),
        of(BUF_OVER_SIZE, w -> refused(w, 0, -1), w -> refused(w, 1, 2 * P)),
        of(
            BUF_WRONG_DIRECTION,
            w -> refused(w, 0, P, B_READ | B_WRITE, DDI_UMEM_SLEEP),
            w -> refused(w, 0, 3 * P, 0, DDI_UMEM_SLEEP)),
        of(
            BUF_WRONG_SLEEPFLAG,
            w -> refused(w, 0, P, B_READ, 2),
            w -> refused(w, -1, P, B_READ, 2)),
        of(
            BUF_SHORT_NOSLEEP,
            w -> refused(shortage(w), 0, P, B_READ, DDI_UMEM_NOSLEEP),
            w -> refused(shortage(w), 3 * P, P, B_READ, DDI_UMEM_NOSLEEP)),
        of(
            BUF_SHORT_SLEEP,
            w -> gives(shortage(memory(w, 0)), KERNEL, 0, P, B_READ, GIVEN),
            w -> gives(memory(w, 0), KERNEL, 0, P, B_READ, GIVEN)));
  }

  private static Stream<SituationRow> given() {
    return Stream.of(
        of(BUF_ON_LOCKED, BufRows::onLock, BufRows::onKernel),
        of(BUF_ON_NON_PAGEABLE, BufRows::onKernel, BufRows::onLock),
        of(
            BUF_OF_NOTHING_GIVEN,
            w -> gives(memory(w, 0), KERNEL, P, 0, B_READ, GIVEN),
            w -> refused(w, P, 0)),
        of(
            BUF_AMONG_SEVERAL,
            w -> gives(onKernel(w), KERNEL, P, P, B_WRITE, OTHER),
            w -> gives(onKernel(w).locks(0, 1), LOCK, 0, P, B_READ, OTHER)),
        of(BUF_KERNEL, w -> in(Context.KERNEL, w), w -> in(Context.USER, w)),
        of(BUF_INTERRUPT, w -> in(Context.INTERRUPT, w), w -> in(Context.KERNEL, w)),
        of(
            BUF_THEN_USAGE,
            w -> onLock(w).usage(Holder.PROJECT, 0, 1),
            w -> onLock(w).pagesOut().usage(Holder.PROJECT, 0, 1)),
        of(
            BUF_THEN_USAGE,
            w -> frees(onLock(w), GIVEN).usage(Holder.ZONE, 0, 1),
            w -> w.locks(0, 1).usage(Holder.ZONE, 0, 1)));
  }

  private static Stream<SituationRow> looked() {
    return Stream.of(
        of(BUF_LOOKED_AT, w -> looks(onKernel(w), 0x1000, 0), BufRows::onKernel),
        of(BUF_LOOKED_AT_KERNEL, w -> looks(onKernel(w), 0x1000, 0), w -> looks(onLock(w), 0, 1)),
        of(BUF_LOOKED_AT_LOCKED, w -> looks(onLock(w), 0, 1), w -> looks(onKernel(w), 0x1000, 0)));
  }

  private static Stream<SituationRow> transfers() {
    return Stream.of(
        of(TRANSFERRED, w -> moves(onKernel(w), GIVEN), w -> moves(empty(w), GIVEN)),
        of(
            TRANSFERRED_BEHIND_FIRST_PAGE,
            w -> moves(behind(w.locks(0, 2), LOCK), GIVEN),
            w -> moves(onLock(w), GIVEN)),
        of(
            TRANSFERRED_BEHIND_FIRST_PAGE,
            w -> moves(behind(w.locks(0, 2), LOCK), GIVEN),
            w -> moves(behind(memory(w, 0), KERNEL), GIVEN)),
        of(
            TRANSFERRED_AMONG_SEVERAL,
            w -> moves(gives(onKernel(w), KERNEL, P, P, B_READ, OTHER), GIVEN),
            w -> moves(frees(gives(onKernel(w), KERNEL, P, P, B_READ, OTHER), OTHER), GIVEN)),
        of(
            TRANSFER_SEEN_BY_PROCESS,
            w -> matches(moves(onLock(w), GIVEN), 9),
            w -> matches(fills(onLock(w), 9), 9)),
        of(
            TRANSFER_SEEN_BY_PROCESS,
            w -> matches(moves(onLock(w), GIVEN), 9),
            w -> matches(moves(onKernel(fills(w, 9)), GIVEN), 9)),
        of(
            STORE_SEEN_BY_DEVICE,
            w -> moves(outgoing(fills(w, 9)), GIVEN),
            w -> moves(onLock(fills(w, 9)), GIVEN)),
        of(
            STORE_SEEN_BY_DEVICE,
            w -> moves(outgoing(fills(w, 9)), GIVEN),
            w -> moves(outgoing(w), GIVEN)));
  }

  // ---- What the rows are told with.

  /** Kernel memory of two pages, or pageable, or none at all. */
  private static Watched memory(Watched w, int kind) {
    long start = kind == DDI_UMEM_TRASH ? 0 : 0x1000;
    return w.does(
        new Call.UmemAlloc(2 * P, DDI_UMEM_NOSLEEP | kind), new Outcome.Allocated(start, KERNEL));
  }

  private static Watched on(Watched w, int kind, long off, long len) {
    return sets(memory(w, kind), KERNEL, off, len, B_READ, DDI_UMEM_SLEEP, kind == 0 ? GIVEN : 0);
  }

  private static Watched refused(Watched w, long off, long len) {
    return refused(w, off, len, B_READ, DDI_UMEM_SLEEP);
  }

  private static Watched refused(Watched w, long off, long len, int direction, int sleepflag) {
    return sets(memory(w, 0), KERNEL, off, len, direction, sleepflag, 0);
  }

  private static Watched sets(
      Watched w, long cookie, long off, long len, int direction, int sleepflag, long buf) {
    return w.does(setup(cookie, off, len, direction, sleepflag), new Outcome.SetUp(buf));
  }

  private static Call setup(long cookie, long off, long len, int direction, int sleepflag) {
    return new Call.UmemIosetup(cookie, off, len, direction, 1, 2, 3, sleepflag);
  }

  private static Watched gives(
      Watched w, long cookie, long off, long len, int direction, long buf) {
    return sets(w, cookie, off, len, direction, DDI_UMEM_SLEEP, buf);
  }

  private static Watched shortage(Watched w) {
    return w.fails(FaultyStep.BUF, Errno.ENOMEM);
  }

  private static Watched onKernel(Watched w) {
    return gives(memory(w, 0), KERNEL, 0, P, B_READ, GIVEN);
  }

  private static Watched onLock(Watched w) {
    return gives(w.locks(0, 1), LOCK, 0, P, B_READ, GIVEN);
  }

  private static Watched outgoing(Watched w) {
    return gives(w.asks(0, 1, R, 0), LOCK, 0, P, B_WRITE, GIVEN);
  }

  private static Watched empty(Watched w) {
    return gives(memory(w, 0), KERNEL, P, 0, B_READ, GIVEN);
  }

  private static Watched behind(Watched w, long cookie) {
    return gives(w, cookie, P, P, B_READ, GIVEN);
  }

  private static Watched in(Context context, Watched w) {
    Call call = setup(KERNEL, 0, P, B_READ, DDI_UMEM_NOSLEEP);
    return memory(w, 0).out(1, context, 0, call).ends(new Outcome.SetUp(GIVEN));
  }

  private static Watched frees(Watched w, long buf) {
    return w.does(new Call.Freerbuf(buf), Outcome.Done.INSTANCE);
  }

  /** A look at a buf of one page that reads. */
  private static Watched looks(Watched w, long addr, long proc) {
    int flags = BufFlag.B_BUSY | BufFlag.B_PHYS | B_READ;
    return w.does(new Call.GetBuf(GIVEN), new Outcome.Fields(flags, P, 1, 2, 3, addr, proc));
  }

  private static Watched moves(Watched w, long buf) {
    return w.does(new Call.Strategy(buf, 9), Outcome.Matched.ALL);
  }

  private static Watched fills(Watched w, int value) {
    return w.does(new Call.UserFill(1, 0, P, value), Outcome.Done.INSTANCE);
  }

  private static Watched matches(Watched w, int value) {
    return w.does(new Call.UserMatches(1, 0, P, value), Outcome.Matched.ALL);
  }
}
