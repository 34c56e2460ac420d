package umemtck.conformance.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;

/**
 * A line of a trace behind its head. A call and its answer have the fields that they have in the
 * protocol.
 *
 * @param seq its number, from 1
 * @param kind what it tells
 * @param line the rest
 */
public record TraceLine(int seq, Kind kind, JsonNode line) {
  /** What a line tells. */
  public enum Kind {
    /** A fresh machine: those of the one before are gone. */
    BOOT,
    /** A call was made. */
    INVOKED,
    /** A call returned, or ended in a signal. */
    RETURNED,
    /** A call stopped the machine. */
    PANICKED,
    /** A cleanup function is called. */
    CALLBACK,
    /** A cleanup function returned. */
    CALLBACK_RETURN,
    /** Nothing can run. */
    SETTLED,
    /** No more was seen of this machine. */
    HALT,
    /** The last line. */
    END;

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads a line.
   *
   * @param line without its line feed
   * @throws ProtocolFault if it is none
   */
  public static TraceLine read(byte[] line) {
    JsonNode in = Lines.read(line);
    int seq = (Integer) Fields.value(in, "seq", WireType.INT);
    JsonNode event = Fields.needed(in, "event");
    for (Kind k : Kind.values()) {
      if (event.isTextual() && k.word().equals(event.textValue())) {
        return new TraceLine(seq, k, in);
      }
    }
    throw new ProtocolFault("field 'event' is " + Fields.shown(event));
  }

  /** The number of the call that it is about. */
  public int id() {
    return (Integer) Fields.value(line, "call", WireType.INT);
  }

  /** How many machines there were. */
  public int machines() {
    return (Integer) Fields.value(line, "machines", WireType.INT);
  }

  /** The call that was made. */
  public Event.Invoked invoked() {
    String op = Fields.needed(line, "op").asText();
    Calls.Form form = Calls.named(op);
    if (form == null) {
      throw new ProtocolFault("no op is called " + Lines.shown(op));
    }
    long by = line.has("by") ? (Long) Fields.value(line, "by", WireType.UNSIGNED) : Ids.PROCESS;
    Context context =
        line.has("context")
            ? Fields.constant(Context.class, line.get("context"), "context")
            : Context.USER;
    return new Event.Invoked(id(), by, context, (Call) form.arguments().read(line));
  }

  /** How a call ended. */
  public Event.Completed completed(Call call) {
    Outcome outcome =
        kind == Kind.PANICKED
            ? new Outcome.Panicked(Fields.needed(line, "text").asText())
            : Reply.outcome(call, line);
    return new Event.Completed(id(), outcome);
  }

  /** The beginning or the end of a cleanup function. */
  public Event callback() {
    int of = (Integer) Fields.value(line, "of", WireType.INT);
    return kind == Kind.CALLBACK_RETURN
        ? new Event.CallbackEnded(of)
        : new Event.CallbackBegan(
            (Integer) Fields.value(line, "inside", WireType.INT),
            of,
            (Long) Fields.value(line, "cookie", WireType.HEX));
  }

  /** Which calls are still out when nothing can run. */
  public Event.Settled settled() {
    List<Integer> blocked = new ArrayList<>();
    JsonNode array = Fields.needed(line, "blocked");
    for (JsonNode n : array) {
      if (!n.isInt()) {
        throw new ProtocolFault("field 'blocked' is " + Fields.shown(array));
      }
      blocked.add(n.intValue());
    }
    return new Event.Settled(blocked);
  }

  // ---- As they are written.

  /** The line of something that has no fields, with its line feed. */
  public static byte[] of(int seq, Kind kind) {
    return of(seq, kind, to -> {});
  }

  /** The last line, with its line feed. */
  public static byte[] end(int seq, int machines) {
    return of(seq, Kind.END, to -> to.writeNumberField("machines", machines));
  }

  /** The line of a call that was made, with its line feed. */
  public static byte[] invoked(int seq, Event.Invoked e) {
    return of(
        seq,
        Kind.INVOKED,
        to -> {
          to.writeNumberField("call", e.id());
          to.writeStringField("op", e.call().op());
          Request.writeCaller(to, e.proc(), e.context());
          Calls.of(e.call()).arguments().write(to, e.call());
        });
  }

  /** The line of a call that ended, with its line feed. */
  public static byte[] completed(int seq, Event.Completed e, Call call) {
    if (e.outcome() instanceof Outcome.Panicked p) {
      return of(
          seq,
          Kind.PANICKED,
          to -> {
            to.writeNumberField("call", e.id());
            to.writeStringField("text", p.text());
          });
    }
    return of(
        seq,
        Kind.RETURNED,
        to -> {
          to.writeNumberField("call", e.id());
          Reply.writeOutcome(to, call, e.outcome());
        });
  }

  /** The line where a cleanup function begins, with its line feed. */
  public static byte[] callback(int seq, Event.CallbackBegan e) {
    return of(
        seq,
        Kind.CALLBACK,
        to -> {
          to.writeNumberField("inside", e.inside());
          to.writeNumberField("of", e.of());
          WireType.HEX.write(to, "cookie", e.cookie());
        });
  }

  /** The line where a cleanup function ends, with its line feed. */
  public static byte[] callbackReturn(int seq, Event.CallbackEnded e) {
    return of(seq, Kind.CALLBACK_RETURN, to -> to.writeNumberField("of", e.of()));
  }

  /** The line that says that nothing can run, with its line feed. */
  public static byte[] settled(int seq, Event.Settled e) {
    int[] blocked = e.blocked().stream().mapToInt(i -> i).toArray();
    return of(
        seq,
        Kind.SETTLED,
        to -> {
          to.writeFieldName("blocked");
          to.writeArray(blocked, 0, blocked.length);
        });
  }

  private static byte[] of(int seq, Kind kind, Lines.Writer fields) {
    return Lines.of(
        to -> {
          to.writeNumberField("seq", seq);
          to.writeStringField("event", kind.word());
          fields.write(to);
        });
  }
}
