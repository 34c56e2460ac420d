package umemtck.conformance.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import umemtck.conformance.UserError;
import umemtck.conformance.protocol.TraceHead;
import umemtck.conformance.report.Kit;
import umemtck.conformance.session.Bench;
import umemtck.conformance.trace.TraceWriter;

/** The file that {@code --record} names: a trace of every machine of a run. */
final class Recording {
  /** Of a run that is not recorded. */
  static final Recording NONE = new Recording(null);

  private final Path file;
  private TraceWriter writer;

  private Recording(Path file) {
    this.file = file;
  }

  /**
   * Makes the file; a wrong place is found before anything runs.
   *
   * @param file null for none
   */
  static Recording to(Path file) {
    if (file == null) {
      return NONE;
    }
    try {
      Files.newOutputStream(file).close();
    } catch (IOException e) {
      throw UserError.usage(
          "--record " + file + " cannot be written: " + Why.of(e) + ".",
          "Name a file that you may write to.");
    }
    return new Recording(file);
  }

  /** Records what is carried out on a bench from now on. */
  void begin(Bench bench) throws IOException {
    if (file == null) {
      return;
    }
    TraceHead head =
        new TraceHead(
            Kit.VERSION,
            bench.subject().name(),
            bench.subject().version(),
            bench.profile(),
            bench.declared());
    writer = TraceWriter.open(file, head);
    bench.record(writer::machine);
  }

  /** Ends the file. */
  void end() {
    if (writer == null) {
      return;
    }
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("--record " + file + " cannot be written", e);
    }
  }
}
