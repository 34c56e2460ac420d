package umemtck.conformance.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;

/**
 * What the kit asks of a child.
 *
 * @param seq its number
 * @param thread who is to do it; 0 is the thread that is there from boot on
 * @param ask what
 */
public record Request(int seq, int thread, Ask ask) {
  /** The version of the protocol. */
  public static final int PROTOCOL = 1;

  /** What can be asked. */
  public sealed interface Ask {}

  /**
   * Who it is.
   *
   * @param protocol the version that the kit speaks
   * @param kit its own version
   */
  public record Hello(int protocol, String kit) implements Ask {}

  /**
   * A fresh machine.
   *
   * @param seed the same gives the same
   */
  public record Boot(long seed) implements Ask {}

  /**
   * A call.
   *
   * @param by the process of the calling thread
   * @param context of the calling thread
   * @param call what is called
   */
  public record Make(long by, Context context, Call call) implements Ask {}

  /** Which threads that wait could go on. */
  public record Poll() implements Ask {}

  /** That a thread which waits goes on. */
  public record Settle() implements Ask {}

  /** That a thread goes on, whose cleanup function has returned. */
  public record CallbackReturn() implements Ask {}

  /** Its line, with the line feed. */
  public byte[] line() {
    return Lines.of(
        to -> {
          to.writeNumberField("seq", seq);
          to.writeStringField("op", op(ask));
          if (thread != 0) {
            to.writeNumberField("thread", thread);
          }
          if (ask instanceof Hello hello) {
            to.writeNumberField("protocol", hello.protocol());
            to.writeStringField("kit", hello.kit());
          } else if (ask instanceof Boot boot) {
            WireType.UNSIGNED.write(to, "seed", boot.seed());
          } else if (ask instanceof Make make) {
            writeCaller(to, make.by(), make.context());
            Calls.of(make.call()).arguments().write(to, make.call());
          }
        });
  }

  /** Who makes a call, where it is not the process of boot in user context. */
  static void writeCaller(JsonGenerator to, long by, Context context) throws IOException {
    if (by != Ids.PROCESS) {
      WireType.UNSIGNED.write(to, "by", by);
    }
    if (context != Context.USER) {
      to.writeStringField("context", context.name());
    }
  }

  /**
   * Reads a line.
   *
   * @param line without its line feed
   * @throws ProtocolFault if it is no request
   */
  public static Request read(byte[] line) {
    JsonNode in = Lines.read(line);
    int seq = (Integer) Fields.value(in, "seq", WireType.INT);
    int thread = in.has("thread") ? (Integer) Fields.value(in, "thread", WireType.INT) : 0;
    return new Request(seq, thread, ask(in, Fields.needed(in, "op").asText()));
  }

  private static Ask ask(JsonNode in, String op) {
    switch (op) {
      case "hello":
        return new Hello(
            (Integer) Fields.value(in, "protocol", WireType.INT),
            Fields.needed(in, "kit").asText());
      case "boot":
        return new Boot((Long) Fields.value(in, "seed", WireType.UNSIGNED));
      case "poll":
        return new Poll();
      case "settle":
        return new Settle();
      case "callback_return":
        return new CallbackReturn();
      default:
        Calls.Form form = Calls.named(op);
        if (form == null) {
          throw new ProtocolFault("no op is called " + Lines.shown(op));
        }
        return new Make(
            in.has("by") ? (Long) Fields.value(in, "by", WireType.UNSIGNED) : Ids.PROCESS,
            in.has("context")
                ? Fields.constant(Context.class, in.get("context"), "context")
                : Context.USER,
            (Call) form.arguments().read(in));
    }
  }

  private static String op(Ask ask) {
    if (ask instanceof Make make) {
      return Calls.of(make.call()).op();
    }
    return ask instanceof Hello
        ? "hello"
        : ask instanceof Boot
            ? "boot"
            : ask instanceof Poll ? "poll" : ask instanceof Settle ? "settle" : "callback_return";
  }
}
