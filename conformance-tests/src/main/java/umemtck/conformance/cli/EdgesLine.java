package umemtck.conformance.cli;

import java.util.List;
import umemtck.conformance.tour.Toured;

/** How much of the graphs of the specification a subject was led through, in a line. */
final class EdgesLine {
  private EdgesLine() {}

  static String of(List<Toured> models) {
    int known = models.stream().mapToInt(Toured::known).sum();
    int covered = models.stream().mapToInt(Toured::covered).sum();
    int unsupported = models.stream().mapToInt(Toured::unsupported).sum();
    int other = known - covered - unsupported;
    return "edges covered: "
        + covered
        + " of "
        + known
        + " in "
        + models.size()
        + " models"
        + (unsupported == 0 ? "" : "; " + unsupported + " UNSUPPORTED")
        + (other == 0 ? "" : "; " + other + " not taken, edges.json says why");
  }
}
