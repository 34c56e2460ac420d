package umemtck.tla.mutants;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import umemtck.tla.Expectation;
import umemtck.tla.ModelTable;

/** A specification of which every mutant, and what becomes of each, is known beforehand. */
final class Jar {
  static final String MODULE =
      """
      ---- MODULE Jar ----
      EXTENDS Integers
      CONSTANT Sins
      VARIABLES n, answer
      Init == n = 0 /\\ answer = "boot"
      MayPut(m) == m < 3
      Put == /\\ MayPut(n)       \\* a comment
             /\\ n' = n + 1
             /\\ answer' = IF n = 0
                          THEN "first"
                          ELSE "more"
      Take == /\\ \\/ n > 0
                 \\/ "TakesNothing" \\in Sins
              /\\ n' = IF "TakesTwo" \\in Sins THEN n - 2 ELSE n - 1
              /\\ UNCHANGED answer
      Unreached == n = 7 /\\ UNCHANGED <<n, answer>>
      Next == Put \\/ Take
      Spec == Init /\\ [][Next]_<<n, answer>>
      AtMost == n <= 3
      NotNegative == n >= 0
      ====
      """;

  private static final String CFG = "SPECIFICATION Spec\nCHECK_DEADLOCK FALSE\nCONSTANT Sins = ";

  private static final Map<String, String> FILES =
      Map.of(
          "Jar.tla",
          MODULE,
          "ci/Jar.cfg",
          CFG + "{}\nINVARIANTS AtMost NotNegative\n",
          "must-fail/TakesNothing.cfg",
          CFG + "{\"TakesNothing\"}\nINVARIANTS NotNegative\n");

  static final Sought SOUGHT = new Sought("Jar", List.of("Next"), List.of("Jar"));

  private Jar() {}

  static Spec spec() {
    Expectation pass =
        new Expectation("ci/Jar", "Jar", "pass", null, List.of("AtMost", "NotNegative"), 11L, 7L);
    Expectation fail =
        new Expectation(
            "must-fail/TakesNothing",
            "Jar",
            "fail",
            "invariant",
            List.of("NotNegative"),
            null,
            null);
    return new Spec(
        new ModelTable(List.of("Jar"), List.of(pass, fail), List.of()),
        name -> new ByteArrayInputStream(FILES.get(name).getBytes(StandardCharsets.UTF_8)));
  }
}
