package umemtck.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner, fed with models that lie: each looks well to somebody who asks the status only. */
class LyingModelTest {
  private static final String COUNTER =
      """
      ---- MODULE Lie ----
      EXTENDS Naturals, TLC
      VARIABLE n
      Init == n = 0
      Next == n' = (n + 1) % 4
      Spec == Init /\\ [][Next]_n
      Small == n < 4
      Tiny == n < 3
      Steps == [][n' # 2]_n
      NoInit == n \\in {} /\\ [][Next]_n
      Quits == Init /\\ [][Next /\\ (n = 2 => TLCSet("exit", TRUE))]_n
      Forever == Init /\\ [][n' = n + 1 /\\ n' < 2000000000]_n
      ====
      """;
  private static final Expectation HONEST = pass("Small", 5, 4);

  @TempDir Path work;

  private static Expectation pass(String checked, long generated, long distinct) {
    return new Expectation("ci/Lie", "Lie", "pass", null, List.of(checked), generated, distinct);
  }

  private static Expectation fail(String breaks, String property) {
    return new Expectation("must-fail/Lie", "Lie", "fail", breaks, List.of(property), null, null);
  }

  private ModelResult run(Expectation expected, String module, String cfg, Duration budget)
      throws IOException, InterruptedException {
    SpecFiles.Source files =
        (model, folder) -> {
          Files.writeString(folder.resolve("Lie.tla"), module);
          return Files.writeString(folder.resolve("Lie.cfg"), cfg + "\nCHECK_DEADLOCK FALSE\n");
        };
    return new ModelCheck(new Fork(Optional.empty(), budget), work, files).one(expected);
  }

  private ModelResult run(Expectation expected, String cfg)
      throws IOException, InterruptedException {
    return run(expected, COUNTER, cfg, Duration.ofMinutes(2));
  }

  private static void complains(ModelResult r, int exit, String words) {
    assertEquals("error", r.verdict(), () -> "the runner believed it: " + r);
    assertTrue(
        String.join("; ", r.complaints()).contains(words),
        () -> "expected a complaint about '" + words + "', got " + r.complaints());
    assertEquals(exit, new ModelReport(List.of(r)).exit());
  }

  @Test
  void honestModelPasses() throws Exception {
    ModelResult r = run(HONEST, "SPECIFICATION Spec\nINVARIANT Small");
    assertTrue(r.asExpected(), () -> "an honest model was refused: " + r.complaints());
    assertEquals(0, new ModelReport(List.of(r)).exit());
  }

  @Test
  void anActionThatNeverFiresIsTold() throws Exception {
    String module =
        COUNTER.replace(
            "Next == n' = (n + 1) % 4",
            "Up == n' = (n + 1) % 4\nNever == n = 7 /\\ n' = 0\nNext == Up \\/ Never");
    ModelResult r =
        run(HONEST, module, "SPECIFICATION Spec\nINVARIANT Small", Duration.ofMinutes(2));
    assertTrue(
        r.fired().contains("Up") && !r.fired().contains("Never"), () -> "fired: " + r.fired());
    assertEquals(List.of("Never"), r.idle());
  }

  @Test
  void withoutProperty() throws Exception {
    complains(run(HONEST, "SPECIFICATION Spec"), 1, "expected TLC to check [Small]");
  }

  @Test
  void withAnotherProperty() throws Exception {
    complains(run(HONEST, "SPECIFICATION Spec\nINVARIANT Small Small2"), 70, "status");
    complains(
        run(pass("Tiny", 5, 4), "SPECIFICATION Spec\nINVARIANT Small"), 1, "it checked [Small]");
  }

  @Test
  void withoutStates() throws Exception {
    complains(
        run(HONEST, "SPECIFICATION NoInit\nINVARIANT Small"), 1, "expected 5 states generated");
  }

  @Test
  void stopsHalfWay() throws Exception {
    complains(run(HONEST, "SPECIFICATION Quits\nINVARIANT Small"), 1, "left on the queue");
  }

  @Test
  void withFalseAssumption() throws Exception {
    String module = COUNTER.replace("VARIABLE n", "VARIABLE n\nASSUME Wrong == 1 = 2");
    ModelResult r =
        run(HONEST, module, "SPECIFICATION Spec\nINVARIANT Small", Duration.ofMinutes(2));
    assertEquals("fail", r.verdict());
    assertTrue(r.complaints().get(0).contains("an assumption is false"));
    assertEquals(1, new ModelReport(List.of(r)).exit());
  }

  @Test
  void withWrongCount() throws Exception {
    complains(
        run(pass("Small", 5, 3), "SPECIFICATION Spec\nINVARIANT Small"), 1, "3 distinct, found");
  }

  @Test
  void withMissingModule() throws Exception {
    String module = COUNTER.replace("Naturals", "Naturals, NoSuchModule");
    complains(
        run(HONEST, module, "SPECIFICATION Spec\nINVARIANT Small", Duration.ofMinutes(2)),
        70,
        "status 150");
  }

  @Test
  void killed() throws Exception {
    ModelResult r =
        run(HONEST, COUNTER, "SPECIFICATION Forever\nINVARIANT Small2", Duration.ofMillis(50));
    complains(r, 70, "killed");
  }

  @Test
  void mustFailModelThatPasses() throws Exception {
    ModelResult r = run(fail("invariant", "Small"), "SPECIFICATION Spec\nINVARIANT Small");
    assertEquals("pass", r.verdict());
    assertFalse(r.asExpected());
    assertEquals(1, new ModelReport(List.of(r)).exit());
  }

  @Test
  void mustFailModelThatBreaksSomethingElse() throws Exception {
    complains(
        run(fail("action", "Tiny"), "SPECIFICATION Spec\nINVARIANT Tiny"), 1, "expected Tiny");
    ModelResult right = run(fail("action", "Steps"), "SPECIFICATION Spec\nPROPERTY Steps");
    assertTrue(right.asExpected(), () -> "refused: " + right.complaints());
  }

  @Test
  void nothingRunIsAFault() {
    assertEquals(70, new ModelReport(List.of()).exit());
  }
}
