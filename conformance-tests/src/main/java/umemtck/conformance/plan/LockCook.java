package umemtck.conformance.plan;

import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_LONGTERM;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_READ;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_WRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import umemtck.conformance.plan.LockRecipe.Weights;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.conformance.plan.LockStep.Reaction;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.WorkerGate;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** Makes one plan about locked memory: processes and what they map first, then whatever comes. */
final class LockCook {
  private static final int STEPS = 24;

  private final Weights w;
  private final Random random;
  private final Declaration declared;
  private final LockWorldCook world;
  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> out = new ArrayList<>();
  private final List<Integer> paused = new ArrayList<>();
  private final List<Aim> aims = new ArrayList<>();
  private int lastName = 100;

  /**
   * Pages that a step asks to lock.
   *
   * @param proc whose
   * @param at which
   */
  private record Aim(int proc, Range at) {}

  /** What is wrong with a lock, on purpose. */
  private enum Wrong {
    NOTHING,
    RANGE,
    FLAGS,
    VECTOR,
    TWO_THINGS
  }

  LockCook(Weights weights, Random random, Declaration declared) {
    this.w = weights;
    this.random = random;
    this.declared = declared;
    world = new LockWorldCook(random, declared);
  }

  Plan plan() {
    world.begin(steps);
    limits();
    int begun = steps.size();
    int motif = random.nextInt(STEPS);
    boolean told = false;
    while (steps.size() < begun + STEPS) {
      if (!told && steps.size() - begun >= motif) {
        told = true;
        motif();
      }
      step();
    }
    return new Plan(Map.of(), false, steps);
  }

  /** Mostly there is a limit: without one illumos counts nothing. */
  private void limits() {
    for (int project : world.projects()) {
      if (declared.offers(Feature.PROJECT_LIMIT) && chance(75)) {
        steps.add(new LockStep.Limit(Holder.PROJECT, project, Size.pages(2 + random.nextInt(14))));
      }
    }
    for (int zone : world.zones()) {
      if (declared.offers(Feature.ZONE_LIMIT) && chance(45)) {
        steps.add(new LockStep.Limit(Holder.ZONE, zone, Size.pages(2 + random.nextInt(14))));
      }
    }
  }

  private void step() {
    int[] parts = {
      w.locks,
      w.unlocks,
      w.events,
      w.limits,
      w.settles,
      w.gates,
      w.moves,
      w.mlocks,
      w.pageOuts,
      w.allocs,
      w.faults,
      w.resumes
    };
    int sum = 0;
    for (int part : parts) {
      sum += part;
    }
    int dice = random.nextInt(sum);
    int what = 0;
    while (dice >= parts[what]) {
      dice -= parts[what++];
    }
    switch (what) {
      case 0 -> lock();
      case 1 -> unlock();
      case 2 -> event();
      case 3 -> limit();
      case 4 -> steps.add(new Step.Settle());
      case 5 -> gate();
      case 6 -> world.move(steps);
      case 7 -> mlock();
      case 8 -> steps.add(new Step.PageOut());
      case 9 -> alloc();
      case 10 -> fault();
      default -> resume();
    }
  }

  /** What the recipe leans to most, it tells in one of these. */
  private void motif() {
    int proc = world.process();
    int name = lastName + 1;
    lastName += 3;
    int project = world.projectOf(proc);
    List<List<Step>> all = new ArrayList<>();
    if (w.gates > 5) {
      all.add(LockMotif.queued(proc, name));
      all.add(LockMotif.deniedBehindQueued(proc, name, project));
    }
    if (w.events > 5) {
      all.add(LockMotif.unlockedDuringCallback(proc, name));
      all.add(LockMotif.calledOnce(proc, name, LockMotif.munmap(proc)));
      all.add(LockMotif.calledOnce(proc, name, LockMotif.mprotect(proc)));
      all.add(LockMotif.stillPinned(proc, name));
    }
    int last = world.last();
    if (w.events > 5 && last != 0) {
      all.add(LockMotif.unlockedAtExit(last, name));
      all.add(LockMotif.calledOnce(last, name, new LockStep.Exit(last)));
    }
    if (w.events > 5 && proc != 0) {
      all.add(LockMotif.lockedWhileExiting(proc, name));
    }
    if (w.moves > 5) {
      all.add(LockMotif.moveDenied(proc, name, world.otherProject(proc)));
      all.add(LockMotif.zoneEntered(proc, name, world.zone()));
    }
    if (w.mlocks > 10 && proc != 0) {
      all.add(LockMotif.mlockedAtExit(proc));
    }
    if (w.pageOuts > 5 || w.limits > 5) {
      all.add(LockMotif.deniedOverPagedOut(proc, name, project));
      all.add(LockMotif.limitImposed(proc, name, project));
      all.add(LockMotif.limitLowered(proc, name, project));
    }
    if (w.limits > 10) {
      all.add(LockMotif.overflow(proc, name, project, declared.pageSize()));
    }
    if (w.errors > 20 && declared.offers(Feature.LOCKMEMORY)) {
      all = List.of(LockMotif.patchwork(proc, name, declared.mappings()));
    }
    if (!all.isEmpty()) {
      steps.addAll(all.get(random.nextInt(all.size())));
    }
  }

