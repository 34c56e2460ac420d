package umemtck.conformance.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Window;

/** The fields that say what a subject declares. */
final class DeclarationFields {
  private static final int LONGEST_REASON = 500;

  private DeclarationFields() {}

  static Declaration read(JsonNode in) {
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
        constants(Feature.class, in, "features"),
        reasons,
        overhead,
        window,
        constants(MappingKind.class, in, "mappings"));
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

  /** A text that goes into reports: in one line, and not too long. */
  static String said(JsonNode value, String field, int longest) {
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

  static void write(JsonGenerator to, Declaration declaration) throws IOException {
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
