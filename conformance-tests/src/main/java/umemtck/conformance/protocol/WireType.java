package umemtck.conformance.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import umemtck.spec.ddi.Errno;

/**
 * How a value is written: 64 bits as a string, as its C type has them, because a JSON number has
 * fewer. Each value has one form; no other is read.
 */
enum WireType {
  /** {@code int}: the one type that is a JSON number. */
  INT {
    @Override
    String text(Object value) {
      return Integer.toString((Integer) value);
    }

    @Override
    Object parse(String text) {
      return Integer.parseInt(text);
    }
  },

  /** {@code int} that is 0 or 1. */
  BIT {
    @Override
    String text(Object value) {
      return (Boolean) value ? "1" : "0";
    }

    @Override
    Object parse(String text) {
      return text.equals("1");
    }
  },

  /** {@code size_t}, {@code uint64_t}, an amount, the number of a process. */
  UNSIGNED {
    @Override
    String text(Object value) {
      return Long.toUnsignedString((Long) value);
    }

    @Override
    Object parse(String text) {
      return Long.parseUnsignedLong(text);
    }
  },

  /** {@code off_t}. */
  SIGNED {
    @Override
    String text(Object value) {
      return Long.toString((Long) value);
    }

    @Override
    Object parse(String text) {
      return Long.parseLong(text);
    }
  },

  /** An address or a cookie. */
  HEX {
    @Override
    String text(Object value) {
      return "0x" + Long.toHexString((Long) value);
    }

    @Override
    Object parse(String text) {
      return Long.parseUnsignedLong(text.substring(Math.min(2, text.length())), 16);
    }
  },

  /**
   * An errno by name, because its number is another elsewhere. One without a name in the contract
   * is a number, and is never taken for one that has a name: it is read as negative then.
   */
  ERRNO {
    @Override
    String text(Object value) {
      int errno = Math.abs((Integer) value);
      boolean named = errno == (Integer) value && !Errno.text(errno).startsWith("errno ");
      return named ? Errno.text(errno) : Integer.toString(errno);
    }

    @Override
    Object parse(String text) {
      for (int named : NAMED) {
        if (Errno.text(named).equals(text)) {
          return named;
        }
      }
      int errno = Integer.parseInt(text);
      if (errno < 0) {
        throw new NumberFormatException();
      }
      return Errno.text(errno).startsWith("errno ") ? errno : -errno;
    }
  };

  private static final int[] NAMED = {
    0, Errno.ENXIO, Errno.EAGAIN, Errno.ENOMEM, Errno.EACCES, Errno.EFAULT, Errno.EINVAL
  };

  abstract String text(Object value);

  abstract Object parse(String text);

  private boolean isNumber() {
    return this == INT || this == BIT;
  }

  /** Writes a field. */
  void write(JsonGenerator to, String name, Object value) throws IOException {
    if (isNumber()) {
      to.writeFieldName(name);
      to.writeNumber(text(value));
    } else {
      to.writeStringField(name, text(value));
    }
  }

  /**
   * Reads a value.
   *
   * @throws NumberFormatException if it does not fit, or has another form than this would write
   */
  Object read(JsonNode value) {
    if (isNumber() ? !value.isIntegralNumber() : !value.isTextual()) {
      throw new NumberFormatException();
    }
    String text = value.asText();
    Object read = parse(text);
    if (!text(read).equals(text)) {
      throw new NumberFormatException();
    }
    return read;
  }
}
