package umemtck.conformance.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/**
 * Who a child is.
 *
 * @param name in reports
 * @param version in reports
 * @param declaration what it offers
 * @param batch how many requests may be sent before replies are read
 * @param fresh whether every machine needs a child of its own
 */
public record HelloReply(
    String name, String version, Declaration declaration, int batch, boolean fresh) {
  private static final int LARGEST_BATCH = 256;
  private static final int LONGEST_NAME = 100;

  static HelloReply read(JsonNode in) {
    int protocol = (Integer) Fields.value(in, "protocol", WireType.INT);
    if (protocol != Request.PROTOCOL) {
      throw new ProtocolFault(
          "it speaks protocol " + protocol + ", this kit speaks " + Request.PROTOCOL);
    }
    int batch = in.has("batch") ? (Integer) Fields.value(in, "batch", WireType.INT) : 1;
    if (batch < 1 || batch > LARGEST_BATCH) {
      throw new ProtocolFault("field 'batch' is " + batch + ", not 1 to " + LARGEST_BATCH);
    }
    return new HelloReply(
        text(in, "name"), text(in, "version"), declaration(in), batch, isFresh(in));
  }

  /** A child is let run until it answers or waits: it is not driven from stall to stall. */
  private static Declaration declaration(JsonNode in) {
    Declaration declared = DeclarationFields.read(in);
    if (declared.offers(Feature.STALLS)) {
      throw new ProtocolFault(
          "field 'features' names STALLS, which the protocol has no words for; leave it out, and say"
              + " why in 'reasons' if you like");
    }
    return declared;
  }

  private static boolean isFresh(JsonNode in) {
    String fresh = in.has("fresh") ? text(in, "fresh") : "boot";
    if (!List.of("boot", "process").contains(fresh)) {
      throw new ProtocolFault("field 'fresh' is " + Lines.shown(fresh));
    }
    return fresh.equals("process");
  }

  /** A name of one line. */
  static String text(JsonNode in, String name) {
    JsonNode value = Fields.needed(in, name);
    return DeclarationFields.said(value, name, LONGEST_NAME);
  }

  void write(JsonGenerator to) throws IOException {
    to.writeNumberField("protocol", Request.PROTOCOL);
    to.writeStringField("name", name);
    to.writeStringField("version", version);
    DeclarationFields.write(to, declaration);
    to.writeNumberField("batch", batch);
    to.writeStringField("fresh", fresh ? "process" : "boot");
  }
}
