package umemtck.conformance.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.conformance.plan.ExportStep;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.LockStep.LockMemory;
import umemtck.conformance.plan.LockStep.Reaction;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.Step;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.Proc;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Feature;

/**
 * What threads call while their calls overlap. Which duties a call would break then depends on the
 * order; so a step is passed over unless no order breaks one: nobody frees, unlocks or unmaps what
 * another thread may, and nobody acts for a process that another thread lets exit.
 */
final class OverlapConduct {
  private final Session session;
  private final LockConduct locks;
  private final ExportConduct exports;
  private final Map<Integer, Long> cookieOf;
  private final Set<Integer> freed;
  private final long pageSize;
  private final long window;

  /** Pages that somebody changes, and processes that somebody ends, and whose thread does. */
  private final OverlapOwners owners = new OverlapOwners();

  /**
   * The threads of one plan.
   *
   * @param cookieOf the cookies of allocations, by name
   * @param freed the names of those that were freed
   */
  OverlapConduct(
      Session session,
      LockConduct locks,
      ExportConduct exports,
      Map<Integer, Long> cookieOf,
      Set<Integer> freed) {
    this.session = session;
    this.locks = locks;
    this.exports = exports;
    this.cookieOf = cookieOf;
    this.freed = freed;
    pageSize = session.judge().model().config().pageSize();
    window = session.judge().model().config().declared().window().base();
  }

  /** Does the step. */
  void step(OverlapStep step) {
    locks.beginOverlap();
    owners.of(step);
    List<Overlap.Thread> threads = new ArrayList<>();
    for (int i = 0; i < step.threads().size(); i++) {
      int thread = i;
      Deque<Step> left = new ArrayDeque<>(step.threads().get(i));
      threads.add(new Overlap.Thread(() -> next(thread, left)));
    }
    session.overlap(threads, step::take);
  }

  private Overlap.Made next(int thread, Deque<Step> left) {
    while (!left.isEmpty()) {
      Overlap.Made made = made(thread, left.poll());
      if (made != null) {
        return made;
      }
    }
    return null;
  }

  private UmemState state() {
    return session.judge().state();
  }

  /** What a step calls; null if it is passed over. */
  private Overlap.Made made(int thread, Step step) {
    if (step instanceof Step.Alloc s) {
      return alloc(s);
    }
    if (step instanceof Step.Free s) {
      Long cookie = freed.contains(s.name()) ? null : cookie(s.name());
      return cookie != null && freed.add(s.name())
          ? allowed(Ids.PROCESS, s.context(), new Call.UmemFree(cookie), 0, null)
          : null;
    }
    if (step instanceof Step.Rewrite s) {
      return look(s);
    }
    if (step instanceof ExportStep e) {
      return exporting(e);
    }
    return step instanceof LockStep l && session.offers(Feature.LOCK) ? locking(thread, l) : null;
  }

  /** What an allocation gave: before, or to an earlier call of the same thread. */
  private Long cookie(int name) {
    Long given = session.given(name, false);
    return given != null ? given : cookieOf.get(name);
  }

  /** Looks at the first page of what an earlier call of the same thread allocated: zeros. */
  private Overlap.Made look(Step.Rewrite s) {
    long address = freed.contains(s.name()) ? 0 : session.givenAt(s.name());
    return address == 0
        ? null
        : new Overlap.Made(
            Ids.PROCESS, Context.USER, new Call.MemoryMatches(address, pageSize, 0), 0, null);
  }

  private Overlap.Made alloc(Step.Alloc s) {
    ModelConfig config = session.judge().model().config();
    long free = state().budget(Resource.PAGES).certain();
    long size = s.size().resolve(pageSize, free, config.declared().capacity());
    boolean waits = UmemFlag.sleeps(s.flag());
    return waits && !session.offers(Feature.SETTLE)
        ? null
        : allowed(Ids.PROCESS, s.context(), new Call.UmemAlloc(size, s.flag()), s.name(), null);
  }

  // ---- Locked memory.

  private Overlap.Made locking(int thread, LockStep step) {
    if (step instanceof LockStep.Lock s) {
      Proc by = proc(thread, s.by());
      if (by == null) {
        return null;
      }
      long len = s.at().len().resolve(pageSize, session.room(by.id()));
      Call call = new Call.UmemLock(address(s.at()), len, s.flags());
      return allowed(by.id(), s.context(), call, s.name(), null);
    }
    if (step instanceof LockMemory s) {
      return lockMemory(thread, s);
    }
    if (step instanceof LockStep.Unlock s) {
      return unlock(thread, s);
    }
    if (step instanceof LockStep.Exit s) {
      Proc p = owners.ends(thread, s.proc()) ? proc(thread, s.proc()) : null;
      if (p == null || !session.offers(Feature.EXIT)) {
        return null;
      }
      owners.hasEnded(s.proc());
      return layout(p, new Call.Exit(p.id()));
    }
    return changing(thread, step);
  }

