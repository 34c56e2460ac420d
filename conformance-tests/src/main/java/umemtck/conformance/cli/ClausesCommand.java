package umemtck.conformance.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import umemtck.conformance.UserError;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Clause;
import umemtck.spec.Profile;

/** {@code umem-tck clauses}. */
@Command(name = "clauses", description = "Lists the clauses of the contract.")
final class ClausesCommand implements Callable<Integer> {
  @Parameters(paramLabel = "AREA", arity = "0..*", description = "These areas alone.")
  private List<String> areas = List.of();

  @Override
  public Integer call() {
    for (String area : areas) {
      if (!Catalogue.AREAS.contains(area)) {
        throw UserError.usage(
            area + ": there is no such area.",
            "There are " + String.join(", ", Catalogue.AREAS) + ".");
      }
    }
    Console console = Console.ofProcess();
    console.line(row("CLAUSE", "LEVEL", "DOCUMENTED", "ILLUMOS", "DUTY", "TESTABILITY"));
    for (Clause c : Catalogue.load().clauses()) {
      if (areas.isEmpty() || areas.contains(c.area())) {
        console.line(
            row(
                c.id(),
                c.level(),
                c.strength().get(Profile.DOCUMENTED).word(),
                c.strength().get(Profile.ILLUMOS).word(),
                c.duty(),
                c.testability()));
      }
    }
    return 0;
  }

  private static String row(String... cells) {
    return String.format("%-31s %-10s %-11s %-11s %-15s %s", (Object[]) cells);
  }
}