  // ---- Locks.

  private void lock() {
    int proc = world.process();
    Wrong wrong = Wrong.NOTHING;
    if (chance(w.errors)) {
      wrong = Wrong.values()[1 + random.nextInt(Wrong.values().length - 1)];
    }
    boolean two = wrong == Wrong.TWO_THINGS;
    Range at = wrong == Wrong.RANGE || two ? wrongRange(proc) : range(proc);
    boolean wrongFlags = wrong == Wrong.FLAGS || two;
    if (chance(w.lockmemory) && declared.offers(Feature.LOCKMEMORY)) {
      lockMemory(proc, at, wrong == Wrong.VECTOR, wrongFlags);
    } else {
      steps.add(new LockStep.Lock(name(), proc, at, flags(wrongFlags, 0x4), Context.USER));
    }
    if (wrong == Wrong.NOTHING && at.len().base() == Size.Base.ZERO) {
      aims.add(new Aim(proc, at));
    }
  }

  private int name() {
    out.add(++lastName);
    return lastName;
  }

  private void lockMemory(int proc, Range at, boolean wrongVector, boolean wrongFlags) {
    CallbackVector vector = chance(60) ? CallbackVector.CLEANUP : CallbackVector.NONE;
    if (wrongVector && chance(70)) {
      vector = new CallbackVector(true, random.nextInt(3), random.nextBoolean());
    }
    int flags = flags(wrongFlags, 0x8);
    if (vector.calls() ? chance(75) : wrongVector) {
      flags |= DDI_UMEMLOCK_LONGTERM;
    }
    boolean named = chance(55);
    int by = named && chance(60) ? world.process() : proc;
    int owner = named ? proc : LockStep.LockMemory.CURRENT;
    lockMemory(by, owner, at, flags, vector);
  }

  private void lockMemory(int by, int owner, Range at, int flags, CallbackVector vector) {
    int name = name();
    Reaction reaction = Reaction.values()[random.nextInt(Reaction.values().length)];
    if (reaction == Reaction.PAUSE) {
      paused.add(name);
    }
    steps.add(new LockStep.LockMemory(name, by, owner, at, flags, vector, reaction));
  }

  private int flags(boolean wrong, int unknown) {
    if (wrong) {
      int[] some = {0, unknown, unknown | DDI_UMEMLOCK_READ, 0x8000_0000 | DDI_UMEMLOCK_WRITE};
      return some[random.nextInt(some.length)];
    }
    int[] some = {
      DDI_UMEMLOCK_READ,
      DDI_UMEMLOCK_READ,
      DDI_UMEMLOCK_WRITE,
      DDI_UMEMLOCK_READ | DDI_UMEMLOCK_WRITE
    };
    return some[random.nextInt(some.length)];
  }

  /** Some pages of a mapping, of two side by side, or as many as the limit leaves. */
  private Range range(int proc) {
    LockWorldCook.Segment s = world.segment(proc);
    if (chance(w.room)) {
      Size room = new Size(Size.Base.ROOM, random.nextInt(4) - 1, 0);
      return new Range(LockWorldCook.LARGE, 0, room);
    }
    long from = s.page() + random.nextInt(s.pages());
    long most = s.page() + s.pages() - from;
    long pages = 1 + random.nextInt((int) most);
    return Range.pages(from, chance(20) ? most + 1 + random.nextInt(2) : pages);
  }

