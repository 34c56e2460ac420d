package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is judged if the command line names nobody. */
final class DefaultSubjectTest {
  @TempDir Path out;

  @Test
  void the_reference_kernel_that_keeps_the_contract_asked_for() {
    Cli.Ran documented = run();
    assertTrue(documented.out().contains("subject reference 0"), documented.out());
    Cli.Ran illumos = run("--profile", "illumos");
    assertEquals(0, illumos.status(), illumos.out());
    assertTrue(illumos.out().contains("subject reference:illumos 0"), illumos.out());
  }

  private Cli.Ran run(String... more) {
    String[] all = {
      "run", "--tries", "20", "--only", "ACCT.move-carries-charge", "--out", out.toString()
    };
    String[] args = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, args, all.length, more.length);
    return Cli.run(args);
  }
}
