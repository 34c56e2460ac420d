package umemtck.conformance.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import umemtck.conformance.UserError;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Clause;
import umemtck.conformance.matrix.Matrix;

/** {@code umem-tck clauses}. */
@Command(
    name = "clauses",
    description = "Lists the clauses of the contract, and which layer of the kit has them.",
    footerHeading = "%nColumns:%n",
    footer = {
      "  LEVEL       as in its source: MUST, SHOULD, MAY, UNDEFINED",
      "  DOCUMENTED  how much it binds in this profile: must (broken is FAIL),",
      "              quality (not met is NOTED), may (what happened is recorded),",
      "              undefined, absent (not part of it)",
      "  ILLUMOS     the same in the other profile",
      "  TLA+        how many modules of the specification cite it",
      "  MODEL       how many classes of the pure Java model cite it",
      "  KERNEL      x if the reference kernel is judged on it in both profiles,",
      "              else the name of the one",
      "  PROPERTIES  how many properties ask about it: one for each facet",
      "  ZOO         how many residents of the zoo commit this sin",
      "  -[N]        none; why, is said below the table under this number",
      "",
      "umem-tck explain CLAUSE names them, and says whose duty the clause is."
    })
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
    List<Clause> clauses =
        Catalogue.load().clauses().stream()
            .filter(c -> areas.isEmpty() || areas.contains(c.area()))
            .toList();
    MatrixTable table = new MatrixTable(Console.ofProcess(), Matrix.load());
    table.print(clauses);
    return table.unexplained() == 0 ? 0 : Main.KIT;
  }
}
