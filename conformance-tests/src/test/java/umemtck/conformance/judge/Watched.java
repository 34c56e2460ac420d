package umemtck.conformance.judge;

import java.util.List;
import java.util.Set;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Done;
import umemtck.spec.ddi.WorkerGate;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Window;

/**
 * A history of locking told by hand to a judge and to the one who notes its situations: an illumos
 * machine, pages of 16 bytes. Process 1 has pages 0 to 7, its project may lock 6.
 *
 * <p>Calls are numbered from 1; lock n that is answered with 0 has cookie 100 + n.
 */
final class Watched {
  static final int P = 16;
  static final long UNLIMITED = -1;
  static final int R = 1;
  static final int W = 2;
  static final int LONGTERM = 4 | W;

  private final Judge judge;
  private final Situations situations;
  private int lastId;
  private long lastCookie = 100;

  Watched() {
    Declaration d =
        Declaration.ofPageSize(P)
            .withCapacity(8)
            .offering(Feature.values())
            .mapping(new Window(0, 64), MappingKind.values());
    UmemModel model = new UmemModel(ModelConfig.of(d, Profile.ILLUMOS));
    judge = new Judge(model, b -> true);
    situations = new Situations(model);
    maps(1, 0, 8, MappingKind.ANON_PRIVATE, R | W).limit(Holder.PROJECT, 0, 6);
  }

  Set<Situation> seen() {
    return situations.seen();
  }

  Ruling ruling() {
    return judge.ruling();
  }

  // ---- Events.

  /** A call is made, by a process, inside another call if {@code thread} is not 0. */
  Watched out(long proc, Context context, int thread, Call call) {
    UmemState before = judge.state();
    judge.see(new Event.Invoked(++lastId, proc, context, call));
    situations.invoked(before, thread, judge.state().pending(lastId));
    return this;
  }

  Watched out(Call call) {
    return out(1, Context.USER, 0, call);
  }

  /** The last call, or another, ends. */
  Watched ends(int id, Outcome outcome) {
    UmemState before = judge.state();
    if (judge.see(new Event.Completed(id, outcome)) == Ruling.LEGAL) {
      situations.completed(before, judge.state(), before.pending(id), outcome);
    }
    return this;
  }

  Watched ends(Outcome outcome) {
    return ends(lastId, outcome);
  }

  Watched does(Call call, Outcome outcome) {
    return out(call).ends(outcome);
  }

  Watched rests(Integer... blocked) {
    judge.see(new Event.Settled(List.of(blocked)));
    situations.settled(judge.state());
    return this;
  }

  Watched began(int inside, int of, long cookie) {
    UmemState before = judge.state();
    judge.see(new Event.CallbackBegan(inside, of, cookie));
    situations.callbackBegan(before, inside, of);
    return this;
  }

  Watched ended(int of) {
    judge.see(new Event.CallbackEnded(of));
    situations.callbackEnded(of);
    return this;
  }

  /** The number of the last call. */
  int last() {
    return lastId;
  }

  /** The cookie that was given last. */
  long lastCookie() {
    return lastCookie;
  }

  // ---- Calls of the contract; pages where nothing else is said.

  Watched asksBytes(long addr, long len, int flags, int errno) {
    return out(new Call.UmemLock(addr, len, flags)).answered(errno);
  }

  private Watched answered(int errno) {
    return ends(new Outcome.Locked(errno, errno == 0 ? ++lastCookie : 0));
  }

  Watched asks(long page, long pages, int flags, int errno) {
    return asksBytes(page * P, pages * P, flags, errno);
  }

  /** A lock that succeeds. */
  Watched locks(long page, long pages) {
    return asks(page, pages, W, 0);
  }

  Watched lockMemory(
      long by, long page, long pages, int flags, CallbackVector vector, long procp, int errno) {
    Call call = new Call.UmemLockMemory(page * P, pages * P, flags, vector, procp);
    return out(by, Context.USER, 0, call).answered(errno);
  }

  /** A lock for long, with a function, that succeeds. */
  Watched longterm(long page, long pages) {
    return lockMemory(1, page, pages, LONGTERM, CallbackVector.CLEANUP, 0, 0);
  }

  Watched unlocks(long by, Context context, int thread, long cookie) {
    return out(by, context, thread, new Call.UmemUnlock(cookie)).ends(Done.INSTANCE);
  }

  Watched unlocks(Context context, long cookie) {
    return unlocks(1, context, 0, cookie);
  }

  Watched unlocks(long cookie) {
    return unlocks(Context.USER, cookie);
  }

  Watched frees(long cookie) {
    return does(new Call.UmemFree(cookie), Done.INSTANCE);
  }

  // ---- The world.

  Watched maps(long proc, long page, long pages, MappingKind kind, int prot) {
    return does(new Call.Mmap(proc, page * P, pages * P, kind, prot), Done.INSTANCE);
  }

  Watched maps(long page, long pages, MappingKind kind, int prot) {
    return maps(1, page, pages, kind, prot);
  }

  static Call munmap(long page, long pages) {
    return new Call.Munmap(1, page * P, pages * P);
  }

  static Call mprotect(long page, long pages) {
    return new Call.Mprotect(1, page * P, pages * P, R);
  }

  /** A process with pages 0 to 3. */
  Watched process(long id, long project) {
    return does(new Call.NewProcess(project), new Outcome.Created(id))
        .maps(id, 0, 4, MappingKind.ANON_PRIVATE, R | W);
  }

  Watched project(long id) {
    return does(new Call.NewProject(0), new Outcome.Created(id));
  }

  Watched limit(Holder of, long id, long pages) {
    long bytes = pages == UNLIMITED ? UNLIMITED : pages * P;
    return does(new Call.SetLimit(of, id, bytes), Done.INSTANCE);
  }

  Watched usage(Holder of, long id, long pages) {
    return does(new Call.GetLocked(of, id), new Outcome.Amount(pages * P));
  }

  Watched settaskid(long project, int errno) {
    return does(new Call.Settaskid(1, project), new Outcome.Result(errno));
  }

  Watched mlock(long page, long pages) {
    return does(new Call.Mlock(1, page * P, pages * P), new Outcome.Result(0));
  }

  Watched fails(FaultyStep step, int errno) {
    return does(new Call.FailNext(step, errno), Done.INSTANCE);
  }

  Watched gate(WorkerGate gate) {
    return does(new Call.GateWorker(gate), Done.INSTANCE);
  }

  Watched pagesOut() {
    return does(new Call.PageOut(), new Outcome.Amount(1));
  }

  Watched resident(long page, boolean in) {
    return does(new Call.IsUserResident(1, page * P), new Outcome.Amount(in ? 1 : 0));
  }
}
