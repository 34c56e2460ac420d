package umemtck.conformance.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;

/**
 * One thing to do. A step names the allocation it is about, not its place in the list; so any
 * sublist of a plan is a plan. A step that cannot be done, or would break a duty of the caller, is
 * passed over.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Step.Alloc.class, name = "ddi_umem_alloc"),
  @JsonSubTypes.Type(value = Step.Free.class, name = "ddi_umem_free"),
  @JsonSubTypes.Type(value = Step.FreeNull.class, name = "ddi_umem_free_null"),
  @JsonSubTypes.Type(value = Step.FreeStranger.class, name = "ddi_umem_free_stranger"),
  @JsonSubTypes.Type(value = Step.Rewrite.class, name = "rewrite"),
  @JsonSubTypes.Type(value = Step.Fill.class, name = "fill"),
  @JsonSubTypes.Type(value = Step.Unmarked.class, name = "unmarked"),
  @JsonSubTypes.Type(value = Step.SetFree.class, name = "set_free"),
  @JsonSubTypes.Type(value = Step.PageOut.class, name = "page_out"),
  @JsonSubTypes.Type(value = Step.Settle.class, name = "settle"),
  @JsonSubTypes.Type(value = LockStep.Lock.class, name = "ddi_umem_lock"),
  @JsonSubTypes.Type(value = LockStep.LockMemory.class, name = "umem_lockmemory"),
  @JsonSubTypes.Type(value = LockStep.Unlock.class, name = "ddi_umem_unlock"),
  @JsonSubTypes.Type(value = LockStep.UnlockAllocated.class, name = "ddi_umem_unlock_allocated"),
  @JsonSubTypes.Type(value = LockStep.Resume.class, name = "resume_cleanup"),
  @JsonSubTypes.Type(value = LockStep.Mmap.class, name = "mmap"),
  @JsonSubTypes.Type(value = LockStep.Munmap.class, name = "munmap"),
  @JsonSubTypes.Type(value = LockStep.Mprotect.class, name = "mprotect"),
  @JsonSubTypes.Type(value = LockStep.UserFill.class, name = "user_fill"),
  @JsonSubTypes.Type(value = LockStep.UserLook.class, name = "user_matches"),
  @JsonSubTypes.Type(value = LockStep.Exit.class, name = "exit"),
  @JsonSubTypes.Type(value = LockStep.NewProcess.class, name = "new_process"),
  @JsonSubTypes.Type(value = LockStep.Vfork.class, name = "vfork"),
  @JsonSubTypes.Type(value = LockStep.NewProject.class, name = "new_project"),
  @JsonSubTypes.Type(value = LockStep.NewZone.class, name = "new_zone"),
  @JsonSubTypes.Type(value = LockStep.Settaskid.class, name = "settaskid"),
  @JsonSubTypes.Type(value = LockStep.ZoneEnter.class, name = "zone_enter"),
  @JsonSubTypes.Type(value = LockStep.Limit.class, name = "set_limit"),
  @JsonSubTypes.Type(value = LockStep.Mlock.class, name = "mlock"),
  @JsonSubTypes.Type(value = LockStep.Munlock.class, name = "munlock"),
  @JsonSubTypes.Type(value = LockStep.FailNext.class, name = "fail_next"),
  @JsonSubTypes.Type(value = LockStep.GateWorker.class, name = "gate_worker"),
  @JsonSubTypes.Type(value = LockStep.Unread.class, name = "unread"),
  @JsonSubTypes.Type(value = OverlapStep.class, name = "overlap"),
  @JsonSubTypes.Type(value = BufStep.Setup.class, name = "ddi_umem_iosetup"),
  @JsonSubTypes.Type(value = BufStep.Free.class, name = "freerbuf"),
  @JsonSubTypes.Type(value = BufStep.Transfer.class, name = "transfer"),
  @JsonSubTypes.Type(value = BufStep.Device.class, name = "strategy"),
  @JsonSubTypes.Type(value = ExportStep.Map.class, name = "devmap_umem_setup"),
  @JsonSubTypes.Type(value = ExportStep.Remap.class, name = "devmap_umem_remap"),
  @JsonSubTypes.Type(value = ExportStep.Protect.class, name = "devmap_mprotect"),
  @JsonSubTypes.Type(value = ExportStep.Fork.class, name = "fork"),
  @JsonSubTypes.Type(value = ExportStep.Model.class, name = "set_data_model"),
  @JsonSubTypes.Type(value = ExportStep.Touch.class, name = "touch"),
  @JsonSubTypes.Type(value = ExportStep.Load.class, name = "load"),
  @JsonSubTypes.Type(value = ExportStep.SharedMap.class, name = "shared_mmap"),
  @JsonSubTypes.Type(value = ExportStep.SharedDetach.class, name = "shared_detach"),
  @JsonSubTypes.Type(value = ExportStep.SharedTouch.class, name = "shared_touch")
})
public sealed interface Step
    permits LockStep,
        BufStep,
        ExportStep,
        OverlapStep,
        Step.Alloc,
        Step.Free,
        Step.FreeNull,
        Step.FreeStranger,
        Step.Rewrite,
        Step.Fill,
        Step.Unmarked,
        Step.SetFree,
        Step.PageOut,
        Step.Settle {
  /**
   * Allocates. What comes is looked at, and stored to, up to its last byte.
   *
   * @param name by which later steps know what it gave
   * @param size how much
   * @param flag bits of {@link umemtck.spec.ddi.UmemFlag}
   * @param context of the caller
   */
  record Alloc(int name, Size size, int flag, Context context) implements Step {}

  /**
   * Frees what a step of that name allocated. What is there is looked at, and made dirty, first. In
   * a plan that misuses, also a second time.
   *
   * @param name of the allocation
   * @param context of the caller
   */
  record Free(int name, Context context) implements Step {}

  /**
   * Frees NULL.
   *
   * @param context of the caller
   */
  record FreeNull(Context context) implements Step {}

  /** Frees something that never was a cookie; only in a plan that misuses. */
  record FreeStranger() implements Step {}

  /**
   * Looks at an allocation and stores a new value all over it.
   *
   * @param name of the allocation
   */
  record Rewrite(int name) implements Step {}

  /**
   * Stores to a part of an allocation.
   *
   * @param name of the allocation
   * @param from first byte; {@link Size.Base#COOKIE} counts from the end of the memory
   * @param len how many bytes
   * @param value a byte
   */
  record Fill(int name, Size from, Size len, int value) implements Step {}

  /**
   * From here on memory is stored to only by steps that say so. It is looked at as before. A tour
   * does so: what is in memory is part of a state of the specification.
   */
  record Unmarked() implements Step {}

  /**
   * Changes how much is free.
   *
   * @param resource of what
   * @param amount pages, or cookies
   */
  record SetFree(Resource resource, @JsonFormat(shape = JsonFormat.Shape.STRING) long amount)
      implements Step {}

  /** Pages out whatever may be; looks at what must stay. */
  record PageOut() implements Step {}

  /** Lets everything run that can. */
  record Settle() implements Step {}
}
