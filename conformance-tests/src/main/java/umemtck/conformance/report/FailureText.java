package umemtck.conformance.report;

import java.util.ArrayList;
import java.util.List;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Clause;
import umemtck.conformance.catalogue.Facet;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.Finding;
import umemtck.conformance.suite.Lost;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.Shown;
import umemtck.conformance.suite.Verdict;

/**
 * A failure, for somebody who has to mend it: what was asked, what came, and how to see it again.
 */
public final class FailureText {
  private static final int WIDTH = 96;

  private static final String CHANCE =
      "Carried out once more, with the same seed, it did not fail: the subject is not the same each"
          + " time, and this may take more than one try to see again.";

  private static final String FREELY =
      "Its calls ran freely, as the threads came: it is carried out again until it fails, and may"
          + " not. Declare STALLS, and it fails each time.";

  private FailureText() {}

  /**
   * The lines of one failure.
   *
   * @param again what to paste to see it again
   */
  public static List<String> lines(
      Results results, ClauseVerdict v, Catalogue catalogue, String again) {
    Shown f = v.finding().orElseThrow();
    Facet facet = catalogue.facet(f.facet());
    // What happened to the subject may have come while another clause was asked.
    Clause c = catalogue.clause(facet.clause()).orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add(v.verdict() + " " + f.facet());
    lines.addAll(wrapped("  ", c.statement()));
    lines.addAll(labelled("level", level(c, facet, results.bench())));
    lines.addAll(labelled("source", c.source()));
    if (v.verdict() == Verdict.KNOWN) {
      lines.addAll(labelled("known", v.reason()));
    }
    lines.add("");
    lines.add(
        "  The shortest call list found; subject "
            + results.bench().subject().name()
            + ", pages of "
            + results.bench().declared().pageSize()
            + " bytes:");
    int n = 0;
    List<String> calls = HistoryText.lines(f.trial().history());
    for (String call : calls) {
      lines.add(String.format("  %4d  %s", ++n, call));
    }
    lines.add("");
    if (f instanceof Finding finding) {
      lines.addAll(labelled("expected", finding.breach().expected()));
      lines.addAll(labelled("got", calls.isEmpty() ? "nothing" : calls.get(calls.size() - 1)));
      if (f.trial().end() instanceof Trial.Broken b && !b.order().isEmpty()) {
        lines.addAll(labelled("order", HistoryText.order(f.trial().history(), b.order())));
      }
      lines.addAll(labelled("facet", facet.says()));
      lines.addAll(labelled("check", facet.check()));
      if (results.bench().subject().runsFreely() && overlaps(finding)) {
        lines.addAll(labelled("note", FREELY));
      } else if (!finding.again()) {
        lines.addAll(labelled("note", CHANCE));
      }
    } else if (f instanceof Lost lost) {
      lines.addAll(labelled("happened", lost.fault().text()));
      lines.addAll(labelled("facet", facet.says() + " Nothing is known of it."));
      lines.addAll(labelled("check", "The adapter first, then the subject; see subject.log."));
    }
    // In one line however long it is: it is there to be pasted.
    lines.add("  again     " + again);
    lines.addAll(labelled("more", "./umem-tck explain " + c.id()));
    return lines;
  }

  private static boolean overlaps(Finding finding) {
    return finding.plan().steps().stream().anyMatch(OverlapStep.class::isInstance);
  }

  /** How much the facet binds, which may be more than its clause does, and why it was asked. */
  private static String level(Clause c, Facet facet, Bench bench) {
    String profile = bench.profile().word();
    String binds = facet.strength().get(bench.profile()).word() + " in profile " + profile;
    List<String> features = facet.features().stream().map(Enum::name).toList();
    return c.level()
        + " in its source; this facet: "
        + binds
        + (features.isEmpty()
            ? ""
            : ", asked because the subject declares " + String.join(" and ", features));
  }

  private static List<String> labelled(String label, String text) {
    List<String> lines = new ArrayList<>();
    for (String line : wrapped("", text)) {
      lines.add(String.format("  %-9s %s", lines.isEmpty() ? label : "", line));
    }
    return lines;
  }

  /** A text broken into lines, each after the same margin. */
  public static List<String> wrapped(String margin, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(margin);
    for (String word : text.strip().split("\\s+")) {
      if (line.length() > margin.length() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(margin);
      }
      line.append(line.length() > margin.length() ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
