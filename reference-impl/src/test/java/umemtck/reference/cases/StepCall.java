package umemtck.reference.cases;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.WorkerGate;

/** Reads the call that a step makes. */
final class StepCall {
  private StepCall() {}

  static Call of(String what, Fields f) {
    return switch (what) {
      case "ddi_umem_alloc" -> new Call.UmemAlloc(f.bits("size"), f.allocFlags());
      case "ddi_umem_free" -> new Call.UmemFree(f.bits("cookie"));
      case "memory_fill" -> new Call.MemoryFill(f.bits("address"), f.bits("length"), value(f));
      case "memory_matches" ->
          new Call.MemoryMatches(f.bits("address"), f.bits("length"), value(f));
      case "set_free" -> new Call.SetFree(resource(f), f.number("amount"));
      case "get_free" -> new Call.GetFree(resource(f));
      case "page_out" -> new Call.PageOut();
      case "is_resident" -> new Call.IsResident(f.bits("address"));
      default -> locking(what, f);
    };
  }

  private static Call locking(String what, Fields f) {
    return switch (what) {
      case "ddi_umem_lock" -> new Call.UmemLock(addr(f), len(f), f.lockFlags());
      case "ddi_umem_unlock" -> new Call.UmemUnlock(f.bits("cookie"));
      case "umem_lockmemory" ->
          new Call.UmemLockMemory(addr(f), len(f), f.lockFlags(), vector(f), f.number("procp"));
      case "mmap" ->
          new Call.Mmap(proc(f), addr(f), len(f), f.name(MappingKind.class, "kind"), f.prot());
      case "munmap" -> new Call.Munmap(proc(f), addr(f), len(f));
      case "mprotect" -> new Call.Mprotect(proc(f), addr(f), len(f), f.prot());
      case "mlock" -> new Call.Mlock(proc(f), addr(f), len(f));
      case "munlock" -> new Call.Munlock(proc(f), addr(f), len(f));
      case "is_user_resident" -> new Call.IsUserResident(proc(f), addr(f));
      case "fail_next" -> new Call.FailNext(f.name(FaultyStep.class, "step"), f.errno());
      case "gate_worker" -> new Call.GateWorker(f.name(WorkerGate.class, "gate"));
      case "ddi_umem_iosetup" -> iosetup(f);
      case "freerbuf" -> new Call.Freerbuf(f.bits("buf"));
      case "get_buf" -> new Call.GetBuf(f.bits("buf"));
      case "strategy" -> new Call.Strategy(f.bits("buf"), value(f));
      case "user_fill" -> new Call.UserFill(proc(f), addr(f), len(f), value(f));
      case "user_matches" -> new Call.UserMatches(proc(f), addr(f), len(f), value(f));
      default -> parties(what, f);
    };
  }

  private static Call iosetup(Fields f) {
    return new Call.UmemIosetup(
        f.bits("cookie"),
        f.signed("off"),
        len(f),
        f.direction(),
        f.bitsOr0("dev"),
        f.has("blkno") ? f.signed("blkno") : 0,
        f.bitsOr0("iodone"),
        f.sleepflag());
  }

  private static Call parties(String what, Fields f) {
    return switch (what) {
      case "new_process" -> new Call.NewProcess(f.number("project"));
      case "vfork" -> new Call.Vfork(proc(f));
      case "exit" -> new Call.Exit(proc(f));
      case "new_project" -> new Call.NewProject(f.number("zone"));
      case "new_zone" -> new Call.NewZone();
      case "settaskid" -> new Call.Settaskid(proc(f), f.number("project"));
      case "zone_enter" -> new Call.ZoneEnter(proc(f), f.number("zone"));
      case "set_limit" -> new Call.SetLimit(of(f), f.number("holder"), f.bits("bytes"));
      case "get_limit" -> new Call.GetLimit(of(f), f.number("holder"));
      case "get_locked" -> new Call.GetLocked(of(f), f.number("holder"));
      default -> ExportStep.call(what, f);
    };
  }

  private static CallbackVector vector(Fields f) {
    if (f.need("vector") instanceof String name) {
      return switch (name) {
        case "NONE" -> CallbackVector.NONE;
        case "CLEANUP" -> CallbackVector.CLEANUP;
        default -> throw new IllegalArgumentException("no vector is named " + name);
      };
    }
    Fields v = new Fields(Yaml.map(f.need("vector")));
    return new CallbackVector(true, (int) v.number("version"), (Boolean) v.need("function"));
  }

  private static long proc(Fields f) {
    return f.number("proc");
  }

  private static long addr(Fields f) {
    return f.bits("addr");
  }

  private static long len(Fields f) {
    return f.bits("len");
  }

  private static Holder of(Fields f) {
    return f.name(Holder.class, "of");
  }

  private static Resource resource(Fields f) {
    return f.name(Resource.class, "resource");
  }

  private static int value(Fields f) {
    return (int) f.number("value");
  }
}
