package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import umemtck.conformance.KitThreads;
import umemtck.conformance.cli.Cli.Ran;

/** A run over a program that means ill, and what is left of it afterwards. */
final class Hostile {
  private static final Path PROGRAMS =
      Path.of("src", "test", "resources", "umemtck", "conformance", "hostile");

  private final Set<String> threadsBefore = KitThreads.busy();

  /** Found in the command line of each process that has to do with this run. */
  /** The programs that let the kit wait. */
  private static final Set<String> SILENT =
      Set.of("hangs", "hangs-in-a-reply", "closes-its-input", "leaves-a-daemon-unmarked");

  private final String token = "hostile-" + UUID.randomUUID();

  private final Path out;

  /** A run that writes its files into a folder. */
  Hostile(Path out) {
    this.out = out;
  }

  /** The words of a program that is sound before a request. */
  String subject(String program, int at) {
    return "exec:sh " + PROGRAMS.resolve(program + ".sh") + " " + token + " " + at;
  }

  /** Seconds: few, if nothing but patience ends the run; else more than a stalled machine loses. */
  private static String patience(String subject) {
    return SILENT.stream().anyMatch(p -> subject.contains("/" + p + ".sh ")) ? "3" : "60";
  }

  /** Runs {@code umem-tck run}. */
  Ran run(String subject, String... more) {
    List<String> words =
        new ArrayList<>(List.of("run", "--subject", subject, "--patience", patience(subject)));
    words.addAll(List.of("--out", out.toString()));
    words.addAll(List.of(more));
    return Cli.run(words.toArray(new String[0]));
  }

  /** Runs {@code umem-tck run} as most tests do: three clauses, and no child after the first. */
  Ran runShort(String subject) {
    return run(subject, "--tries", "3", "--only", "ALLOC.round-up,FREE,COOKIE", "--restarts", "0");
  }

  /** What {@code verdicts.json} says of the clauses that were asked. */
  Map<String, String> verdicts() {
    try {
      Map<String, String> verdicts = new TreeMap<>();
      JsonNode file = new ObjectMapper().readTree(out.resolve("verdicts.json").toFile());
      for (JsonNode c : file.get("clauses")) {
        String verdict = c.get("verdict").asText();
        if (!verdict.equals("EXCLUDED") && !verdict.equals("UNSUPPORTED")) {
          verdicts.put(
              c.get("id").asText(),
              verdict + (c.has("reason") ? " " + c.get("reason").asText() : ""));
        }
      }
      return verdicts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The size of the log, in bytes. */
  long logged() {
    try {
      return Files.size(out.resolve("subject.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing is left of it: no process, no thread, and no file but those that a run leaves. */
  void nothingIsLeft() {
    assertEquals(Set.of(), KitThreads.lasting(this::processes), "processes that are left");
    assertEquals(Set.of(), KitThreads.more(threadsBefore), "threads that are left");
    assertEquals(Set.of(), oddFiles(), "files that nobody wants");
  }

  /** Ends those that the kit cannot find. */
  void endProcesses() {
    ours().forEach(ProcessHandle::destroyForcibly);
  }

  /** The processes that have to do with this run. */
  Set<String> processes() {
    Set<String> found = new TreeSet<>();
    ours().forEach(p -> found.add(p.info().commandLine().orElse("")));
    return found;
  }

  private Stream<ProcessHandle> ours() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().filter(line -> line.contains(token)).isPresent());
  }

  private static final Set<String> FILES =
      Set.of("allure-results", "junit", "replay", "statement.txt", "subject.log", "verdicts.json");

  private Set<String> oddFiles() {
    try (Stream<Path> files = Files.list(out)) {
      Set<String> odd = new TreeSet<>();
      files.map(f -> f.getFileName().toString()).forEach(odd::add);
      odd.removeAll(FILES);
      return odd;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
