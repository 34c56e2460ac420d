package umemtck.conformance.plan;

import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_LONGTERM;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_READ;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.conformance.plan.LockStep.Reaction;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.WorkerGate;

/**
 * Short sequences that chance alone would seldom find: each is about one thing that takes several
 * steps in order. They work on a process's large mapping, and leave the rest of the plan to chance.
 */
final class LockMotif {
  private static final int READ = DDI_UMEMLOCK_READ;
  private static final long AT = LockWorldCook.LARGE;

  /** Behind the large mapping, where nothing is. */
  private static final long PATCHES = AT + 18;

  private LockMotif() {}

  /** Two unlocks of different lengths wait for the worker, which does one. */
  static List<Step> queued(int proc, int name) {
    return List.of(
        new LockStep.GateWorker(WorkerGate.HOLD),
        new LockStep.Lock(name, proc, Range.pages(AT, 2), READ, Context.USER),
        new LockStep.Lock(name + 1, proc, Range.pages(AT + 2, 1), READ, Context.USER),
        new LockStep.Unlock(name, proc, Context.INTERRUPT, false),
        new LockStep.Unlock(name + 1, proc, Context.INTERRUPT, false),
        new LockStep.GateWorker(WorkerGate.STEP),
        new LockStep.GateWorker(WorkerGate.STEP));
  }

  /** While an unlock waits for the worker, the limit leaves room for one page less than asked. */
  static List<Step> deniedBehindQueued(int proc, int name, int project) {
    return List.of(
        new LockStep.GateWorker(WorkerGate.HOLD),
        new LockStep.Lock(name, proc, Range.pages(AT, 2), READ, Context.USER),
        new LockStep.Limit(Holder.PROJECT, project, new Size(Size.Base.USED, 0, 0)),
        new LockStep.Unlock(name, proc, Context.INTERRUPT, false),
        new LockStep.Lock(name + 1, proc, Range.pages(AT + 4, 1), READ, Context.USER),
        new LockStep.GateWorker(WorkerGate.RELEASE),
        new Step.Settle());
  }

  /** An event calls; somebody else unlocks, and another lock is made, before the function ends. */
  static List<Step> unlockedDuringCallback(int proc, int name) {
    int flags = READ | DDI_UMEMLOCK_LONGTERM;
    return List.of(
        new LockStep.LockMemory(
            name, proc, proc, Range.pages(AT, 2), flags, CallbackVector.CLEANUP, Reaction.PAUSE),
        new LockStep.Munmap(proc, AT, 1),
        new LockStep.Unlock(name, 0, Context.USER, false),
        new LockStep.Lock(name + 1, proc, Range.pages(AT + 4, 1), READ, Context.USER),
        new LockStep.Resume(name),
        new Step.Settle());
  }

  /**
   * Two pages, a file mapped shared, a hole, and a page; LONGTERM locks beside the file and over
   * it, and a lock across the hole.
   */
  static List<Step> patchwork(int proc, int name, Set<MappingKind> kinds) {
    MappingKind plain = Collections.min(kinds);
    MappingKind file = kinds.contains(MappingKind.FILE_SHARED) ? MappingKind.FILE_SHARED : plain;
    int rw = Prot.READ | Prot.WRITE;
    return List.of(
        new LockStep.Mmap(proc, PATCHES, 2, plain, rw),
        new LockStep.Mmap(proc, PATCHES + 2, 1, file, rw),
        new LockStep.Mmap(proc, PATCHES + 4, 1, plain, rw),
        longterm(proc, name, Range.pages(PATCHES, 2)),
        longterm(proc, name + 1, Range.pages(PATCHES + 1, 2)),
        new LockStep.Lock(name + 2, proc, Range.pages(PATCHES + 1, 4), READ, Context.USER));
  }

  private static Step longterm(int proc, int name, Range at) {
    int flags = READ | DDI_UMEMLOCK_LONGTERM;
    return new LockStep.LockMemory(
        name, proc, proc, at, flags, CallbackVector.CLEANUP, Reaction.UNLOCK);
  }

  /** Pages are mlocked, one of them twice, and their process exits. */
  static List<Step> mlockedAtExit(int proc) {
    return List.of(
        new LockStep.Mlock(proc, AT, 2),
        new LockStep.Mlock(proc, AT + 1, 2),
        new LockStep.Exit(proc),
        new Step.Settle());
  }

  /** Takes the first page of the large mapping away. */
  static Step munmap(int proc) {
    return new LockStep.Munmap(proc, AT, 1);
  }

  /** Changes what may be done to the first page of the large mapping. */
  static Step mprotect(int proc) {
    return new LockStep.Mprotect(proc, AT, 1, Prot.READ);
  }

  /** An event calls; a second one touches the lock whose function was called already. */
  static List<Step> calledOnce(int proc, int name, Step event) {
    int flags = READ | DDI_UMEMLOCK_LONGTERM;
    return List.of(
        new LockStep.LockMemory(
            name, proc, proc, Range.pages(AT, 3), flags, CallbackVector.CLEANUP, Reaction.RECORD),
        event,
        new Step.Settle(),
        new LockStep.Munmap(proc, AT + 1, 1),
        new Step.Settle(),
        new LockStep.Unlock(name, 0, Context.USER, false),
        new Step.Settle());
  }