  private Range wrongRange(int proc) {
    long p = declared.pageSize();
    long top = -(declared.window().base() / p) - 1; // The last page of the address space.
    Range right = range(proc);
    return switch (random.nextInt(10)) {
      case 0 -> new Range(right.page(), 1, right.len());
      case 1 -> new Range(right.page(), p / 2, right.len());
      case 2 -> new Range(right.page(), 0, new Size(Size.Base.ZERO, 1, -1));
      case 3 -> new Range(right.page(), 0, new Size(Size.Base.ZERO, 1, 1));
      case 4, 5 -> new Range(right.page(), 0, Size.bytes(0));
      case 6 -> new Range(top, 0, Size.pages(1 + random.nextInt(3)));
      case 7 -> new Range(right.page(), 0, new Size(Size.Base.SIZE_MAX, -random.nextInt(2), 1 - p));
      case 8 -> acrossAHole(proc);
      default -> Range.pages(world.hole(), 1 + random.nextInt(3));
    };
  }

  /** Begins and ends in a mapping, if there is a hole of a page behind the first of them. */
  private Range acrossAHole(int proc) {
    LockWorldCook.Segment s = world.segment(proc);
    return Range.pages(s.page() + s.pages() - 1, 3);
  }

  private void unlock() {
    if (out.isEmpty()) {
      lock();
      return;
    }
    int name = out.remove(random.nextInt(out.size()));
    Context context =
        chance(w.interrupts)
            ? Context.INTERRUPT
            : random.nextInt(4) == 0 ? Context.KERNEL : Context.USER;
    steps.add(new LockStep.Unlock(name, world.process(), context, chance(6)));
  }

  private void resume() {
    if (!paused.isEmpty()) {
      steps.add(new LockStep.Resume(paused.remove(random.nextInt(paused.size()))));
    }
  }

  // ---- What happens around them.

  /** Mostly where something was locked. */
  private void event() {
    int proc = world.process();
    LockWorldCook.Segment s = world.segment(proc);
    long from = s.page() + random.nextInt(s.pages());
    long pages = 1 + random.nextInt((int) (s.page() + s.pages() - from));
    if (!aims.isEmpty() && chance(65)) {
      Aim aim = aims.get(aims.size() - 1 - random.nextInt(Math.min(4, aims.size())));
      proc = aim.proc();
      from = aim.at().page() + random.nextInt((int) aim.at().len().pages());
      pages = 1;
    }
    int dice = random.nextInt(10);
    if (dice < 5) {
      steps.add(new LockStep.Munmap(proc, from, pages));
    } else if (dice < 7 && declared.offers(Feature.PROTECTION)) {
      steps.add(new LockStep.Mprotect(proc, from, pages, 1 + random.nextInt(3)));
    } else if (dice < 9) {
      world.exit(steps);
    } else {
      world.vfork(steps);
    }
    if (chance(70)) {
      steps.add(new Step.Settle());
    }
  }

  private void limit() {
    Holder of = chance(60) ? Holder.PROJECT : Holder.ZONE;
    int name = of == Holder.PROJECT ? world.project() : world.zone();
    Size amount =
        switch (random.nextInt(5)) {
          case 0 -> new Size(Size.Base.SIZE_MAX, 0, 0);
          case 1 -> Size.pages(random.nextInt(10));
          default -> new Size(Size.Base.USED, random.nextInt(5) - 1, 0);
        };
    steps.add(new LockStep.Limit(of, name, amount));
  }

  private void gate() {
    int dice = random.nextInt(10);
    steps.add(
        new LockStep.GateWorker(
            dice < 5 ? WorkerGate.HOLD : dice < 8 ? WorkerGate.STEP : WorkerGate.RELEASE));
  }

  private void mlock() {
    int proc = world.process();
    LockWorldCook.Segment s = world.segment(proc);
    steps.add(
        chance(70)
            ? new LockStep.Mlock(proc, s.page(), s.pages())
            : new LockStep.Munlock(proc, s.page(), s.pages()));
  }

  private void alloc() {
    int name = ++lastName;
    steps.add(new Step.Alloc(name, Size.pages(1), UmemFlag.DDI_UMEM_NOSLEEP, Context.USER));
    if (random.nextBoolean()) {
      steps.add(new Step.Free(name, Context.USER));
    }
  }

  private void fault() {
    FaultyStep which = chance(65) ? FaultyStep.PAGE_LOCK : FaultyStep.REGISTER_CALLBACK;
    steps.add(new LockStep.FailNext(which, random.nextBoolean() ? Errno.EAGAIN : Errno.ENOMEM));
    lock();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
