package umemtck.reference.cases;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;

/** Reads what a call gave. */
final class StepOutcome {
  private StepOutcome() {}

  static Outcome of(Call call, Fields gives) {
    return switch (call.op()) {
      case "ddi_umem_alloc" -> new Outcome.Allocated(gives.bits("address"), gives.bits("cookie"));
      case "ddi_umem_iosetup" -> new Outcome.SetUp(gives.bits("buf"));
      case "get_buf" ->
          new Outcome.Fields(
              gives.bufFlags("flags"),
              gives.bits("count"),
              gives.bits("dev"),
              gives.signed("blkno"),
              gives.bits("iodone"),
              gives.bits("addr"),
              gives.number("proc"));
      case "user_fill", "user_matches" -> touched(call, gives);
      case "memory_matches", "strategy", "shared_matches" -> matched(gives);
      case "devmap_umem_setup" -> ExportStep.mapped((Call.DevmapUmemSetup) call, gives);
      case "devmap_umem_remap", "shared_detach" -> new Outcome.Result((int) gives.number("result"));
      case "get_free", "page_out", "is_resident", "is_user_resident" ->
          new Outcome.Amount(gives.number("amount"));
      case "get_limit", "get_locked" -> new Outcome.Amount(gives.bits("bytes"));
      case "ddi_umem_lock", "umem_lockmemory" ->
          new Outcome.Locked(gives.errno(), gives.bits("cookie"));
      case "settaskid", "zone_enter", "mlock", "munlock", "devmap_mprotect", "shared_mmap" ->
          new Outcome.Result(gives.errno());
      case "new_process", "vfork", "fork", "new_project", "new_zone" ->
          new Outcome.Created(gives.number("id"));
      default -> Outcome.Done.INSTANCE;
    };
  }

  /** What an application gets: a signal, or what it would get of other memory. */
  private static Outcome touched(Call call, Fields gives) {
    if (gives.has("signal")) {
      return new Outcome.Signalled((int) gives.number("signal"));
    }
    return call instanceof Call.UserFill ? Outcome.Done.INSTANCE : matched(gives);
  }

  private static Outcome matched(Fields gives) {
    return new Outcome.Matched(gives.number("difference"), (int) gives.number("found"));
  }
}
