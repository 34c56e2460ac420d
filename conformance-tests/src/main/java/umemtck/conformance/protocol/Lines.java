package umemtck.conformance.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** One JSON object in one line. */
final class Lines {
  /** Of what came instead of something else, so many characters are shown. */
  private static final int SHOWN = 60;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Lines() {}

  /** What writes the fields of a line. */
  interface Writer {
    void write(JsonGenerator to) throws IOException;
  }

  /** A line, with its line feed. */
  static byte[] of(Writer fields) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(160);
    try (JsonGenerator to = MAPPER.getFactory().createGenerator(line)) {
      to.writeStartObject();
      fields.write(to);
      to.writeEndObject();
      to.writeRaw('\n');
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return line.toByteArray();
  }

  /**
   * Reads a line.
   *
   * @param line without its line feed
   * @throws ProtocolFault if it is no JSON object
   */
  static JsonNode read(byte[] line) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw new ProtocolFault("a line that is no UTF-8");
    }
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new ProtocolFault("no JSON object: " + shown(text));
    }
    throw new ProtocolFault("no JSON object: " + shown(text));
  }

  /** A text that may be anything, printable and short. */
  static String shown(String text) {
    return text.isEmpty() ? "an empty line" : shown(text, SHOWN);
  }

  /** The same, in at most so many characters and three dots. */
  static String shown(String text, int most) {
    String head = text.length() > most ? text.substring(0, most) + "..." : text;
    return head.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
