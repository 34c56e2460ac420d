package umemtck.conformance.exec;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import umemtck.conformance.UserError;

/**
 * The requests as they were sent, for somebody who wants to send them by hand. Of several children
 * only the last one's are kept: it is the one that something happened to.
 */
final class RequestLog {
  /** Keeps none. */
  static final RequestLog NONE = new RequestLog(null);

  private final Path file;
  private OutputStream to;

  RequestLog(Path file) {
    this.file = file;
  }

  /** A child was started: what was sent to the one before is forgotten. */
  void begin() {
    if (file == null) {
      return;
    }
    try {
      close();
      to = Files.newOutputStream(file);
    } catch (IOException e) {
      throw UserError.usage(
          "--emit-requests " + file + " cannot be written.", "Name a file that you may write to.");
    }
  }

  void add(byte[] line) {
    if (to != null) {
      try {
        to.write(line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void close() {
    if (to != null) {
      try {
        to.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
