package umemtck.conformance.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import umemtck.spec.ddi.UmemSetup;

/**
 * A setup among the fields of a line, which is flat. Its {@code len} is called {@code length},
 * because that of the mapping is there, too.
 */
final class SetupFields {
  /** What the names of the second one's fields end in. */
  static final String SECOND = "2";

  private SetupFields() {}

  static void write(JsonGenerator to, UmemSetup setup, String suffix) throws IOException {
    WireType.HEX.write(to, "cookie" + suffix, setup.cookie());
    WireType.SIGNED.write(to, "koff" + suffix, setup.koff());
    WireType.UNSIGNED.write(to, "length" + suffix, setup.len());
    WireType.INT.write(to, "maxprot" + suffix, setup.maxprot());
    WireType.INT.write(to, "flags" + suffix, setup.flags());
    WireType.INT.write(to, "callbacks" + suffix, setup.callbacks());
  }

  /** Reads one; null for a second one that there is not. */
  static UmemSetup read(JsonNode line, String suffix) {
    if (suffix.equals(SECOND) && !line.has("cookie" + suffix)) {
      return null;
    }
    return new UmemSetup(
        (Long) Fields.value(line, "cookie" + suffix, WireType.HEX),
        (Long) Fields.value(line, "koff" + suffix, WireType.SIGNED),
        (Long) Fields.value(line, "length" + suffix, WireType.UNSIGNED),
        (Integer) Fields.value(line, "maxprot" + suffix, WireType.INT),
        (Integer) Fields.value(line, "flags" + suffix, WireType.INT),
        (Integer) Fields.value(line, "callbacks" + suffix, WireType.INT));
  }
}
