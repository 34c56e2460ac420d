package umemtck.tla.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import umemtck.spec.ddi.UmemLockFlag;

/** Steps and states of locking, as somebody who knows the DDI would say them. */
final class LockWords {
  private static final List<String> ANSWERS =
      List.of("Refused", "Denied", "Charged", "Pinned", "Failed");

  private LockWords() {}

  static String step(Step s) {
    return switch (s.action()) {
      case "UmemUnlockQueued" -> unlock(s) + " is left to the worker";
      case "UmemUnlockUnpinned" -> unlock(s) + " unpins";
      case "UmemUnlockCredited" -> unlock(s) + " credits";
      case "Mmap" -> "process " + s.word(0) + " maps " + Words.hex(s.number(1)) + ", " + s.word(2);
      case "Munmap" ->
          "process "
              + s.word(0)
              + " calls munmap("
              + Words.hex(s.number(1))
              + ", "
              + s.word(2)
              + ")";
      case "MunmapDone" -> "munmap of process " + s.word(0) + " returns";
      case "CallbackBegan" -> cleanup(s) + " begins";
      case "CallbackEnded" -> cleanup(s) + " ends";
      case "Exit" -> "process " + s.word(0) + " exits";
      case "ExitDone" -> "process " + s.word(0) + " is gone";
      case "Settaskid" -> "process " + s.word(0) + " joins project " + s.word(1);
      case "SettaskidDenied" ->
          "process " + s.word(0) + " joins project " + s.word(1) + " -> EAGAIN";
      case "SetLimit" -> "limit of " + holder(s.number(0)) + " set to " + s.word(1);
      case "ddi_umem_lock", "umem_lockmemory" -> answered(s);
      case "ReadUsage" -> "the usage of " + holder(s.number(0)) + " is read as " + s.word(1);
      case "SeenPagedOut" ->
          "the page at "
              + Words.hex(s.number(1))
              + " of process "
              + s.word(0)
              + " is seen out of memory";
      default -> lock(s);
    };
  }

  private static String unlock(Step s) {
    return "ddi_umem_unlock(" + Words.hex(s.number(1)) + ") by " + s.word(0);
  }

  private static String cleanup(Step s) {
    return "the cleanup function of cookie " + Words.hex(s.number(1)) + " in process " + s.word(0);
  }

  private static String holder(long id) {
    return id == LockState.ZONE ? "the zone" : "project " + id;
  }

  private static String lock(Step s) {
    for (String answer : ANSWERS) {
      if (s.action().endsWith(answer)) {
        String op = s.action().contains("Memory") ? "umem_lockmemory" : "ddi_umem_lock";
        return switch (answer) {
          case "Pinned" -> op + " by " + s.word(0) + " -> 0, cookie " + Words.hex(s.number(1));
          case "Failed" -> op + " by " + s.word(0) + " -> " + s.word(1);
          default -> op + asked(s) + " -> " + said(s, answer);
        };
      }
    }
    throw new IllegalArgumentException("no such action: " + s);
  }

  /** A lock as the Java model knows it: from the call to the answer. */
  private static String answered(Step s) {
    int n = s.args().size();
    String cookie = ", cookie " + Words.hex(s.number(n - 1));
    return s.action() + asked(s) + " -> " + s.word(n - 2) + cookie;
  }

  private static String said(Step s, String answer) {
    return switch (answer) {
      case "Refused" -> "EINVAL";
      case "Denied" -> "ENOMEM";
      default -> s.word(s.args().size() - 1);
    };
  }

  private static String asked(Step s) {
    String vector = s.action().toLowerCase(Locale.ROOT).contains("memory") ? ", " + s.word(5) : "";
    return "("
        + Words.hex(s.number(2))
        + ", "
        + s.word(3)
        + ", "
        + UmemLockFlag.text((int) s.number(4))
        + vector
        + ") by "
        + s.word(0)
        + " for process "
        + s.word(1);
  }

  static String state(LockState s) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Long, LockState.Locked> e : s.lock().entrySet()) {
      LockState.Locked l = e.getValue();
      parts.add(
          "cookie "
              + Words.hex(e.getKey())
              + ": "
              + l.len()
              + " bytes at "
              + Words.hex(l.addr())
              + " of process "
              + l.proc()
              + ", project "
              + l.project()
              + (l.counted() ? ", " : " uncounted, ")
              + l.stage()
              + ", cleanup "
              + l.cleanup());
    }
    if (parts.isEmpty()) {
      parts.add("nothing locked");
    }
    s.call().forEach((t, c) -> parts.add(t + " in " + c));
    s.event().forEach((p, e) -> parts.add("process " + p + " in " + event(e)));
    parts.add("process to project " + s.proc());
    parts.add("mapped " + s.pages());
    parts.add("pinned " + s.pins());
    parts.add("used " + s.used() + " of " + s.limit());
    if (!s.queue().isEmpty()) {
      parts.add("queued " + s.queue());
    }
    return String.join("; ", parts);
  }

  private static String event(LockState.Event e) {
    String inside = e.inside() == 0 ? "" : ", in the cleanup function of " + Words.hex(e.inside());
    return e.op() + " of " + e.len() + " bytes at " + Words.hex(e.addr()) + inside;
  }
}
