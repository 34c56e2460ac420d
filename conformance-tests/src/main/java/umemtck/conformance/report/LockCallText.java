package umemtck.conformance.report;

import static umemtck.conformance.report.CallText.pointer;
import static umemtck.conformance.report.CallText.size;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemLockFlag;

/** Calls that are about locked memory as one writes them in C. */
final class LockCallText {
  private LockCallText() {}

  static String of(Call call) {
    if (call instanceof Call.UmemLock c) {
      return "ddi_umem_lock(" + request(c.addr(), c.len(), c.flags()) + ")";
    }
    if (call instanceof Call.UmemLockMemory c) {
      return "umem_lockmemory("
          + request(c.addr(), c.len(), c.flags())
          + ", "
          + vector(c.vector())
          + ", "
          + (c.procp() == 0 ? "NULL" : "proc " + c.procp())
          + ")";
    }
    if (call instanceof Call.UmemUnlock c) {
      return "ddi_umem_unlock(" + pointer(c.cookie()) + ")";
    }
    if (call instanceof Call.FailNext c) {
      return "fail_next(" + c.step() + ", " + Errno.text(c.errno()) + ")";
    }
    if (call instanceof Call.GateWorker c) {
      return "gate_worker(" + c.gate() + ")";
    }
    return call.op() + "(" + arguments(call) + ")";
  }

  /** The arguments of what an application or an administrator does. */
  private static String arguments(Call call) {
    if (call instanceof Call.Mmap c) {
      return range(c.proc(), c.addr(), c.len()) + ", " + c.kind() + ", " + prot(c.prot());
    }
    if (call instanceof Call.Munmap c) {
      return range(c.proc(), c.addr(), c.len());
    }
    if (call instanceof Call.Mprotect c) {
      return range(c.proc(), c.addr(), c.len()) + ", " + prot(c.prot());
    }
    if (call instanceof Call.Mlock c) {
      return range(c.proc(), c.addr(), c.len());
    }
    if (call instanceof Call.Munlock c) {
      return range(c.proc(), c.addr(), c.len());
    }
    if (call instanceof Call.IsUserResident c) {
      return "proc " + c.proc() + ", " + pointer(c.addr());
    }
    if (call instanceof Call.SetLimit c) {
      return holder(c.of(), c.id()) + ", " + amount(c.bytes());
    }
    if (call instanceof Call.GetLimit c) {
      return holder(c.of(), c.id());
    }
    return call instanceof Call.GetLocked c ? holder(c.of(), c.id()) : who(call);
  }

  private static String who(Call call) {
    if (call instanceof Call.Exit c) {
      return "proc " + c.proc();
    }
    if (call instanceof Call.Vfork c) {
      return "proc " + c.proc();
    }
    if (call instanceof Call.NewProcess c) {
      return "project " + c.project();
    }
    if (call instanceof Call.NewProject c) {
      return "zone " + c.zone();
    }
    if (call instanceof Call.Settaskid c) {
      return "proc " + c.proc() + ", project " + c.project();
    }
    return call instanceof Call.ZoneEnter c ? "proc " + c.proc() + ", zone " + c.zone() : "";
  }

  /** Bytes of a limit or of what is counted, {@code uint64_t}. */
  static String amount(long bytes) {
    return bytes == -1 ? "UINT64_MAX" : size(bytes);
  }

  private static String request(long addr, long len, int flags) {
    return pointer(addr) + ", " + size(len) + ", " + UmemLockFlag.text(flags) + ", &cookie";
  }

  private static String vector(CallbackVector v) {
    return v.given()
        ? "{" + v.version() + ", " + (v.function() ? "cleanup" : "NULL") + "}"
        : "NULL";
  }

  private static String range(long proc, long addr, long len) {
    return "proc " + proc + ", " + pointer(addr) + ", " + size(len) + " bytes";
  }

  private static String holder(Holder of, long id) {
    String whose =
        switch (of) {
          case PROJECT -> "project ";
          case ZONE -> "zone ";
          case PROCESS -> "proc ";
        };
    return whose + id;
  }

  private static String prot(int prot) {
    String read = (prot & Prot.READ) != 0 ? "PROT_READ" : "";
    String write = (prot & Prot.WRITE) != 0 ? "PROT_WRITE" : "";
    String both = read + (read.isEmpty() || write.isEmpty() ? "" : "|") + write;
    return both.isEmpty() ? "PROT_NONE" : both;
  }
}
