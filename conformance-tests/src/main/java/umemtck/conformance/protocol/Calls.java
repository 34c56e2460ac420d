package umemtck.conformance.protocol;

import java.util.HashMap;
import java.util.Map;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;

/** For each call its name on the wire, its fields, and those of its answer. */
final class Calls {
  /**
   * One kind of call.
   *
   * @param op its name
   * @param arguments fields of the request
   * @param answer fields of the reply
   */
  record Form(String op, Fields arguments, Fields answer) {}

  private static final Map<Class<? extends Outcome.Returned>, Fields> ANSWERS = new HashMap<>();
  private static final Map<Class<? extends Call>, Form> BY_RECORD = new HashMap<>();
  private static final Map<String, Form> BY_OP = new HashMap<>();

  /** What a driver's routine answers: 0 or -1, which is no errno. */
  private static final Fields DDI_RESULT =
      new Fields(Outcome.Result.class, Map.of("errno", "result"));

  static {
    add("ddi_umem_alloc", Call.UmemAlloc.class, Outcome.Allocated.class);
    add("ddi_umem_free", Call.UmemFree.class, Outcome.Done.class);
    add("memory_fill", Call.MemoryFill.class, Outcome.Done.class);
    add("memory_matches", Call.MemoryMatches.class, Outcome.Matched.class);
    add("set_free", Call.SetFree.class, Outcome.Done.class);
    add("get_free", Call.GetFree.class, Outcome.Amount.class);
    add("page_out", Call.PageOut.class, Outcome.Amount.class);
    add("is_resident", Call.IsResident.class, Outcome.Amount.class);
    add("ddi_umem_lock", Call.UmemLock.class, Outcome.Locked.class);
    add("ddi_umem_unlock", Call.UmemUnlock.class, Outcome.Done.class);
    add("umem_lockmemory", Call.UmemLockMemory.class, Outcome.Locked.class);
    add("mmap", Call.Mmap.class, Outcome.Done.class);
    add("munmap", Call.Munmap.class, Outcome.Done.class);
    add("mprotect", Call.Mprotect.class, Outcome.Done.class);
    add("exit", Call.Exit.class, Outcome.Done.class);
    add("new_process", Call.NewProcess.class, Outcome.Created.class);
    add("vfork", Call.Vfork.class, Outcome.Created.class);
    add("new_project", Call.NewProject.class, Outcome.Created.class);
    add("new_zone", Call.NewZone.class, Outcome.Created.class);
    add("settaskid", Call.Settaskid.class, Outcome.Result.class);
    add("zone_enter", Call.ZoneEnter.class, Outcome.Result.class);
    add("set_limit", Call.SetLimit.class, Outcome.Done.class);
    add("get_limit", Call.GetLimit.class, Outcome.Amount.class);
    add("get_locked", Call.GetLocked.class, Outcome.Amount.class);
    add("mlock", Call.Mlock.class, Outcome.Result.class);
    add("munlock", Call.Munlock.class, Outcome.Result.class);
    add("is_user_resident", Call.IsUserResident.class, Outcome.Amount.class);
    add("fail_next", Call.FailNext.class, Outcome.Done.class);
    add("gate_worker", Call.GateWorker.class, Outcome.Done.class);
    add("ddi_umem_iosetup", Call.UmemIosetup.class, Outcome.SetUp.class);
    add("freerbuf", Call.Freerbuf.class, Outcome.Done.class);
    add("get_buf", Call.GetBuf.class, Outcome.Fields.class);
    add("strategy", Call.Strategy.class, Outcome.Matched.class);
    add("user_fill", Call.UserFill.class, Outcome.Done.class);
    add("user_matches", Call.UserMatches.class, Outcome.Matched.class);
    add("devmap_umem_setup", Call.DevmapUmemSetup.class, Outcome.Mapped.class);
    add("devmap_umem_remap", Call.DevmapUmemRemap.class, DDI_RESULT);
    add("devmap_mprotect", Call.DevmapMprotect.class, Outcome.Result.class);
    add("fork", Call.Fork.class, Outcome.Created.class);
    add("set_data_model", Call.SetDataModel.class, Outcome.Done.class);
    add("shared_mmap", Call.SharedMmap.class, Outcome.Result.class);
    add("shared_detach", Call.SharedDetach.class, DDI_RESULT);
    add("shared_fill", Call.SharedFill.class, Outcome.Done.class);
    add("shared_matches", Call.SharedMatches.class, Outcome.Matched.class);
  }

  private Calls() {}

  @SuppressWarnings("unchecked")
  private static void add(
      String op, Class<? extends Call> call, Class<? extends Outcome.Returned> outcome) {
    add(op, call, ANSWERS.computeIfAbsent(outcome, o -> new Fields((Class<? extends Record>) o)));
  }

  @SuppressWarnings("unchecked")
  private static void add(String op, Class<? extends Call> call, Fields answer) {
    Form form = new Form(op, new Fields((Class<? extends Record>) call), answer);
    BY_RECORD.put(call, form);
    BY_OP.put(op, form);
  }

  /** That of a call. */
  static Form of(Call call) {
    return BY_RECORD.get(call.getClass());
  }

  /** That of a name; null if no call has it. */
  static Form named(String op) {
    return BY_OP.get(op);
  }
}
