package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import umemtck.conformance.Golden;
import umemtck.conformance.cli.Cli.Ran;
import umemtck.conformance.report.Json;
import umemtck.conformance.report.VerdictsFile;
import umemtck.conformance.suite.Verdict;

/** Providers that cannot be judged, or not to the end: each is told so, and nobody else is. */
final class BadProvidersTest {
  @TempDir static Path dir;
  private static Providers providers;
  private final Path out = dir.resolve("out");

  @BeforeAll
  static void compile() throws IOException {
    String boot = "public UmemSystem boot(BootOptions o, Waits w)";
    String alloc = "public long ddi_umem_alloc(long size, int flag, CookieRef cookiep)";
    String onward = "return super.ddi_umem_alloc(size, flag, cookiep);";
    providers =
        new Providers(dir)
            .add("OtherVersion", "public String specVersion() { return \"0\"; }")
            .add("NoVersion", "public String specVersion() { return null; }")
            .add("ThrowsWhenMade", "public ThrowsWhenMade() { throw new Error(\"made\"); }")
            .add("NotPublic", "NotPublic() {}")
            .add("ThrowsItsName", "public String name() { throw new StackOverflowError(); }")
            .add("NullName", "public String name() { return null; }")
            .add("NullDeclaration", "public Declaration declaration() { return null; }")
            .add("OddPage", declares("Declaration.ofPageSize(100)"))
            .add(
                "ClaimsBudgets",
                declares("super.declaration().withCapacity(9).offering(Feature.PAGES)"))
            .add("ClaimsContexts", declares("super.declaration().offering(Feature.CONTEXTS)"))
            .add("ClaimsPaging", declares("super.declaration().offering(Feature.PAGING)"))
            .add("ClaimsLocks", declares("super.declaration().offering(Feature.LOCK)"))
            .add("ClaimsHalf", declares("super.declaration().offering(Feature.PROTECTION)"))
            .add("ClaimsExports", declares("super.declaration().offering(Feature.DEVMAP)"))
            .add("ClaimsForks", declares("super.declaration().offering(Feature.FORK)"))
            .add("ClaimsModels", declares("super.declaration().offering(Feature.DATA_MODELS)"))
            .add("ClaimsADriver", declares("super.declaration().offering(Feature.SHARED_DRIVER)"))
            .add("ClaimsRemaps", declares("super.declaration().offering(Feature.REMAP)"))
            .add(
                "ClaimsCallbacks",
                declares("super.declaration().offering(Feature.DEVMAP_CALLBACKS)"))
            .add("ThrowsAtBoot", boot + " { throw new IllegalStateException(\"no disk\"); }")
            .add("NullMachine", boot + " { return null; }")
            .machine("NullMemory", "public Memory memory() { return null; }")
            .add("HangsAtBoot", boot + " { while (true) { Thread.onSpinWait(); } }")
            .add("ExitsAtBoot", boot + " { System.exit(0); return null; }")
            .machine("ThrowsAtOnce", alloc + " { throw new OutOfMemoryError(\"mine\"); }")
            .machine(
                "ThrowsLater",
                alloc + " { if (inTheMiddle()) { int[] i = new int[-1]; } " + onward + " }")
            .machine(
                "OverflowsLater",
                alloc
                    + " { if (inTheMiddle()) { return ddi_umem_alloc(size, flag, cookiep); } "
                    + onward
                    + " }")
            .machine(
                "HangsLater",
                alloc + " { while (inTheMiddle()) { Thread.onSpinWait(); } " + onward + " }")
            .machine(
                "ExitsLater", alloc + " { if (inTheMiddle()) { System.exit(0); } " + onward + " }")
            .machine(
                "NullBytesLater",
                "public byte[] load(long a, int n) { return inTheMiddle() ? null : super.load(a, n); }")
            .machine(
                "WrongThenExits",
                alloc
                    + " { if (boots > 300) { System.exit(0); } cookiep.set(0); return size == 0 ? 64 : 0; }")
            .add("NullMachineLater", boot + " { return inTheMiddle() ? null : super.boot(o, w); }")
            .add(
                "ForgetsItsName",
                "public String name() { return inTheMiddle() ? null : super.name(); }")
            .machine(
                "Prints",
                alloc
                    + " { System.out.println(\"PASS\"); System.err.println(\"hm\"); "
                    + onward
                    + " }")
            .compile();
  }

  private static final List<String> CANNOT_BE_JUDGED =
      List.of(
          "OtherVersion",
          "NoVersion",
          "ThrowsWhenMade",
          "NotPublic",
          "Missing",
          "ThrowsItsName",
          "NullName",
          "NullDeclaration",
          "OddPage",
          "ClaimsBudgets",
          "ClaimsContexts",
          "ClaimsPaging",
          "ClaimsLocks",
          "ClaimsHalf",
          "ClaimsExports",
          "ClaimsForks",
          "ClaimsModels",
          "ClaimsADriver",
          "ClaimsRemaps",
          "ClaimsCallbacks",
          "ThrowsAtBoot",
          "NullMachine",
          "NullMemory",
          "HangsAtBoot",
          "ThrowsAtOnce");

