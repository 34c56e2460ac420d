package umemtck.conformance.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;

/**
 * What a child answers. What else a line holds depends on what was asked: {@link #outcome} and
 * {@link #hello} read it.
 *
 * @param seq of the request
 * @param state how it stands
 * @param changed whether a thread that waits might go on
 * @param began threads of the machine's own that began
 * @param line the rest
 */
public record Reply(int seq, State state, boolean changed, List<Integer> began, JsonNode line) {
  /** Of what a panic or an error says, so many characters are kept: it goes into reports. */
  private static final int LONGEST_TEXT = 500;

  /** How it stands. */
  public enum State {
    /** The call has returned. */
    RETURNED,
    /** The call waits. */
    BLOCKED,
    /** The call calls a cleanup function. */
    CALLBACK,
    /** The machine stops. */
    PANIC,
    /** The adapter cannot do it. */
    ERROR;

    /** As it is written on the wire. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Reads a line.
   *
   * @param line without its line feed
   * @throws ProtocolFault if it is no reply
   */
  public static Reply read(byte[] line) {
    JsonNode in = Lines.read(line);
    int seq = (Integer) Fields.value(in, "seq", WireType.INT);
    boolean changed = in.has("changed") && (Boolean) Fields.value(in, "changed", WireType.BIT);
    List<Integer> began = in.has("began") ? numbers(in, "began") : List.of();
    return new Reply(seq, state(Fields.needed(in, "state")), changed, began, in);
  }

  private static State state(JsonNode value) {
    for (State s : State.values()) {
      if (value.isTextual() && s.word().equals(value.textValue())) {
        return s;
      }
    }
    throw new ProtocolFault("field 'state' is " + Fields.shown(value));
  }

  /** How the call returned. */
  public Outcome outcome(Call call) {
    return outcome(call, line);
  }

  /** How a call returned, from the fields of a line. */
  static Outcome outcome(Call call, JsonNode line) {
    if (Answers.mayBeSignalled(call) && line.has("signal")) {
      return Answers.signalled((Integer) Fields.value(line, "signal", WireType.INT));
    }
    Outcome outcome = (Outcome) Calls.of(call).answer().read(line);
    if (!Answers.fits(call, outcome)) {
      throw new ProtocolFault("no answer to " + call + ": " + Fields.shown(line));
    }
    if (outcome instanceof Outcome.Amount a && isBit(call) && a.amount() >>> 1 != 0) {
      throw new ProtocolFault("field 'amount' is " + a.amount() + ", neither 0 nor 1");
    }
    return outcome;
  }

  private static boolean isBit(Call call) {
    return call instanceof Call.IsResident || call instanceof Call.IsUserResident;
  }

  /** Who it is. */
  public HelloReply hello() {
    return HelloReply.read(line);
  }

  /** Which threads could go on, ascending. */
  public List<Integer> ready() {
    List<Integer> ready = numbers(line, "ready");
    for (int i = 1; i < ready.size(); i++) {
      if (ready.get(i) <= ready.get(i - 1)) {
        throw new ProtocolFault("field 'ready' does not ascend: " + shown());
      }
    }
    return ready;
  }

  /** The number of the request that gave the cleanup function. */
  public int of() {
    return (Integer) Fields.value(line, "of", WireType.INT);
  }

  /** What the cleanup function is called with. */
  public long cookie() {
    return (Long) Fields.value(line, "cookie", WireType.HEX);
  }

  /** What a panic or an error says. */
  public String text() {
    JsonNode text = Fields.needed(line, "text");
    if (!text.isTextual()) {
      throw new ProtocolFault("field 'text' is " + Fields.shown(text));
    }
    return Lines.shown(text.textValue(), LONGEST_TEXT);
  }

  /** The line, in a length that can be printed. */
  public String shown() {
    return Fields.shown(line);
  }

  private static List<Integer> numbers(JsonNode in, String name) {
    JsonNode array = Fields.needed(in, name);
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode n : array) {
      numbers.add(n.isIntegralNumber() && n.canConvertToInt() ? n.intValue() : null);
    }
    if (!array.isArray() || numbers.contains(null)) {
      throw new ProtocolFault("field '" + name + "' is " + Fields.shown(array));
    }
    return numbers;
  }

  // ---- As a child writes them.

  /** The line of a call that has returned, with the line feed. */
  public static byte[] returned(
      int seq, boolean changed, List<Integer> began, Call call, Outcome outcome) {
    return of(seq, State.RETURNED, changed, began, to -> writeOutcome(to, call, outcome));
  }

  static void writeOutcome(JsonGenerator to, Call call, Outcome outcome) throws IOException {
    if (outcome instanceof Outcome.Signalled s) {
      WireType.INT.write(to, "signal", s.signal());
    } else {
      Calls.of(call).answer().write(to, outcome);
    }
  }

  /** The line of something that has no fields, with the line feed. */
  public static byte[] of(int seq, State state, boolean changed, List<Integer> began) {
    return of(seq, state, changed, began, to -> {});
  }

  /** The line of a panic or an error, with the line feed. */
  public static byte[] said(int seq, State state, String text) {
    return of(seq, state, false, List.of(), to -> to.writeStringField("text", text));
  }

  /** The line of a call that calls a cleanup function, with the line feed. */
  public static byte[] callback(
      int seq, boolean changed, List<Integer> began, int of, long cookie) {
    return of(
        seq,
        State.CALLBACK,
        changed,
        began,
        to -> {
          to.writeNumberField("of", of);
          WireType.HEX.write(to, "cookie", cookie);
        });
  }

  /** The line that says which threads could go on, with the line feed. */
  public static byte[] ready(int seq, List<Integer> ready) {
    return of(
        seq,
        State.RETURNED,
        false,
        List.of(),
        to -> {
          to.writeFieldName("ready");
          to.writeArray(ready.stream().mapToInt(i -> i).toArray(), 0, ready.size());
        });
  }

  /** The line that says who it is, with the line feed. */
  public static byte[] hello(int seq, HelloReply hello) {
    return of(seq, State.RETURNED, false, List.of(), hello::write);
  }

  private static byte[] of(
      int seq, State state, boolean changed, List<Integer> began, Lines.Writer fields) {
    return Lines.of(
        to -> {
          to.writeNumberField("seq", seq);
          to.writeStringField("state", state.word());
          fields.write(to);
          if (changed) {
            to.writeNumberField("changed", 1);
          }
          if (!began.isEmpty()) {
            to.writeFieldName("began");
            to.writeArray(began.stream().mapToInt(i -> i).toArray(), 0, began.size());
          }
        });
  }
}
