package umemtck.tla.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.UmemLockFlag;

/** Steps and states of bufs, as somebody who knows the DDI would say them. */
final class IoWords {
  private static final Set<String> ACTIONS =
      Set.of(
          "UmemIosetup",
          "UmemIosetupRefused",
          "UmemIosetupPanics",
          "UmemIosetupRests",
          "Freerbuf",
          "FreerbufPanics",
          "Strategy",
          "StrategyPanics",
          "UmemLock",
          "UmemUnlock",
          "FailNext");

  private IoWords() {}

  static boolean knows(Step s) {
    return ACTIONS.contains(s.action()) || (s.action().equals("UserFill") && s.args().size() == 4);
  }

  static String step(Step s) {
    return switch (s.action()) {
      case "UmemIosetup" -> setup(s) + " -> buf " + Words.hex(s.number(7)) + left(s, 8);
      case "UmemIosetupRefused" -> setup(s) + " -> NULL" + left(s, 7);
      case "UmemIosetupPanics" -> setup(s) + " ends in a panic";
      case "UmemIosetupRests" -> setup(s) + " is still out when nothing can run";
      case "Freerbuf" -> freerbuf(s);
      case "FreerbufPanics" -> freerbuf(s) + " ends in a panic";
      case "Strategy" -> strategy(s) + " -> " + found(s);
      case "StrategyPanics" -> strategy(s) + " ends in a panic";
      case "UmemLock" ->
          "ddi_umem_lock("
              + Words.hex(s.number(2))
              + ", "
              + s.word(3)
              + ", "
              + UmemLockFlag.text((int) s.number(4))
              + ") by "
              + s.word(0)
              + " for process "
              + s.word(1)
              + " -> 0, cookie "
              + Words.hex(s.number(5));
      case "UmemUnlock" -> "ddi_umem_unlock(" + Words.hex(s.number(1)) + ") by " + s.word(0);
      case "UserFill" ->
          "process "
              + s.word(0)
              + " stores "
              + s.word(3)
              + " to "
              + s.word(2)
              + " bytes from "
              + Words.hex(s.number(1));
      default -> "memory for a buf is made short, once";
    };
  }

  private static String setup(Step s) {
    String sleepflag =
        switch (s.word(6)) {
          case "0" -> UmemFlag.text(UmemFlag.DDI_UMEM_SLEEP);
          case "1" -> UmemFlag.text(UmemFlag.DDI_UMEM_NOSLEEP);
          default -> "sleepflag " + s.word(6);
        };
    return "ddi_umem_iosetup("
        + Words.hex(s.number(1))
        + ", off "
        + s.word(2)
        + ", len "
        + s.word(3)
        + ", "
        + direction(s.number(4))
        + ", blkno "
        + s.word(5)
        + ", "
        + sleepflag
        + ") by "
        + s.word(0);
  }

  /** In the graph a step tells, too, whether memory for a buf is short from then on. */
  private static String left(Step s, int arg) {
    return s.args().size() <= arg ? "" : s.word(arg).equals("short") ? ", memory still short" : "";
  }

  private static String direction(long direction) {
    return direction == BufFlag.B_READ
        ? "B_READ"
        : direction == BufFlag.B_WRITE ? "B_WRITE" : "direction 0x" + Long.toHexString(direction);
  }

  private static String freerbuf(Step s) {
    return "freerbuf(" + Words.hex(s.number(1)) + ") by " + s.word(0);
  }

  private static String strategy(Step s) {
    return "the transfer of buf " + Words.hex(s.number(1)) + " with " + s.word(2);
  }

  private static String found(Step s) {
    return s.word(3).equals("-1")
        ? "every byte is so"
        : "byte " + s.word(3) + " is " + s.word(4) + " instead";
  }

  static String state(IoState s) {
    List<String> parts = new ArrayList<>();
    s.live().forEach((c, l) -> parts.add("cookie " + Words.hex(c) + ": " + cookie(l)));
    if (parts.isEmpty()) {
      parts.add("nothing live");
    }
    s.buf()
        .forEach(
            (b, d) ->
                parts.add(
                    "buf "
                        + Words.hex(b)
                        + " on "
                        + Words.hex(d.cookie())
                        + ": "
                        + d.len()
                        + " bytes at "
                        + place(d.addr(), d.proc())
                        + ", "
                        + direction(d.direction())
                        + ", blkno "
                        + d.blkno()));
    parts.add("bytes " + s.memory());
    parts.add("used " + s.used());
    if (s.shortage()) {
      parts.add("memory for a buf is short");
    }
    return String.join("; ", parts);
  }

  private static String cookie(IoState.Cookie c) {
    String flags = c.locked() ? ", " + UmemLockFlag.text((int) c.flags()) : "";
    return c.kind().equals("TRASH")
        ? c.kind()
        : c.kind() + " " + c.size() + " bytes at " + place(c.addr(), c.proc()) + flags;
  }

  private static String place(long addr, long proc) {
    return Words.hex(addr) + (proc == IoState.KERNEL ? "" : " of process " + proc);
  }
}