  private Overlap.Made changing(int thread, LockStep step) {
    if (step instanceof LockStep.Munmap s
        && owners.changes(thread, s.proc(), s.page(), s.pages())) {
      Proc p = proc(thread, s.proc());
      return p == null
          ? null
          : layout(p, new Call.Munmap(p.id(), address(s.page()), s.pages() * pageSize));
    }
    if (step instanceof LockStep.Mprotect s
        && session.offers(Feature.PROTECTION)
        && owners.changes(thread, s.proc(), s.page(), s.pages())) {
      Proc p = proc(thread, s.proc());
      long len = s.pages() * pageSize;
      return p == null
          ? null
          : layout(p, new Call.Mprotect(p.id(), address(s.page()), len, s.prot()));
    }
    return null;
  }

  private Overlap.Made layout(Proc p, Call call) {
    return session.offers(Feature.SETTLE) ? allowed(p.id(), Context.USER, call, 0, null) : null;
  }

  private Overlap.Made lockMemory(int thread, LockMemory s) {
    boolean current = s.owner() == LockMemory.CURRENT;
    Proc by = proc(thread, s.by());
    Proc owner = current ? by : proc(thread, s.owner());
    if (by == null || owner == null || !session.offers(Feature.LOCKMEMORY)) {
      return null;
    }
    long len = s.at().len().resolve(pageSize, session.room(owner.id()));
    long procp = current ? 0 : owner.id();
    Call call = new Call.UmemLockMemory(address(s.at()), len, s.flags(), s.vector(), procp);
    Session.Cleanup cleanup = of -> cleanup(s, owner, of);
    return allowed(by.id(), Context.USER, call, s.name(), cleanup);
  }

  /**
   * What the kit's cleanup function does: in the thread of the event, and maybe before a return.
   */
  private void cleanup(LockMemory s, Proc owner, int of) {
    if (s.reaction() != Reaction.UNLOCK) {
      return;
    }
    Long cookie;
    synchronized (session) { // In the thread of an event, beside others where they run freely.
      cookie = session.given(s.name(), true);
      cookie = cookie != null && locks.unlocks(s.name()) ? cookie : null;
    }
    if (cookie != null) {
      session.inside(owner.id(), Context.USER, new Call.UmemUnlock(cookie));
    }
  }

  private Overlap.Made unlock(int thread, LockStep.Unlock s) {
    Proc by = proc(thread, s.by());
    Long given = session.given(s.name(), true);
    Long cookie = given != null ? given : locks.held(s.name());
    boolean reachable = s.context() == Context.USER || session.offers(Feature.CONTEXTS);
    if (by == null || cookie == null || !reachable || !locks.unlocks(s.name())) {
      return null;
    }
    return new Overlap.Made(by.id(), s.context(), new Call.UmemUnlock(cookie), 0, null);
  }

  // ---- Devices.

  private Overlap.Made exporting(ExportStep step) {
    if (step instanceof ExportStep.SharedMap s && session.offers(Feature.SHARED_DRIVER)) {
      Proc p = proc(0, s.proc());
      if (p == null || !owners.maps(s.proc(), s.page(), s.pages())) {
        return null;
      }
      int rw = Prot.READ | Prot.WRITE;
      long len = s.pages() * pageSize;
      Call call = new Call.SharedMmap(p.id(), address(s.page()), len, s.off() * pageSize, rw);
      return session.offers(Feature.SETTLE) ? allowed(p.id(), Context.USER, call, 0, null) : null;
    }
    return session.offers(Feature.DEVMAP) ? exports.overlapping(step) : null;
  }

  // ---- What all of them need.

  /** A process that is there, and that no other thread ends; or null. */
  private Proc proc(int thread, int name) {
    Long id = owners.mayAct(thread, name) ? locks.named(name) : null;
    Proc p = id == null ? null : state().locking().proc(id);
    return p == null || p.borrows() ? null : p;
  }

  /** A call, unless it would break a duty as things were before any of them was made. */
  private Overlap.Made allowed(
      long by, Context context, Call call, int name, Session.Cleanup cleanup) {
    boolean reachable = context == Context.USER || session.offers(Feature.CONTEXTS);
    boolean made = session.hasGiven(call);
    return reachable && (made || session.duty(by, context, call) == null)
        ? new Overlap.Made(by, context, call, name, cleanup)
        : null;
  }

  private long address(long page) {
    return window + page * pageSize;
  }

  private long address(LockStep.Range at) {
    return address(at.page()) + at.bytes();
  }
}
