package umemtck.conformance.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import umemtck.spec.Profile;
import umemtck.spec.subject.Declaration;

/**
 * The first line of a trace: of whom, and by whose contract.
 *
 * @param kit what wrote it, and its version
 * @param name of the subject
 * @param version of the subject
 * @param profile by whose contract it is to be judged
 * @param declaration what the subject says of itself
 */
public record TraceHead(
    String kit, String name, String version, Profile profile, Declaration declaration) {
  /** The version of the format. */
  public static final int TRACE = 1;

  /** Its line, with its line feed. */
  public byte[] line() {
    return Lines.of(
        to -> {
          to.writeNumberField("trace", TRACE);
          to.writeStringField("kit", kit);
          to.writeStringField("name", name);
          to.writeStringField("version", version);
          to.writeStringField("profile", profile.word());
          DeclarationFields.write(to, declaration);
        });
  }

  /**
   * Reads a line.
   *
   * @param line without its line feed
   * @throws ProtocolFault if it is no head of a trace of this version
   */
  public static TraceHead read(byte[] line) {
    JsonNode in = Lines.read(line);
    if (!in.has("trace")) {
      throw new ProtocolFault("no field 'trace': the first line is not the head of a trace");
    }
    JsonNode trace = in.get("trace");
    if (!trace.isInt() || trace.intValue() != TRACE) {
      throw new ProtocolFault(
          "it is of version " + Fields.shown(trace) + " of the format, this kit reads " + TRACE);
    }
    String word = HelloReply.text(in, "profile");
    Profile profile;
    try {
      profile = Profile.of(word);
    } catch (IllegalArgumentException e) {
      throw new ProtocolFault("field 'profile' is " + Lines.shown(word));
    }
    return new TraceHead(
        HelloReply.text(in, "kit"),
        HelloReply.text(in, "name"),
        HelloReply.text(in, "version"),
        profile,
        DeclarationFields.read(in));
  }
}
