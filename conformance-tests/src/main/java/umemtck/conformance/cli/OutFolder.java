package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import umemtck.conformance.UserError;
import umemtck.conformance.report.Reports;

/** The folder that {@code --out} names. */
final class OutFolder {
  private OutFolder() {}

  /** Makes it and empties it of an earlier run; a wrong place is found before anything runs. */
  static void prepare(Path out) {
    try {
      Reports.clear(out);
      Files.deleteIfExists(out.resolve(SubjectOutput.LOG));
      Files.delete(Files.createTempFile(out, ".writable", ""));
    } catch (IOException e) {
      throw UserError.usage(
          "--out " + out + " cannot be written: " + Why.of(e) + ".",
          "Name a folder that you may write to.");
    }
  }
}
