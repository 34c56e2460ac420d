package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import umemtck.conformance.cli.Cli.Ran;

/** A fault of the kit is 70 and says so; 1 is the contract's alone. */
final class KitFaultsTest {
  static Stream<Throwable> faults() {
    return Stream.of(
        new OutOfMemoryError("heap"),
        new StackOverflowError(),
        new AssertionError("kit"),
        new NoClassDefFoundError("kit"),
        new IllegalStateException("kit"));
  }

  @ParameterizedTest
  @MethodSource
  void faults(Throwable fault) {
    Ran ran = Cli.captured(() -> sneak(fault));
    assertEquals(70, ran.status());
    assertEquals("", ran.out());
    assertTrue(ran.err().startsWith("umem-tck: this is a fault of the kit, not of the subject."));
    assertTrue(ran.err().contains("Please report it"));
    assertTrue(ran.err().contains(fault.getClass().getName()));
  }

  @Test
  void also_when_it_cannot_even_be_told() {
    Console before = Console.ofProcess();
    PrintStream none =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void println(String text) {
            throw new OutOfMemoryError("again");
          }
        };
    Console.setCurrent(new Console(none, none, false));
    try {
      assertEquals(70, Main.statusOf(() -> sneak(new OutOfMemoryError("heap"))));
    } finally {
      Console.setCurrent(before);
    }
  }

  /** Through the real door: a kit whose catalogue is damaged. */
  @Test
  void a_damaged_kit_is_not_taken_for_a_broken_contract(@TempDir Path dir) throws IOException {
    Path clauses = dir.resolve("umemtck/spec/clauses");
    Files.createDirectories(clauses);
    Files.writeString(clauses.resolve("ALLOC.yaml"), "[");
    String damaged = dir + File.pathSeparator + System.getProperty("java.class.path");
    Ran ran = Cli.fork(damaged, Map.of(), "clauses");
    assertEquals(70, ran.status());
    assertTrue(ran.err().startsWith("umem-tck: this is a fault of the kit"), ran.err());
  }

  private static int sneak(Throwable t) {
    throw KitFaultsTest.<RuntimeException>unchecked(t);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable t) throws T {
    throw (T) t;
  }
}
