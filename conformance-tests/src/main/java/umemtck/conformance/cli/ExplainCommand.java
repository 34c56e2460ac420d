package umemtck.conformance.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import umemtck.conformance.UserError;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Clause;
import umemtck.conformance.catalogue.Facet;
import umemtck.conformance.matrix.Cell;
import umemtck.conformance.matrix.Layer;
import umemtck.conformance.matrix.Matrix;
import umemtck.conformance.report.FailureText;
import umemtck.spec.Profile;

/** {@code umem-tck explain}. */
@Command(
    name = "explain",
    description = "Says all that is known of a clause: text, source, tests, who breaks it.")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CLAUSE", description = "Its id, for instance ALLOC.round-up.")
  private String id;

  private final Console console = Console.ofProcess();

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.load();
    String clauseId = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
    Clause c =
        catalogue
            .clause(clauseId)
            .orElseThrow(
                () ->
                    UserError.usage(
                        clauseId + ": there is no such clause.",
                        "umem-tck clauses lists them; " + Nearest.to(clauseId, catalogue)));
    clause(c);
    c.facets().forEach(this::facet);
    layers(c);
    label("to run it", "./umem-tck run --only " + c.id());
    return 0;
  }

  private void clause(Clause c) {
    console.line(console.styled("bold", c.id()));
    FailureText.wrapped("  ", c.statement()).forEach(console::line);
    console.line("");
    label("level", c.level() + ", a duty of the " + c.duty());
    label(
        "strength",
        c.strength().get(Profile.DOCUMENTED).word()
            + " in documented, "
            + c.strength().get(Profile.ILLUMOS).word()
            + " in illumos");
    label("source", c.source());
    if (!c.conflict().isEmpty()) {
      label("settles", String.join(", ", c.conflict()));
    }
    c.note().ifPresent(n -> label("note", n));
    label(c.testability(), c.reason());
    c.needs().ifPresent(n -> label("needs", "area " + n));
  }

  private void facet(Facet f) {
    console.line("");
    console.line(console.styled("bold", f.id()));
    label("says", f.says());
    label(
        "strength",
        f.strength().get(Profile.DOCUMENTED).word()
            + " in documented, "
            + f.strength().get(Profile.ILLUMOS).word()
            + " in illumos");
    if (!f.features().isEmpty()) {
      label("offered", String.join(", ", f.features().stream().map(Enum::name).toList()));
    }
    if (!f.situations().isEmpty()) {
      label("must see", String.join(", ", f.situations().stream().map(s -> s.word()).toList()));
    }
    if (!f.records().isEmpty()) {
      label("records", String.join(", ", f.records().stream().map(s -> s.word()).toList()));
    }
    f.needs().ifPresent(n -> label("needs", "area " + n));
    label("check", f.check());
    Matrix.asking(f).forEach(t -> label("test", t));
  }

  /** What each layer has of it, by name. */
  private void layers(Clause c) {
    console.line("");
    Matrix matrix = Matrix.load();
    String before = "";
    for (Layer layer : Layer.values()) {
      Cell cell = matrix.cell(c, layer);
      String why = cell.why().orElse("nobody says why: a fault of the kit, please report it");
      boolean said = why.equals(c.testability() + ": " + c.reason());
      String because = said ? c.testability() + ", as above" : why;
      String none = why.equals(before) ? "none, for the same reason" : "none: " + because;
      label(layer.word(), cell.isHole() ? none : String.join(", ", cell.names()));
      before = cell.isHole() ? why : "";
    }
  }

  private void label(String label, String text) {
    boolean first = true;
    for (String line : FailureText.wrapped("", text)) {
      console.line(String.format("  %-11s %s", first ? label : "", line));
      first = false;
    }
  }
}