  /** An exit calls a function that unlocks. */
  static List<Step> unlockedAtExit(int proc, int name) {
    return List.of(
        longterm(proc, name, Range.pages(AT, 1)), new LockStep.Exit(proc), new Step.Settle());
  }

  /** A lock is still pinned when another of the same pages is unlocked. */
  static List<Step> stillPinned(int proc, int name) {
    return List.of(
        new LockStep.Lock(name, proc, Range.pages(AT, 2), READ, Context.USER),
        new LockStep.Lock(name + 1, proc, Range.pages(AT, 1), READ, Context.USER),
        new LockStep.Unlock(name, proc, Context.USER, false),
        new LockStep.Munmap(proc, AT, 1),
        new Step.Settle(),
        new LockStep.Unlock(name + 1, proc, Context.USER, false),
        new Step.Settle());
  }

  /** A process with counted memory meets a limit where it wants to go. */
  static List<Step> moveDenied(int proc, int name, int project) {
    return List.of(
        new LockStep.Limit(Holder.PROJECT, project, Size.pages(1)),
        new LockStep.Lock(name, proc, Range.pages(AT, 2), READ, Context.USER),
        new LockStep.Settaskid(proc, project),
        new LockStep.Limit(Holder.PROJECT, project, Size.pages(9)),
        new LockStep.Settaskid(proc, project),
        new LockStep.Unlock(name, proc, Context.USER, false));
  }

  /** A process with counted memory enters another zone. */
  static List<Step> zoneEntered(int proc, int name, int zone) {
    return List.of(
        new LockStep.Lock(name, proc, Range.pages(AT, 2), READ, Context.USER),
        new LockStep.ZoneEnter(proc, zone),
        new LockStep.Unlock(name, proc, Context.USER, false));
  }

  /** A denial over pages that are out. */
  static List<Step> deniedOverPagedOut(int proc, int name, int project) {
    return List.of(
        new Step.PageOut(),
        new LockStep.Limit(Holder.PROJECT, project, new Size(Size.Base.USED, 1, 0)),
        new LockStep.Lock(name, proc, Range.pages(AT, 2), READ, Context.USER));
  }

  /** Locks are made without limits; a limit comes; one more is made, just at it. */
  static List<Step> limitImposed(int proc, int name, int project) {
    Size none = new Size(Size.Base.SIZE_MAX, 0, 0);
    return List.of(
        new LockStep.Limit(Holder.PROJECT, project, none),
        new LockStep.Limit(Holder.ZONE, 0, none),
        new LockStep.Lock(name, proc, Range.pages(AT, 3), READ, Context.USER),
        new LockStep.Limit(Holder.PROJECT, project, new Size(Size.Base.USED, 2, 0)),
        new LockStep.Lock(name + 1, proc, Range.pages(AT + 4, 2), READ, Context.USER),
        new LockStep.Unlock(name, proc, Context.USER, false));
  }

  /** What is counted and what is asked for are together more than the largest number. */
  static List<Step> overflow(int proc, int name, int project, long pageSize) {
    Size allButAPage = Size.belowMax(0, 1 - pageSize);
    return List.of(
        new LockStep.Limit(Holder.PROJECT, project, new Size(Size.Base.USED, 20, 0)),
        new LockStep.Lock(name, proc, Range.pages(AT, 2), READ, Context.USER),
        new LockStep.Lock(name + 1, proc, new Range(AT + 2, 0, allButAPage), READ, Context.USER));
  }

  /** A limit is lowered below what is counted; what is locked stays so. */
  static List<Step> limitLowered(int proc, int name, int project) {
    return List.of(
        new LockStep.Limit(Holder.PROJECT, project, Size.pages(12)),
        new LockStep.Lock(name, proc, Range.pages(AT, 3), READ, Context.USER),
        new LockStep.Limit(Holder.PROJECT, project, new Size(Size.Base.USED, -1, 0)),
        new LockStep.Lock(name + 1, proc, Range.pages(AT + 4, 1), READ, Context.USER),
        new LockStep.Munmap(proc, AT, 1),
        new Step.Settle(),
        new LockStep.Unlock(name, proc, Context.USER, false),
        new Step.Settle());
  }

  /** A lock is asked for, for a process that is on its way out. */
  static List<Step> lockedWhileExiting(int proc, int name) {
    int flags = READ | DDI_UMEMLOCK_LONGTERM;
    return List.of(
        new LockStep.Lock(name, proc, Range.pages(AT, 1), READ, Context.USER),
        new LockStep.Exit(proc),
        new LockStep.LockMemory(
            name + 1,
            0,
            proc,
            Range.pages(AT + 4, 1),
            flags,
            CallbackVector.CLEANUP,
            Reaction.RECORD),
        new LockStep.Unlock(name, 0, Context.USER, false),
        new Step.Settle());
  }
}
