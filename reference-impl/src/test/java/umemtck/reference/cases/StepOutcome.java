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
      case "memory_matches", "strategy", "user_matches" ->
          new Outcome.Matched(gives.number("difference"), (int) gives.number("found"));
      case "get_free", "page_out", "is_resident", "is_user_resident" ->
          new Outcome.Amount(gives.number("amount"));
      case "get_limit", "get_locked" -> new Outcome.Amount(gives.bits("bytes"));
      case "ddi_umem_lock", "umem_lockmemory" ->
          new Outcome.Locked(gives.errno(), gives.bits("cookie"));
      case "settaskid", "zone_enter", "mlock", "munlock" -> new Outcome.Result(gives.errno());
      case "new_process", "vfork", "new_project", "new_zone" ->
          new Outcome.Created(gives.number("id"));
      default -> Outcome.Done.INSTANCE;
    };
  }
}
