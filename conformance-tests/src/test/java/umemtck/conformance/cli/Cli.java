package umemtck.conformance.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** The command line, in this JVM or, where the process's own status matters, in another. */
final class Cli {
  /** What came of a command. */
  record Ran(int status, String out, String err) {}

  private Cli() {}

  static Ran run(String... args) {
    return captured(() -> Main.execute(args));
  }

  /** Whatever a command does with the console and the process's streams, kept apart. */
  static Ran captured(IntSupplier command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream processOut = System.out;
    PrintStream processErr = System.err;
    Console before = Console.ofProcess();
    Console.setCurrent(new Console(utf8(out), utf8(err), false));
    try {
      int status = Main.statusOf(command);
      return new Ran(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      Console.setCurrent(before);
      System.setOut(processOut);
      System.setErr(processErr);
    }
  }

  /** The real door: a process of its own, into pipes. */
  static Ran fork(Map<String, String> environment, String... args) {
    return fork(System.getProperty("java.class.path"), environment, args);
  }

  static Ran fork(String classpath, Map<String, String> environment, String... args) {
    try {
      Path out = Files.createTempFile("umem-tck", ".out");
      Path err = Files.createTempFile("umem-tck", ".err");
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Xshare:auto",
                  "-cp",
                  classpath,
                  Main.class.getName()));
      command.addAll(List.of(args));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      int status = builder.start().waitFor();
      Ran ran = new Ran(status, Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return ran;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrintStream utf8(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
