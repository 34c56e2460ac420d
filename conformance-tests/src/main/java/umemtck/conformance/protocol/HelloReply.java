package umemtck.conformance.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Window;

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
  private static final int LONGEST_REASON = 500;

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

  private static boolean isFresh(JsonNode in) {
    String fresh = in.has("fresh") ? text(in, "fresh") : "boot";
    if (!List.of("boot", "process").contains(fresh)) {
      throw new ProtocolFault("field 'fresh' is " + Lines.shown(fresh));
    }
    return fresh.equals("process");
  }

  private static Declaration declaration(JsonNode in) {
    long capacity =
        in.has("capacity") ? (Long) Fields.value(in, "capacity", WireType.UNSIGNED) : -1;
    if (in.has("capacity") && capacity < 0) {
      throw new ProtocolFault("field 'capacity' is more pages than there are bytes");
    }
    Map<Feature, String> reasons = new EnumMap<>(Feature.class);
    for (Map.Entry<String, JsonNode> e : entries(in, "reasons")) {
      reasons.put(
          named(Feature.class, e.getKey(), "reasons"),
          said(e.getValue(), "reasons", LONGEST_REASON));
    }
    Map<Resource, Long> overhead = new EnumMap<>(Resource.class);
    for (Map.Entry<String, JsonNode> e : entries(in, "overhead")) {
      Resource resource = named(Resource.class, e.getKey(), "overhead");
      overhead.put(
          resource, (Long) Fields.value(in.get("overhead"), e.getKey(), WireType.UNSIGNED));
    }
    Window window =
        in.has("window_pages")
            ? new Window(
                (Long) Fields.value(in, "window_base", WireType.HEX),
                (Long) Fields.value(in, "window_pages", WireType.UNSIGNED))
            : Window.NONE;
    return new Declaration(
        (Long) Fields.value(in, "page_size", WireType.UNSIGNED),
        capacity,
        features(in),
        reasons,
        overhead,
        window,
        constants(MappingKind.class, in, "mappings"));
  }

  /** A child is let run until it answers or waits: it is not driven from stall to stall. */
  private static Set<Feature> features(JsonNode in) {
    Set<Feature> offered = constants(Feature.class, in, "features");
    if (offered.contains(Feature.STALLS)) {
      throw new ProtocolFault(
          "field 'features' names STALLS, which the protocol has no words for; leave it out, and say"
              + " why in 'reasons' if you like");
    }
    return offered;
  }

  private static <T extends Enum<T>> T named(Class<T> of, String word, String field) {
    return Fields.constant(of, TextNode.valueOf(word), field);
  }

  private static <T extends Enum<T>> Set<T> constants(Class<T> of, JsonNode in, String name) {
    Set<T> all = EnumSet.noneOf(of);
    if (in.has(name)) {
      if (!in.get(name).isArray()) {
        throw new ProtocolFault("field '" + name + "' is " + Fields.shown(in.get(name)));
      }
      for (JsonNode value : in.get(name)) {
        all.add(Fields.constant(of, value, name));
      }
    }
    return all;
  }

  private static Set<Map.Entry<String, JsonNode>> entries(JsonNode in, String name) {
    if (!in.has(name)) {
      return Set.of();
    }
    if (!in.get(name).isObject()) {
      throw new ProtocolFault("field '" + name + "' is " + Fields.shown(in.get(name)));
    }
    return in.get(name).properties();
  }

  private static String text(JsonNode in, String name) {
    JsonNode value = Fields.needed(in, name);
    return said(value, name, LONGEST_NAME);
  }

  /** A text that goes into reports: in one line, and not too long. */
  private static String said(JsonNode value, String field, int longest) {
    String text = value.textValue();
    if (text == null
        || text.isBlank()
        || text.length() > longest
        || text.chars().anyMatch(Character::isISOControl)
        || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new ProtocolFault("field '" + field + "' is " + Fields.shown(value));
    }
    return text;
  }

  void write(JsonGenerator to) throws IOException {
    to.writeNumberField("protocol", Request.PROTOCOL);
    to.writeStringField("name", name);
    to.writeStringField("version", version);
    WireType.UNSIGNED.write(to, "page_size", declaration.pageSize());
    if (declaration.capacity() >= 0) {
      WireType.UNSIGNED.write(to, "capacity", declaration.capacity());
    }
    names(to, "features", declaration.offers());
    to.writeObjectFieldStart("reasons");
    for (Feature f : Feature.values()) {
      if (declaration.reasons().containsKey(f)) {
        to.writeStringField(f.name(), declaration.reasons().get(f));
      }
    }
    to.writeEndObject();
    to.writeObjectFieldStart("overhead");
    for (Resource r : Resource.values()) {
      if (declaration.overhead().containsKey(r)) {
        WireType.UNSIGNED.write(to, r.name(), declaration.overhead().get(r));
      }
    }
    to.writeEndObject();
    if (declaration.window().pages() > 0) {
      WireType.HEX.write(to, "window_base", declaration.window().base());
      WireType.UNSIGNED.write(to, "window_pages", declaration.window().pages());
    }
    names(to, "mappings", declaration.mappings());
    to.writeNumberField("batch", batch);
    to.writeStringField("fresh", fresh ? "process" : "boot");
  }

  private static void names(JsonGenerator to, String field, Set<? extends Enum<?>> names)
      throws IOException {
    to.writeArrayFieldStart(field);
    for (Enum<?> name : names) {
      to.writeString(name.name());
    }
    to.writeEndArray();
  }
}
