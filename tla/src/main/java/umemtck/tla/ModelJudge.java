package umemtck.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Tells what a run of TLC is worth. TLC's exit status alone is not: it is 0 for a model without
 * properties, for one without states, and for one that stopped half-way.
 */
final class ModelJudge {
  private static final String PASS = "pass";
  private static final String FAIL = "fail";
  private static final String ERROR = "error";

  /** The modules that others refine. */
  private static final List<String> ABSTRACT = List.of("UmemAbs", "UmemLock", "UmemDevmap");

  private final Expectation expected;
  private final Fork.Ended ended;
  private final TlcMessages said;
  private final Optional<Checked> checked;
  private final List<String> complaints = new ArrayList<>();
  private boolean fault;

  /**
   * What TLC says that it checked.
   *
   * @param checked invariants and properties
   * @param assumptions of the root module
   * @param hollow whether a property became nothing
   */
  record Checked(List<String> checked, List<String> assumptions, boolean hollow) {
    List<String> names() {
      return checked.isEmpty() ? assumptions : checked;
    }
  }

  private ModelJudge(Expectation expected, Fork.Ended ended, Optional<Checked> checked) {
    this.expected = expected;
    this.ended = ended;
    this.said = TlcMessages.of(ended.output());
    this.checked = checked;
  }

  static ModelResult judge(Expectation expected, Fork.Ended ended, Optional<Checked> checked) {
    ModelJudge judge = new ModelJudge(expected, ended, checked);
    String verdict = judge.verdict();
    TlcMessages.Counts counts = judge.said.counts().orElse(new TlcMessages.Counts(0, 0, 0));
    return new ModelResult(
        expected.name(),
        expected.folder(),
        expected.expect(),
        expected.mustPass() ? null : expected.checked().get(0),
        verdict,
        counts.generated(),
        counts.distinct(),
        checked.map(Checked::names).orElse(List.of()),
        judge.actions(true),
        judge.actions(false),
        Math.round(ended.seconds() * 10) / 10.0,
        judge.complaints,
        judge.fault);
  }

  private List<String> actions(boolean fired) {
    return said.actions().entrySet().stream()
        .filter(a -> a.getValue() == fired)
        .map(Map.Entry::getKey)
        .toList();
  }

  private String verdict() {
    if (ended.killed()) {
      return fault("killed after " + Math.round(ended.seconds()) + " s: nothing is known");
    }
    return switch (ended.exit()) {
      case 0 -> finished();
      case 10 -> complain(FAIL, "an assumption is false: " + said.errors());
      case 11, 12, 13, 14 -> broken();
      default -> fault("TLC ended with status " + ended.exit() + ": " + tail());
    };
  }

  private String tail() {
    if (!said.errors().isEmpty()) {
      return said.errors();
    }
    List<String> lines = ended.output();
    return String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }

  /** TLC says all is well. Did it look at everything? */
  private String finished() {
    Optional<TlcMessages.Counts> counts = said.counts();
    if (!said.has(TlcMessages.SUCCESS) || counts.isEmpty()) {
      return complain(ERROR, "TLC ended with status 0 but did not say that it completed");
    }
    if (counts.get().left() != 0) {
      return complain(ERROR, counts.get().left() + " states were left on the queue");
    }
    if (!lookedAtAll()) {
      return ERROR;
    }
    if (!expected.mustPass()) {
      return complain(PASS, "expected to break " + expected.checked().get(0) + ", and did not");
    }
    if (counts.get().generated() != expected.generated()
        || counts.get().distinct() != expected.distinct()) {
      return complain(
          ERROR,
          "expected %d states generated and %d distinct, found %d and %d"
              .formatted(
                  expected.generated(),
                  expected.distinct(),
                  counts.get().generated(),
                  counts.get().distinct()));
    }
    return PASS;
  }

  /** TLC says that something is violated. Is it what must be? */
  private String broken() {
    if (expected.mustPass()) {
      return complain(FAIL, said.errors());
    }
    if (!lookedAtAll()) {
      return ERROR;
    }
    String property = expected.checked().get(0);
    boolean named =
        switch (expected.breaks()) {
          case "invariant" ->
              ended.exit() == 12
                  && says(TlcMessages.INVARIANT, "Invariant " + property + " is violated");
          case "action" ->
              ended.exit() == 13
                  && says(TlcMessages.ACTION, "Action property " + property + " is violated");
          // TLC names the step of the abstract module, and never the refinement itself.
          case "refinement" ->
              ended.exit() == 13
                  && ABSTRACT.stream()
                      .anyMatch(m -> says(TlcMessages.ACTION, "of module " + m + " is violated"));
          // TLC names no temporal property; there is only this one.
          default -> ended.exit() == 13 && !said.texts(TlcMessages.TEMPORAL).isEmpty();
        };
    return named
        ? FAIL
        : complain(ERROR, "expected " + property + " to be violated, found: " + said.errors());
  }

  private boolean says(List<Integer> codes, String words) {
    return said.texts(codes).stream().anyMatch(t -> t.contains(words));
  }

  private boolean lookedAtAll() {
    if (checked.isEmpty()) {
      fault("TLC did not say what it checked");
      return false;
    }
    List<String> names = checked.get().names();
    if (checked.get().hollow() || !new TreeSet<>(names).equals(new TreeSet<>(expected.checked()))) {
      complain(
          ERROR,
          "expected TLC to check %s, it checked %s"
              .formatted(new TreeSet<>(expected.checked()), new TreeSet<>(names)));
      return false;
    }
    return true;
  }

  private String complain(String verdict, String what) {
    complaints.add(what);
    return verdict;
  }

  private String fault(String what) {
    fault = true;
    return complain(ERROR, what);
  }
}
