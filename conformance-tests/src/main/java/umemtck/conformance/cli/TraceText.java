package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import umemtck.conformance.trace.MachineVerdict;
import umemtck.conformance.trace.TraceVerdict;
import umemtck.reference.model.Breach;
import umemtck.tla.trace.TraceReport;

/** What the two judges say of a trace, in words. */
final class TraceText {
  private static final int SHOWN = 5;

  private final Console console;
  private final Path file;

  TraceText(Console console, Path file) {
    this.console = console;
    this.file = file;
  }

  void print(TraceVerdict v) throws IOException {
    console.line(
        "%s %s, by the contract of profile %s: %s, %s, %d of them judged"
            .formatted(
                v.head().name(),
                v.head().version(),
                v.head().profile().word(),
                count(v.machines().size(), "machine"),
                count(v.events(), "event"),
                v.judged()));
    if (!v.unknown().isEmpty()) {
      console.line(
          "calls that no specification knows, judged by the Java judge alone: "
              + v.unknown().entrySet().stream()
                  .map(e -> e.getValue() + " " + e.getKey())
                  .collect(Collectors.joining(", ")));
    }
    List<MachineVerdict> refused = v.refused();
    for (MachineVerdict m : refused.subList(0, Math.min(SHOWN, refused.size()))) {
      refused(m);
    }
    if (refused.size() > SHOWN) {
      console.line("and " + count(refused.size() - SHOWN, "machine") + " more");
    }
    end(v);
  }

  private static String count(long n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }

  private void refused(MachineVerdict m) throws IOException {
    long line = m.line() + 1 + m.event();
    console.line("machine " + m.number() + ", line " + line + ": " + text(line));
    specification(m);
    java(m);
  }

  private String text(long line) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.skip(line - 1).findFirst().orElse("");
    }
  }

  private void specification(MachineVerdict m) {
    TraceReport.Machine s = m.specification();
    if (m.together() == MachineVerdict.Together.DUTY) {
      console.line("  specification  is not asked");
      return;
    }
    if (s.accepted()) {
      console.line("  specification  accepts it" + (m.why().isEmpty() ? "" : ": " + m.why()));
      return;
    }
    console.line(
        "  specification  refused by "
            + m.module()
            + (s.tried().isEmpty()
                ? ": no step fits it"
                : "; not possible: " + String.join(", ", s.tried())));
    console.line("                 before it, " + count(s.count(), "state") + " possible:");
    for (String state : s.states()) {
      state.lines().forEach(l -> console.line("                   " + l));
      console.line("");
    }
  }

  private void java(MachineVerdict m) {
    switch (m.java().kind()) {
      case ACCEPTED -> console.line("  Java judge     accepts it");
      case DUTY -> {
        console.line("  Java judge     the caller breaks a duty: " + said(m));
        console.line("                 from there on the contract says nothing");
      }
      default ->
          console.line(
              "  Java judge     refused"
                  + (m.java().event() == m.event() ? ": " : " at another event: ")
                  + said(m));
    }
  }

  private static String said(MachineVerdict m) {
    Breach first = m.java().breaches().get(0);
    return first.facet() + ": expected " + first.expected();
  }

  private void end(TraceVerdict v) {
    switch (v.exit()) {
      case 0 -> console.line("accepted by the specification and by the Java judge (exit 0)");
      case 1 -> console.line("refused (exit 1)");
      default -> {
        console.line("the two judges disagree (exit " + v.exit() + ")");
        console.line(
            "  This is a fault of the kit, not of the subject. Please report it with "
                + file
                + ".");
      }
    }
  }
}
