package umemtck.conformance.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The two schemas of the protocol; that of a reply also with what an op asks for besides. */
public final class ProtocolSchemas {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final JsonNode REQUEST_SCHEMA = read("protocol-request-1.json");
  private static final JsonNode REPLY_SCHEMA = read("protocol-reply-1.json");
  private static final JsonSchema REQUEST_LINE = FACTORY.getSchema(REQUEST_SCHEMA);
  private static final JsonSchema REPLY_LINE = FACTORY.getSchema(REPLY_SCHEMA);
  private static final Map<String, JsonSchema> BY_OP = new HashMap<>();

  private ProtocolSchemas() {}

  /** What of a request is not as the schema says. */
  static Set<?> ofRequest(String line) {
    return REQUEST_LINE.validate(line, InputFormat.JSON);
  }

  /** What of a reply is not as the schema says, whatever was asked. */
  public static Set<?> ofReply(String line) {
    return REPLY_LINE.validate(line, InputFormat.JSON);
  }

  /** What is not as the schema says of the reply by which a request of this op has returned. */
  public static Set<?> ofAnswer(String op, String line) {
    return BY_OP.computeIfAbsent(op, ProtocolSchemas::schema).validate(line, InputFormat.JSON);
  }

  private static JsonSchema schema(String op) {
    ObjectNode whole = REPLY_SCHEMA.deepCopy();
    whole.remove("$id");
    whole.withArray("allOf").addObject().put("$ref", "#/$defs/answer/" + op);
    return FACTORY.getSchema(whole);
  }

  /** A part of the request schema: the fields of an op. */
  static JsonNode request(String op) {
    return REQUEST_SCHEMA.at("/$defs/request/" + op);
  }

  /** A part of the reply schema: what an op asks for. */
  static JsonNode answer(String op) {
    return REPLY_SCHEMA.at("/$defs/answer/" + op);
  }

  /** The fields that an answer to an op has at least, unless it is a signal. */
  static JsonNode needed(String op) {
    JsonNode answer = answer(op);
    return answer.has("anyOf") ? answer.at("/anyOf/0/required") : answer.path("required");
  }

  private static JsonNode read(String name) {
    try (InputStream in =
        ProtocolSchemas.class.getResourceAsStream("/umemtck/conformance/schema/" + name)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
