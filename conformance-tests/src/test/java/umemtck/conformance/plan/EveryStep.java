package umemtck.conformance.plan;

import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_LONGTERM;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_READ;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_WRITE;

import java.util.List;
import java.util.Map;
import umemtck.conformance.plan.ExportStep.Of;
import umemtck.conformance.plan.ExportStep.Setup;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.conformance.plan.LockStep.Reaction;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.WorkerGate;

/** Plans that hold every kind of step, none of them as simple as it could be. */
public final class EveryStep {
  /** Steps about allocations. */
  public static final Plan ABOUT_ALLOCATIONS =
      new Plan(
          Map.of(Resource.SWAP, 3L, Resource.PAGES, 8L),
          true,
          List.of(
              new Step.Alloc(1, Size.belowMax(1, 2), 7, Context.INTERRUPT),
              new Step.Alloc(2, new Size(Size.Base.FREE, -1, 1), 0, Context.USER),
              new Step.Free(1, Context.KERNEL),
              new Step.FreeNull(Context.USER),
              new Step.FreeStranger(),
              new Step.Rewrite(2),
              new Step.Unmarked(),
              new Step.Fill(2, new Size(Size.Base.COOKIE, 0, -1), Size.bytes(1), 7),
              new Step.SetFree(Resource.COOKIES, Long.MAX_VALUE),
              new Step.PageOut(),
              new Step.Settle()));

  /** Steps about locked memory. */
  public static final Plan ABOUT_LOCKED_MEMORY =
      new Plan(
          Map.of(),
          true,
          List.of(
              new Step.Alloc(1, Size.pages(1), 1, Context.USER),
              new LockStep.NewZone(1),
              new LockStep.NewProject(2, 1),
              new LockStep.NewProcess(2, 2),
              new LockStep.Vfork(3, 2),
              new LockStep.Settaskid(2, 1),
              new LockStep.ZoneEnter(2, 1),
              new LockStep.Limit(Holder.ZONE, 1, new Size(Size.Base.USED, 1, -1)),
              new LockStep.Mmap(2, 3, 4, MappingKind.SHARED_MEMORY, Prot.READ),
              new LockStep.UserFill(2, Range.pages(3, 1), 1),
              new LockStep.UserLook(2, Range.pages(3, 1), 1),
              new LockStep.Mprotect(2, 4, 2, Prot.NONE),
              new LockStep.Mlock(2, 3, 2),
              new LockStep.Munlock(2, 3, 2),
              new LockStep.FailNext(FaultyStep.PAGE_LOCK, Errno.EAGAIN),
              new LockStep.Lock(
                  1,
                  2,
                  new Range(3, 1, new Size(Size.Base.ROOM, 1, 1)),
                  DDI_UMEMLOCK_WRITE,
                  Context.INTERRUPT),
              new LockStep.LockMemory(
                  2,
                  3,
                  2,
                  Range.pages(3, 3),
                  DDI_UMEMLOCK_READ | DDI_UMEMLOCK_WRITE | DDI_UMEMLOCK_LONGTERM,
                  CallbackVector.CLEANUP,
                  Reaction.PAUSE),
              new LockStep.LockMemory(
                  3,
                  0,
                  LockStep.LockMemory.CURRENT,
                  Range.pages(-1, 1),
                  DDI_UMEMLOCK_READ,
                  CallbackVector.NONE,
                  Reaction.UNLOCK),
              new LockStep.GateWorker(WorkerGate.STEP),
              new LockStep.Unread(Holder.PROCESS),
              new LockStep.Unlock(1, 2, Context.INTERRUPT, true),
              new LockStep.UnlockAllocated(1),
              new LockStep.Munmap(2, 3, 4),
              new LockStep.Resume(2),
              new LockStep.Exit(2)));

