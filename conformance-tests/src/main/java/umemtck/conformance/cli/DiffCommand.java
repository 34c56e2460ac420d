package umemtck.conformance.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import umemtck.conformance.UserError;
import umemtck.conformance.report.Json;
import umemtck.conformance.report.VerdictsFile;

/** {@code umem-tck diff}. */
@Command(
    name = "diff",
    description = "Compares the verdicts of two runs.",
    footerHeading = "%nExit status: ",
    footer = "0 if they are the same, 1 if not.")
final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BEFORE", description = "verdicts.json of a run.")
  private Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "verdicts.json of another.")
  private Path after;

  @Override
  public Integer call() {
    Console console = Console.ofProcess();
    Map<String, VerdictsFile.Row> old =
        read(before).clauses().stream()
            .collect(Collectors.toMap(VerdictsFile.Row::id, Function.identity()));
    int differences = 0;
    for (VerdictsFile.Row now : read(after).clauses()) {
      VerdictsFile.Row then = old.get(now.id());
      if (then == null || then.verdict() != now.verdict()) {
        differences++;
        console.line(
            String.format(
                "%-31s %-11s -> %-11s %s",
                now.id(),
                then == null ? "(none)" : then.verdict(),
                now.verdict(),
                now.reason() == null ? "" : now.reason()));
      }
    }
    console.line(differences == 0 ? "the same verdicts" : differences + " verdicts differ");
    return differences == 0 ? 0 : 1;
  }

  private static VerdictsFile read(Path file) {
    try {
      VerdictsFile v = Json.readOpen(file, VerdictsFile.class);
      if (VerdictsFile.SCHEMA.equals(v.schema()) && v.clauses() != null) {
        return v;
      }
      throw UserError.usage(file + " is of another version: " + v.schema(), "Run it again.");
    } catch (JsonProcessingException e) {
      throw UserError.usage(
          file + " is no verdicts.json: " + Why.of(e) + ".", "Name one that run wrote.");
    } catch (IOException e) {
      throw UserError.usage(
          file + " cannot be read: " + Why.of(e) + ".", "Name one that run wrote.");
    }
  }
}