  /** None, two, and each that is wrong before the contract is asked about. */
  @Test
  void before_anything_is_judged() {
    StringBuilder all = new StringBuilder();
    all.append(refused(Cli.run(args(providers.subject()))));
    all.append(refused(Cli.run(args(providers.subject("Base", "Prints")))));
    for (String name : CANNOT_BE_JUDGED) {
      all.append("\n").append(refused(run(name)));
    }
    Golden.holds("provider-errors.txt", all.toString().replace(dir.toString(), "DIR"));
  }

  @ParameterizedTest
  @MethodSource
  void middle(String name, String why) throws IOException {
    Ran ran = run(name);
    assertEquals(4, ran.status(), ran.err());
    partial(why);
  }

  static Stream<Arguments> middle() {
    return Stream.of(
        Arguments.of("ThrowsLater", "ddi_umem_alloc threw java.lang.NegativeArraySizeException"),
        Arguments.of("OverflowsLater", "ddi_umem_alloc threw java.lang.StackOverflowError"),
        Arguments.of("HangsLater", "given up: ddi_umem_alloc did not return within 3 seconds"),
        Arguments.of("NullBytesLater", "memory_matches threw java.lang.NullPointerException"),
        Arguments.of("NullMachineLater", "boot threw java.lang.NullPointerException"));
  }

  @Test
  void a_subject_that_exits_before_anything_was_judged() {
    Ran ran = Cli.fork(Map.of(), args(providers.subject("ExitsAtBoot")));
    assertTrue(refused(ran).contains("The subject called System.exit before it was judged."));
  }

  @Test
  void a_subject_that_exits_in_the_middle_keeps_what_is_known() throws IOException {
    Ran ran = Cli.fork(Map.of(), args(providers.subject("ExitsLater")));
    assertEquals(4, ran.status(), ran.err());
    partial("the subject called System.exit in the middle of the run");
    assertTrue(ran.out().contains("unresolved: of some clauses nothing is known (exit 4)"));
  }

  @Test
  void a_breach_outweighs_the_exit() throws IOException {
    Ran ran = Cli.fork(Map.of(), args(providers.subject("WrongThenExits")));
    assertEquals(1, ran.status(), ran.err());
    assertTrue(verdicts().clauses().stream().anyMatch(r -> r.verdict() == Verdict.FAIL));
    assertEquals(1, verdicts().exit());
  }

  @Test
  void what_a_subject_prints_goes_to_its_log() throws IOException {
    Ran ran = Cli.fork(Map.of(), args(providers.subject("Prints")));
    assertEquals(0, ran.status(), ran.err());
    assertEquals("", ran.err());
    assertFalse(ran.out().lines().anyMatch("PASS"::equals));
    assertTrue(Files.readString(out.resolve("subject.log")).startsWith("PASS\nhm\n"));
  }

  @Test
  void a_sound_provider_is_judged_and_what_it_says_later_does_not_matter() {
    assertEquals(0, run("Base").status());
    assertEquals(0, run("ForgetsItsName").status());
  }

  private Ran run(String name) {
    return Cli.run(args(name.startsWith("Hangs") ? "3" : "60", providers.subject(name)));
  }

  private String[] args(String subject) {
    return args("60", subject);
  }

  /** Seconds of patience: few, if nothing else ends the run; else more than a stall could cost. */
  private String[] args(String patience, String subject) {
    return new String[] {
      "run",
      "--subject",
      subject,
      "--out",
      out.toString(),
      "--patience",
      patience,
      "--tries",
      "25",
      "--skip",
      "tour"
    };
  }

  private static String declares(String declaration) {
    return "public Declaration declaration() { return " + declaration + "; }";
  }

  private String refused(Ran ran) {
    assertEquals(3, ran.status(), ran.err());
    assertEquals("", ran.out());
    List<String> lines = ran.err().lines().toList();
    assertTrue(lines.get(0).startsWith("umem-tck: "), ran.err());
    assertEquals(2, lines.size(), "what and why, then what to do: " + ran.err());
    assertFalse(Files.exists(out.resolve("verdicts.json")));
    return ran.err();
  }

  private void partial(String why) throws IOException {
    assertEquals(4, verdicts().exit());
    Set<Verdict> given =
        verdicts().clauses().stream().map(VerdictsFile.Row::verdict).collect(Collectors.toSet());
    assertTrue(given.contains(Verdict.UNRESOLVED));
    assertTrue(
        verdicts().clauses().stream()
            .filter(r -> r.verdict() == Verdict.UNRESOLVED)
            .anyMatch(r -> r.reason().contains(why)),
        () -> "no clause says " + why);
    assertFalse(given.contains(Verdict.FAIL));
  }

  private VerdictsFile verdicts() throws IOException {
    return Json.readOpen(out.resolve("verdicts.json"), VerdictsFile.class);
  }
}