  /** Steps about bufs. */
  public static final Plan ABOUT_BUFS =
      new Plan(
          Map.of(),
          true,
          List.of(
              new Step.Alloc(1, Size.pages(2), 1, Context.USER),
              new LockStep.Mmap(0, 0, 2, MappingKind.ANON_PRIVATE, Prot.READ | Prot.WRITE),
              new LockStep.Lock(1, 0, Range.pages(0, 2), DDI_UMEMLOCK_WRITE, Context.USER),
              new LockStep.FailNext(FaultyStep.BUF, Errno.ENOMEM),
              new BufStep.Setup(
                  1,
                  1,
                  false,
                  new Size(Size.Base.COOKIE, -1, 1),
                  new Size(Size.Base.COOKIE, 0, -7),
                  BufFlag.B_READ,
                  UmemFlag.DDI_UMEM_SLEEP,
                  Context.KERNEL),
              new BufStep.Setup(
                  2,
                  1,
                  true,
                  Size.pages(1),
                  Size.belowMax(1, 2),
                  BufFlag.B_WRITE,
                  7,
                  Context.INTERRUPT),
              new BufStep.Transfer(1),
              new BufStep.Device(1, 255),
              new BufStep.Free(1, Context.INTERRUPT)));

  /** Steps about mapped devices, and about the driver of Example 10-4. */
  public static final Plan ABOUT_EXPORTS =
      new Plan(
          Map.of(),
          false,
          List.of(
              new Step.Alloc(1, Size.pages(3), 1, Context.USER),
              new LockStep.Mmap(0, 40, 2, MappingKind.ANON_PRIVATE, Prot.READ | Prot.WRITE),
              new LockStep.Lock(2, 0, Range.pages(40, 2), DDI_UMEMLOCK_WRITE, Context.USER),
              new LockStep.NewProcess(1, 0),
              new ExportStep.Model(1, DataModel.DDI_MODEL_ILP32),
              new ExportStep.Map(
                  1,
                  1,
                  2,
                  3,
                  Prot.READ,
                  MapFlag.MAP_PRIVATE,
                  Prot.READ | Prot.WRITE,
                  new Setup(
                      new Of(2, true, Size.pages(1), new Size(Size.Base.COOKIE, 1, -8)),
                      Prot.READ | Prot.USER,
                      DevmapFlag.DEVMAP_ALLOW_REMAP | DevmapFlag.DEVMAP_MAPPING_INVALID,
                      DevmapCallback.DEVMAP_MAP | DevmapCallback.DEVMAP_ACCESS),
                  Setup.plain(new Of(ExportStep.NULL, false, Size.belowMax(1, 2), Size.pages(3))),
                  -1,
                  Errno.ENXIO),
              ExportStep.Map.plain(
                  2,
                  0,
                  6,
                  2,
                  Setup.plain(new Of(1, false, new Size(Size.Base.COOKIE, -2, 0), Size.pages(2)))),
              new ExportStep.Remap(
                  2,
                  new Of(2, true, Size.pages(1), new Size(Size.Base.COOKIE, 0, 1)),
                  Prot.READ | Prot.USER,
                  DevmapFlag.IOMEM_DATA_CACHED),
              new ExportStep.Protect(0, 6, 1, Prot.READ),
              new ExportStep.Touch(2),
              new ExportStep.Load(2),
              new ExportStep.Fork(3, 1),
              new ExportStep.SharedMap(1, 9, 2, 1),
              new ExportStep.SharedTouch(1),
              new ExportStep.SharedTouch(ExportStep.NULL),
              new ExportStep.SharedDetach()));

  /** All of them. */
  /** Calls that overlap. */
  static final Plan ABOUT_OVERLAPS =
      new Plan(
          Map.of(),
          false,
          List.of(
              new OverlapStep(
                  List.of(
                      List.of(
                          new Step.Alloc(1, Size.pages(2), 0, Context.USER), new Step.Rewrite(1)),
                      List.of(
                          new LockStep.Lock(2, 0, LockStep.Range.pages(0, 2), 1, Context.USER),
                          new LockStep.Unlock(2, 0, Context.INTERRUPT, false))),
                  List.of(new OverlapStep.Turn(0, 1), new OverlapStep.Turn(3, 2)))));

  public static final List<Plan> ALL =
      List.of(ABOUT_ALLOCATIONS, ABOUT_LOCKED_MEMORY, ABOUT_BUFS, ABOUT_EXPORTS, ABOUT_OVERLAPS);

  private EveryStep() {}
}
