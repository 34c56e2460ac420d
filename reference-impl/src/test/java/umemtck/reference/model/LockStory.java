package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.ddi.WorkerGate;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Window;

/**
 * A {@link Story} about locking. Where it counts, it counts pages: page 0 is the window's first.
 */
final class LockStory {
  /** Bytes in a page. */
  static final int P = Story.P;

  /** The first byte of the window. */
  static final long W = 0x1000;

  static final int RW = Prot.READ | Prot.WRITE;
  static final int READ = UmemLockFlag.DDI_UMEMLOCK_READ;
  static final int WRITE = UmemLockFlag.DDI_UMEMLOCK_WRITE;
  static final int LONGTERM = UmemLockFlag.DDI_UMEMLOCK_LONGTERM;

  final UmemModel model;
  private final Story story;
  private long by = Ids.PROCESS;

  private LockStory(ModelConfig config) {
    model = new UmemModel(config);
    story = new Story(config);
  }

  /** Of a machine that offers everything but some features, with a window of 2^63 bytes. */
  static LockStory of(Profile profile, Feature... without) {
    return new LockStory(config(profile, without));
  }

  /** The constants of such a machine. */
  static ModelConfig config(Profile profile, Feature... without) {
    Set<Feature> offered = EnumSet.allOf(Feature.class);
    Arrays.asList(without).forEach(offered::remove);
    Declaration declared =
        Declaration.ofPageSize(P)
            .withCapacity(64)
            .offering(offered.toArray(Feature[]::new))
            .mapping(new Window(W, 1L << 59), MappingKind.values());
    return ModelConfig.of(declared, profile);
  }

  /** With 8 pages mapped, in a project that may lock 16. */
  static LockStory illumos() {
    return of(Profile.ILLUMOS).maps(0, 8).limits(Holder.PROJECT, 0, 16);
  }

  static LockStory documented() {
    return of(Profile.DOCUMENTED).maps(0, 8).limits(Holder.PROJECT, 0, 16);
  }

  /** Whose threads make the calls from here on. */
  LockStory by(long proc) {
    by = proc;
    return this;
  }

  /** Maps pages of the process whose threads call. */
  LockStory maps(long first, long pages) {
    return maps(first, pages, MappingKind.ANON_PRIVATE, RW);
  }

  LockStory maps(long first, long pages, MappingKind kind, int prot) {
    return does(new Call.Mmap(by, at(first), pages * P, kind, prot), Outcome.Done.INSTANCE);
  }

  LockStory unmaps(long first, long pages) {
    return does(unmap(first, pages), Outcome.Done.INSTANCE);
  }

  Call unmap(long first, long pages) {
    return new Call.Munmap(by, at(first), pages * P);
  }

  LockStory limits(Holder of, long id, long pages) {
    return does(new Call.SetLimit(of, id, pages * P), Outcome.Done.INSTANCE);
  }

  LockStory starts(long proc, long project) {
    return does(new Call.NewProcess(project), new Outcome.Created(proc));
  }

  LockStory project(long id, long zone) {
    return does(new Call.NewProject(zone), new Outcome.Created(id));
  }

  LockStory zone(long id) {
    return does(new Call.NewZone(), new Outcome.Created(id));
  }

  LockStory moves(long proc, long project, int errno) {
    return does(new Call.Settaskid(proc, project), new Outcome.Result(errno));
  }

  LockStory mlocks(long first, long pages) {
    return does(new Call.Mlock(by, at(first), pages * P), new Outcome.Result(0));
  }

  LockStory fails(FaultyStep step, int errno) {
    return does(new Call.FailNext(step, errno), Outcome.Done.INSTANCE);
  }

  LockStory gate(WorkerGate gate) {
    return does(new Call.GateWorker(gate), Outcome.Done.INSTANCE);
  }

  LockStory locks(long first, long pages, long cookie) {
    return does(lock(first, pages), new Outcome.Locked(0, cookie));
  }

  /** Locks pages of a named process. */
  LockStory locksFor(long proc, long first, long pages, long cookie) {
    return does(lockmemory(proc, first, pages), new Outcome.Locked(0, cookie));
  }

  LockStory refused(Call call, int errno) {
    return does(call, new Outcome.Locked(errno, 0));
  }

  static Call lock(long first, long pages) {
    return lock(first, pages, READ);
  }

  static Call lock(long first, long pages, int flags) {
    return new Call.UmemLock(at(first), pages * P, flags);
  }

  static Call lockmemory(long proc, long first, long pages) {
    return lockmemory(proc, first, pages, READ, CallbackVector.NONE);
  }

  static Call lockmemory(long proc, long first, long pages, int flags, CallbackVector vector) {
    return new Call.UmemLockMemory(at(first), pages * P, flags, vector, proc);
  }

  LockStory unlocks(long cookie) {
    return unlocks(Context.USER, cookie);
  }

  LockStory unlocks(Context context, long cookie) {
    return ends(calls(context, new Call.UmemUnlock(cookie)), Outcome.Done.INSTANCE);
  }

  LockStory does(Call call, Outcome outcome) {
    return ends(calls(call), outcome);
  }

  /** A call is made, and does not end yet; its number. */
  int calls(Call call) {
    return calls(Context.USER, call);
  }

  int calls(Context context, Call call) {
    return story.calls(by, context, call);
  }

  LockStory ends(int id, Outcome outcome) {
    story.ends(id, outcome);
    return this;
  }

  LockStory rests() {
    story.rests();
    return this;
  }

  LockStory called(int inside, int of, long cookie) {
    Answer a = story.callbackBegan(inside, of, cookie);
    assertInstanceOf(Answer.Next.class, a, a::toString);
    return this;
  }

  LockStory cameBack(int of) {
    assertInstanceOf(Answer.Next.class, story.callbackEnded(of));
    return this;
  }

  /** What the latest event should have been, had nothing else explained it. */
  List<Breach> lost() {
    return story.lost();
  }

  /** Who is blamed if so many bytes are counted. */
  List<String> counting(Holder of, long id, long bytes) {
    return blamed(new Call.GetLocked(of, id), new Outcome.Amount(bytes));
  }

  /** Who is blamed if a lock fails with an errno, and gives no cookie. */
  List<String> failing(Call call, int errno) {
    return blamed(call, new Outcome.Locked(errno, 0));
  }

  /** Who is blamed if a lock succeeds. */
  List<String> succeeding(Call call) {
    return blamed(call, new Outcome.Locked(0, 0x99));
  }

  /** Who is blamed if a call ends so, the most telling first. */
  List<String> blamed(Call call, Outcome outcome) {
    return Story.facets(story.ending(calls(call), outcome));
  }

  /** Of a call that is out. */
  List<String> blamed(int id, Outcome outcome) {
    return Story.facets(story.ending(id, outcome));
  }

  /** What was expected instead, of the first that is blamed. */
  String expected(Call call, Outcome outcome) {
    return story.ending(calls(call), outcome).get(0).expected();
  }

  /** The same of a call that is out. */
  String expected(int id, Outcome outcome) {
    return story.ending(id, outcome).get(0).expected();
  }

  /** Who is blamed if nothing can run. */
  List<String> resting() {
    return Story.facets(story.resting());
  }

  UmemState state() {
    return story.state();
  }

  /** The project that carries the charge of a lock. */
  long carrier(long cookie) {
    return state().locking().lock(cookie).project();
  }

  static long at(long page) {
    return W + page * P;
  }
}
