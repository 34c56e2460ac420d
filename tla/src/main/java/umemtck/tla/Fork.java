package umemtck.tla;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A JVM of its own for every use of TLC, which keeps its state in static fields: talking is by
 * arguments, files and the exit status.
 */
public final class Fork {
  /** What a class must be loaded for in the forked JVM, besides TLC itself. */
  private static final List<String> NEEDED =
      List.of(
          "umemtck.tla.Fork",
          "umemtck.reference.model.UmemModel",
          "umemtck.spec.ddi.Call",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.annotation.JsonProperty");

  private final Path tools;
  private final Duration budget;

  /**
   * Forks with one TLC.
   *
   * @param tla2tools a jar; if empty, the one on the class path
   * @throws IllegalStateException if there is none
   */
  public Fork(Optional<Path> tla2tools, Duration budget) {
    this.tools = tla2tools.orElseGet(Fork::onClassPath);
    this.budget = budget;
    if (!Files.isRegularFile(tools)) {
      throw new IllegalStateException("there is no TLC at " + tools + "; give --tla2tools a jar");
    }
  }

  private static Path onClassPath() {
    return sourceOf("tlc2.TLC")
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "TLC is not shipped with the kit: give --tla2tools a tla2tools.jar, or run"
                        + " from a checkout"));
  }

  /** Where a class was loaded from, without running any of it. */
  private static Optional<Path> sourceOf(String name) {
    try {
      CodeSource source =
          Class.forName(name, false, Fork.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot tell where " + name + " came from", e);
    }
  }

  /**
   * How a fork ended.
   *
   * @param exit its exit status; -1 if it was killed
   * @param killed whether it ran out of time
   * @param output what it printed
   * @param seconds how long it took
   */
  public record Ended(int exit, boolean killed, List<String> output, double seconds) {
    /** Keeps a copy. */
    public Ended {
      output = List.copyOf(output);
    }
  }

  /**
   * Runs a class of {@code umemtck.tla.host}.
   *
   * @param folder where it runs; must be its own
   * @param quick whether it is so short that compiling well does not pay
   */
  public Ended run(Path folder, boolean quick, String mainClass, List<String> args)
      throws IOException, InterruptedException {
    Path tmp = Files.createDirectories(folder.resolve("tmp"));
    Path output = folder.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xss16m", "-Xmx2g"));
    if (quick) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.add("-Djava.io.tmpdir=" + tmp.toAbsolutePath());
    command.addAll(List.of("-cp", classPath(), mainClass));
    command.addAll(args);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended;
    try {
      ended = process.waitFor(budget.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly().waitFor();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Ended(ended ? process.exitValue() : -1, !ended, Files.readAllLines(output), seconds);
  }

  private String classPath() {
    Set<String> entries = new LinkedHashSet<>();
    entries.add(tools.toAbsolutePath().toString());
    for (String name : NEEDED) {
      sourceOf(name).ifPresent(p -> entries.add(p.toAbsolutePath().toString()));
    }
    return entries.stream().collect(Collectors.joining(java.io.File.pathSeparator));
  }
}
