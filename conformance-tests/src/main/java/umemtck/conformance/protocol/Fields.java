package umemtck.conformance.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemSetup;

/**
 * The fields of one kind of record. They are its components, by their names: the same word in Java
 * and on the wire.
 */
final class Fields {
  private static final Map<String, WireType> LONGS =
      Map.ofEntries(
          Map.entry("address", WireType.HEX),
          Map.entry("addr", WireType.HEX),
          Map.entry("cookie", WireType.HEX),
          Map.entry("buf", WireType.HEX),
          Map.entry("iodone", WireType.HEX),
          Map.entry("dhp", WireType.HEX),
          Map.entry("off", WireType.SIGNED),
          Map.entry("blkno", WireType.SIGNED),
          Map.entry("difference", WireType.SIGNED));

  /**
   * One component.
   *
   * @param type how it is written; null for one of names, a vector or a setup
   */
  private record Field(String name, Class<?> of, WireType type, RecordComponent component) {
    /** What its fields end in, where it is a setup: the second is the one that may be missing. */
    String suffix() {
      return name.equals("again") ? SetupFields.SECOND : "";
    }

    /** Whether it is what a setup answered. */
    boolean isOfASetup() {
      return component.getDeclaringRecord() == Outcome.Mapped.class
          && (name.equals("setup") || name.equals("again"));
    }

    /** Whether a line has no field for it: a setup that there is not, or that was not made. */
    boolean isLeftOut(Object value) {
      return value == null || isOfASetup() && value.equals(Outcome.Mapped.NOT_MADE);
    }
  }

  private final List<Field> fields = new ArrayList<>();
  private final Constructor<?> constructor;

  Fields(Class<? extends Record> kind) {
    this(kind, Map.of());
  }

  /** The same, where some components have another name on the wire. */
  Fields(Class<? extends Record> kind, Map<String, String> names) {
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent c : kind.getRecordComponents()) {
      types.add(c.getType());
      String name = names.getOrDefault(c.getName(), c.getName());
      fields.add(new Field(name, c.getType(), type(name, c.getType()), c));
    }
    try {
      constructor = kind.getDeclaredConstructor(types.toArray(new Class<?>[0]));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WireType type(String name, Class<?> of) {
    if (of == long.class) {
      return LONGS.getOrDefault(name, WireType.UNSIGNED);
    }
    if (of == int.class) {
      return name.equals("errno") ? WireType.ERRNO : WireType.INT;
    }
    return null;
  }

  void write(JsonGenerator to, Object record) throws IOException {
    for (Field f : fields) {
      Object value = value(f, record);
      if (f.isLeftOut(value)) {
        continue;
      }
      if (f.type() != null) {
        f.type().write(to, f.name(), value);
      } else if (value instanceof UmemSetup setup) {
        SetupFields.write(to, setup, f.suffix());
      } else if (value instanceof CallbackVector v) {
        WireType.BIT.write(to, "vector", v.given());
        WireType.INT.write(to, "vector_version", v.version());
        WireType.BIT.write(to, "vector_function", v.function());
      } else {
        to.writeStringField(f.name(), ((Enum<?>) value).name());
      }
    }
  }

  /**
   * Reads the record out of the fields of a line.
   *
   * @throws ProtocolFault if one is missing or does not fit
   */
  Object read(JsonNode line) {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      Field f = fields.get(i);
      if (f.of() == UmemSetup.class) {
        values[i] = SetupFields.read(line, f.suffix());
      } else if (f.isOfASetup()) {
        values[i] = answered(line, f.name());
      } else if (f.of() == CallbackVector.class) {
        values[i] =
            new CallbackVector(
                (Boolean) value(line, "vector", WireType.BIT),
                (Integer) value(line, "vector_version", WireType.INT),
                (Boolean) value(line, "vector_function", WireType.BIT));
      } else {
        values[i] =
            f.type() == null
                ? constant(f.of(), needed(line, f.name()), f.name())
                : value(line, f.name(), f.type());
      }
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a setup answered; the number that says it was not made has no form on the wire. */
  private static int answered(JsonNode line, String name) {
    if (!line.has(name)) {
      return Outcome.Mapped.NOT_MADE;
    }
    int answer = (Integer) value(line, name, WireType.INT);
    if (answer == Outcome.Mapped.NOT_MADE) {
      throw new ProtocolFault("field '" + name + "' is " + answer + ", neither 0 nor -1");
    }
    return answer;
  }

  /** Reads one field. */
  static Object value(JsonNode line, String name, WireType type) {
    JsonNode value = needed(line, name);
    try {
      return type.read(value);
    } catch (NumberFormatException e) {
      throw new ProtocolFault("field '" + name + "' is " + shown(value) + ", no " + type);
    }
  }

  /** Reads one of several names. */
  static <T> T constant(Class<T> of, JsonNode value, String name) {
    for (T constant : of.getEnumConstants()) {
      if (value.isTextual() && ((Enum<?>) constant).name().equals(value.textValue())) {
        return constant;
      }
    }
    throw new ProtocolFault(
        "field '" + name + "' is " + shown(value) + ", no " + of.getSimpleName());
  }

  static JsonNode needed(JsonNode line, String name) {
    JsonNode value = line.get(name);
    if (value == null) {
      throw new ProtocolFault("no field '" + name + "'");
    }
    return value;
  }

  /** A value that may be anything, in a length that can be printed. */
  static String shown(JsonNode value) {
    return Lines.shown(value.toString());
  }

  private static Object value(Field f, Object record) {
    try {
      return f.component().getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
