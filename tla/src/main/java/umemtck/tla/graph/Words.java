package umemtck.tla.graph;

import java.util.stream.Collectors;
import umemtck.reference.model.Answer;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.UmemFlag;

/** Steps, states and answers, as somebody who knows the DDI would say them. */
public final class Words {
  private Words() {}

  /** A step: who calls what, and what comes of it. */
  public static String step(Step s) {
    return switch (s.action()) {
      case "UmemAlloc" -> alloc(s) + " by " + s.word(0) + " -> " + granted(s);
      case "UmemAllocWakes" -> alloc(s) + " of " + s.word(0) + " wakes -> " + granted(s);
      case "UmemAllocRefused" -> alloc(s) + " by " + s.word(0) + " -> NULL and a NULL cookie";
      case "UmemAllocSleeps" -> alloc(s) + " by " + s.word(0) + " sleeps";
      case "UmemFree" -> "ddi_umem_free(" + hex(s.number(1)) + ") by " + s.word(0);
      case "UmemFreeNull" -> "ddi_umem_free(NULL) by " + s.word(0);
      case "MemoryFill" ->
          s.args().size() == 2
              ? DevmapWords.step(s)
              : s.word(0)
                  + " stores "
                  + s.word(3)
                  + " to "
                  + s.word(2)
                  + " bytes from "
                  + hex(s.number(1));
      case "SetFree" -> s.word(1) + " " + s.word(0) + " made free";
      case "PageOut" ->
          s.word(0).equals("0")
              ? "no page leaves memory"
              : "the pages of cookie " + hex(s.number(0)) + " leave memory";
      default -> other(s);
    };
  }

  private static String other(Step s) {
    if (IoWords.knows(s)) {
      return IoWords.step(s);
    }
    return DevmapWords.knows(s) ? DevmapWords.step(s) : LockWords.step(s);
  }

  private static String alloc(Step s) {
    return "ddi_umem_alloc(" + s.word(1) + ", " + UmemFlag.text((int) s.number(2)) + ")";
  }

  private static String granted(Step s) {
    return "address " + hex(s.number(3)) + ", cookie " + hex(s.number(4));
  }

  /** A state. */
  public static String state(GraphState s) {
    if (s instanceof IoState io) {
      return IoWords.state(io);
    }
    if (s instanceof DevmapState d) {
      return DevmapWords.state(d);
    }
    return s instanceof LockState l ? LockWords.state(l) : state((AllocState) s);
  }

  private static String state(AllocState s) {
    String live =
        s.live().isEmpty()
            ? "nothing live"
            : s.live().entrySet().stream()
                .map(e -> "cookie " + hex(e.getKey()) + ": " + block(e.getValue()))
                .collect(Collectors.joining("; "));
    String asleep =
        s.asleep().entrySet().stream()
            .map(
                e ->
                    "; "
                        + e.getKey()
                        + " asleep in ddi_umem_alloc("
                        + e.getValue().size()
                        + ", "
                        + UmemFlag.text(e.getValue().flag())
                        + ")")
            .collect(Collectors.joining());
    return live + "; free " + s.free() + "; bytes " + s.memory() + asleep;
  }

  private static String block(AllocState.Block b) {
    return b.kind() == CookieKind.TRASH
        ? "TRASH"
        : b.kind() + " " + b.pages() + " pages at " + hex(b.address());
  }

  /** What the Java model says of a step. */
  public static String answer(Answer a) {
    if (a instanceof Answer.Forbidden f) {
      return "forbids it: "
          + f.breaches().stream()
              .map(b -> b.facet() + " expects " + b.expected())
              .collect(Collectors.joining("; "));
    }
    if (a instanceof Answer.Undefined u) {
      return "calls it a breach of the caller's duty: " + u.clause() + ", " + u.duty();
    }
    return "allows it";
  }

  /** An address or a cookie. */
  public static String hex(long word) {
    return word == 0 ? "NULL" : "0x" + Long.toHexString(word);
  }
}
