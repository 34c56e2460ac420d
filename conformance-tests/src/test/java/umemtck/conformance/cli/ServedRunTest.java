package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.cli.Cli.Ran;
import umemtck.conformance.report.Shell;

/**
 * A whole run over a child gives the same verdicts as one in this process, byte for byte; but a
 * child is not driven from stall to stall.
 */
final class ServedRunTest {
  @TempDir private Path dir;

  @Test
  void the_reference_kernel_behind_umem_tck_serve() throws IOException {
    String here = verdicts("reference", "here");
    String served = verdicts("exec:" + serve("reference"), "served");
    assertEquals(here, served);
  }

  private String verdicts(String subject, String folder) throws IOException {
    Path out = dir.resolve(folder);
    Ran ran =
        Cli.run(
            "run",
            "--subject",
            subject,
            "--tries",
            "3",
            "--seed",
            "7",
            "--skip",
            "tour,concurrent",
            "--out",
            out.toString());
    String text = Files.readString(out.resolve("verdicts.json"));
    assertEquals(5, ran.status(), ran.err());
    return text;
  }

  private static String serve(String subject) {
    return String.join(
        " ",
        Shell.word(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        Shell.word(System.getProperty("java.class.path")),
        Main.class.getName(),
        "serve",
        "--subject",
        subject);
  }
}
