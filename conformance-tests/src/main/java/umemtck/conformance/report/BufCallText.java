package umemtck.conformance.report;

import static umemtck.conformance.report.CallText.pointer;
import static umemtck.conformance.report.CallText.size;

import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;

/** Calls that are about bufs, and the memory of processes, as one writes them in C. */
final class BufCallText {
  private BufCallText() {}

  /** Null if it is about something else. */
  static String of(Call call) {
    if (call instanceof Call.UmemIosetup c) {
      return "ddi_umem_iosetup("
          + String.join(
              ", ",
              pointer(c.cookie()),
              CallText.offset(c.off()),
              size(c.len()),
              direction(c.direction()),
              "dev",
              "blkno",
              "iodone",
              sleepflag(c.sleepflag()))
          + ")";
    }
    if (call instanceof Call.Freerbuf c) {
      return "freerbuf(" + pointer(c.buf()) + ")";
    }
    if (call instanceof Call.GetBuf c) {
      return "get_buf(" + pointer(c.buf()) + ")";
    }
    if (call instanceof Call.Strategy c) {
      return String.format("strategy(%s, 0x%02x)", pointer(c.buf()), c.value());
    }
    if (call instanceof Call.UserFill c) {
      return touch("user_fill", c.proc(), c.addr(), c.len(), c.value());
    }
    return call instanceof Call.UserMatches c
        ? touch("user_matches", c.proc(), c.addr(), c.len(), c.value())
        : null;
  }

  /** What a look at a buf found. */
  static String of(Outcome.Fields f) {
    return String.format(
        "flags 0x%x, count %s, dev 0x%x, blkno 0x%x, iodone 0x%x, addr %s, %s",
        f.flags(),
        size(f.count()),
        f.dev(),
        f.blkno(),
        f.iodone(),
        pointer(f.addr()),
        f.proc() == 0 ? "no proc" : "proc " + f.proc());
  }

  private static String touch(String op, long proc, long addr, long len, int value) {
    return String.format("%s(proc %d, %s, %d bytes, 0x%02x)", op, proc, pointer(addr), len, value);
  }

  private static String direction(int bits) {
    return switch (bits) {
      case BufFlag.B_READ -> "B_READ";
      case BufFlag.B_WRITE -> "B_WRITE";
      case BufFlag.B_READ | BufFlag.B_WRITE -> "B_READ|B_WRITE";
      default -> "0x" + Integer.toHexString(bits);
    };
  }

  private static String sleepflag(int flag) {
    return switch (flag) {
      case UmemFlag.DDI_UMEM_SLEEP -> "DDI_UMEM_SLEEP";
      case UmemFlag.DDI_UMEM_NOSLEEP -> "DDI_UMEM_NOSLEEP";
      default -> Integer.toString(flag);
    };
  }
}
