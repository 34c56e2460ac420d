package umemtck.tla.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import umemtck.reference.model.ModelConfig;
import umemtck.spec.ddi.Event;
import umemtck.tla.Fork;
import umemtck.tla.ModelTable;
import umemtck.tla.SpecFiles;

/**
 * Holds a trace against the specification, by TLC's own evaluator in a JVM of its own. Each area
 * has a specification, which sees the events of its own; the trace is accepted if each accepts it.
 */
public final class TraceCheck implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** With fewer moments, compiling well does not pay. */
  private static final int SHORT = 40_000;

  /** What is told to one specification. */
  private static final class Part {
    private final Script script;
    private final Path folder;
    private final BufferedWriter moments;
    private long written;

    Part(Script script, Path folder) throws IOException {
      this.script = script;
      this.folder = folder;
      moments = Files.newBufferedWriter(folder.resolve("moments.ndjson"));
    }

    void write(Moment m) throws IOException {
      written++;
      moments.write(JSON.writeValueAsString(m));
      moments.write('\n');
    }
  }

  private final Fork fork;
  private final List<Part> parts = new ArrayList<>();

  /**
   * What is judged of a machine.
   *
   * @param known the numbers of the events that some specification judges, from 0
   * @param exact of these the numbers of those of which it allows no more than the contract does
   */
  public record Seen(Set<Integer> known, Set<Integer> exact) {
    /** Keeps copies. */
    public Seen {
      known = Set.copyOf(known);
      exact = Set.copyOf(exact);
    }
  }

  /**
   * A check of one trace.
   *
   * @param config what the trace says of the subject, and by whose contract it is
   * @param work a folder for working files
   */
  public TraceCheck(ModelConfig config, Fork fork, Path work) throws IOException {
    this.fork = fork;
    Files.createDirectories(work);
    for (Script script : List.of(new AllocScript(config), new LockScript(config))) {
      Path folder = Files.createTempDirectory(work, script.module());
      parts.add(new Part(script, folder));
    }
  }

  /**
   * Tells what a machine did; the machines of one trace, one after the other.
   *
   * @param events what was seen of it, from its boot
   * @return what is judged of it
   */
  public Seen tell(List<Event> events) throws IOException {
    Set<Integer> known = new HashSet<>();
    Set<Integer> exact = new HashSet<>();
    for (Part part : parts) {
      Script.Told told = part.script.tell(events);
      known.addAll(told.known());
      told.known().stream().filter(e -> e < told.lax()).forEach(exact::add);
      part.write(new Moment(0, Moment.Kind.BOOT, 0, List.of()));
      for (Moment m : told.moments()) {
        part.write(m);
      }
    }
    return new Seen(known, exact);
  }

  /**
   * What each specification says of all that was told.
   *
   * @throws IllegalStateException if TLC could not evaluate it: a fault of the kit
   */
  public List<TraceReport> reports() throws IOException, InterruptedException {
    close();
    List<TraceReport> reports = new ArrayList<>();
    for (Part part : parts) {
      reports.add(report(part));
    }
    return reports;
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.moments.close();
    }
  }

  private TraceReport report(Part part) throws IOException, InterruptedException {
    String module = part.script.module();
    Path folder = part.folder.toAbsolutePath();
    JSON.writeValue(folder.resolve("constants.json").toFile(), part.script.constants());
    unpack(module, folder);
    Path found = folder.resolve("found.json");
    Fork.Ended ended =
        fork.run(
            folder,
            part.written < SHORT,
            "umemtck.tla.host.TraceHost",
            List.of(module, "constants.json", "moments.ndjson", "found.json"));
    if (ended.exit() != 0 || !Files.exists(found)) {
      throw new IllegalStateException(
          "TLC cannot evaluate the trace by " + module + ": " + String.join("\n", ended.output()));
    }
    return read(module, JSON.readTree(found.toFile()));
  }

  private static void unpack(String module, Path folder) throws IOException {
    for (String m : ModelTable.load().modules()) {
      SpecFiles.copy(m + ".tla", folder.resolve(m + ".tla"));
    }
    SpecFiles.copy("trace/" + module + ".tla", folder.resolve(module + ".tla"));
    SpecFiles.copy("trace/" + module + ".cfg", folder.resolve(module + ".cfg"));
  }

  private static TraceReport read(String module, JsonNode found) {
    List<TraceReport.Machine> machines = new ArrayList<>();
    for (JsonNode m : found.get("machines")) {
      machines.add(
          m.isEmpty()
              ? TraceReport.Machine.ACCEPTED
              : new TraceReport.Machine(
                  m.get("event").intValue(),
                  texts(m.get("tried")),
                  texts(m.get("states")),
                  m.get("count").intValue()));
    }
    return new TraceReport(
        module, machines, found.get("loading").doubleValue(), found.get("seconds").doubleValue());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.textValue()));
    return texts;
  }
}
