package umemtck.conformance.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the subject's standard output and error go: a log, kept, never a verdict. */
final class SubjectOutput {
  /** The log's name in the folder of the run. */
  static final String LOG = "subject.log";

  private SubjectOutput() {}

  static void into(Path out) throws IOException {
    OutputStream file = Files.newOutputStream(out.resolve(LOG));
    PrintStream to = new PrintStream(file, true, StandardCharsets.UTF_8);
    System.setOut(to);
    System.setErr(to);
  }
}
