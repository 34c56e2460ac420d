package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.conformance.cli.Cli.Ran;

/**
 * Whatever a child does, the verdict is right, it comes in time, and nothing is left behind. The
 * programs are in {@code hostile/}; each says in its first line what it does.
 */
@Timeout(300)
final class HostileSubjectsTest {
  /** The first allocation that a child is asked for. */
  private static final int AT_ONCE = 3;

  /**
   * In the last of the plans of {@link Hostile#runShort}: all but one clause are judged by then.
   */
  private static final int IN_THE_MIDDLE = 1100;

  private static final String TOO_LATE =
      "The subject did not boot, allocate and free within 3 seconds.";

  @TempDir private Path out;
  private Hostile hostile;

  @BeforeEach
  void begin() {
    hostile = new Hostile(out);
  }

  /** Of a kit that leaves somebody behind, too, nobody is left. */
  @AfterEach
  void end() {
    hostile.endProcesses();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          exits                  | the child exited with status 3 before it replied
          is-killed              | the child was ended by signal 11 before it replied
          exits-in-a-reply       | the child exited with status 3 before it replied
          answers-twice          | the child breaks the protocol: more than one reply to request 3
          answers-another        | the child breaks the protocol: a reply to request 1003, where one to 3 was due
          writes-100-megabytes   | its reply is longer than 1000000 bytes
          writes-no-utf8         | the child breaks the protocol: a line that is no UTF-8
          writes-no-json         | the child breaks the protocol: no JSON object: hostile: request 3: ?[31mdone?[0m
          gives-65-bits          | the child breaks the protocol: field 'address' is "0x1fffffffffffff000", no HEX
          gives-a-json-number    | the child breaks the protocol: field 'address' is 1048576, no HEX
          leaves-a-child         | the child exited with status 0 before it replied
          leaves-a-daemon        | the child exited with status 0 before it replied
          says-yes               | the child breaks the protocol: no field 'address'
          """)
  void at_once_nothing_is_judged(String program, String why) {
    cannotBeJudged(
        hostile.runShort(hostile.subject(program, AT_ONCE)),
        "A first allocation, store and free cannot be done: ddi_umem_alloc: " + why + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hangs-in-a-reply", "closes-its-input"})
  void that_hangs_at_once(String program) {
    cannotBeJudged(hostile.runShort(hostile.subject(program, AT_ONCE)), TOO_LATE);
  }

  @Test
  void that_answers_the_next_request_first() {
    cannotBeJudged(
        hostile.runShort(hostile.subject("answers-the-next-first", AT_ONCE)),
        "A first allocation, store and free cannot be done: memory_matches: the child breaks the"
            + " protocol: a reply to request 5, where one to 4 was due.");
  }

  @Test
  void that_does_not_even_say_hello() {
    cannotBeJudged(
        hostile.runShort(hostile.subject("exits", 1)),
        "The subject does not say hello: the child exited with status 3 before it replied.");
  }

  @Test
  void that_does_not_exist() {
    cannotBeJudged(
        hostile.runShort("exec:/does/not/exist"),
        "The subject does not say hello: the child exited with status 127 before it replied.");
  }

  private void cannotBeJudged(Ran ran, String why) {
    assertEquals(3, ran.status(), ran.err());
    assertEquals("umem-tck: " + why, ran.err().lines().findFirst().orElseThrow());
    hostile.nothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          exits                  | memory_matches: the child exited with status 3 before it replied
          is-killed              | memory_matches: the child was ended by signal 11 before it replied
          exits-in-a-reply       | memory_matches: the child exited with status 3 before it replied
          hangs                  | memory_matches: did not return within 3 seconds
          answers-the-next-first | memory_matches: the child breaks the protocol: a reply to request 1101, where one to 1100 was due
          answers-twice          | memory_fill: the child breaks the protocol: a reply to request 1100, where one to 1101 was due
          answers-another        | memory_matches: the child breaks the protocol: a reply to request 2100, where one to 1100 was due
          writes-100-megabytes   | memory_matches: its reply is longer than 1000000 bytes
          writes-no-utf8         | memory_matches: the child breaks the protocol: a line that is no UTF-8
          writes-no-json         | memory_matches: the child breaks the protocol: no JSON object: hostile: request 1100: ?[31mdone?[0m
          gives-65-bits          | ddi_umem_alloc: the child breaks the protocol: field 'address' is "0x1fffffffffffff000", no HEX
          gives-a-json-number    | ddi_umem_alloc: the child breaks the protocol: field 'address' is 1048576, no HEX
          leaves-a-child         | memory_matches: the child exited with status 0 before it replied
          leaves-a-daemon        | memory_matches: the child exited with status 0 before it replied
          says-yes               | memory_matches: the child breaks the protocol: no field 'difference'
          """)
  void in_the_middle_what_was_judged_before_is_kept(String program, String why) {
    Ran ran = hostile.runShort(hostile.subject(program, IN_THE_MIDDLE));
    endsWith(4, "UNRESOLVED until-free: " + why, ran);
    hostile.nothingIsLeft();
  }

  /** A shell that is not replaced by the program would hold the output open. */
  @Test
  void that_closes_its_output_in_the_middle() {
    String subject = hostile.subject("closes-its-output", IN_THE_MIDDLE);
    Ran ran = hostile.runShort(subject.replace("exec:", "exec:exec "));
    endsWith(
        4, "UNRESOLVED until-free: memory_matches: the child went on, but its output ended", ran);
    hostile.nothingIsLeft();
  }

  @Test
  void that_says_yes_to_everything_breaks_the_contract() {
    Ran ran = hostile.runShort(hostile.subject("says-yes-with-fields", IN_THE_MIDDLE));
    endsWith(1, "FAIL distinct: expected a cookie that no live allocation has", ran);
    hostile.nothingIsLeft();
  }

  @Test
  void that_claims_what_it_lacks() {
    Ran ran = hostile.runShort(hostile.subject("claims-what-it-lacks", AT_ONCE));
    String again = "boot: the subject is not started again: it was lost once";
    assertEquals(4, ran.status(), ran.err());
    assertEquals(
        Map.of(
            "ALLOC.round-up",
            "UNRESOLVED usable: page_out: the adapter says: page_out is not built yet",
            "FREE.null-noop",
            "UNRESOLVED no-effect: " + again,
            "COOKIE.valid-interval",
            "UNRESOLVED until-free: " + again),
        hostile.verdicts());
    hostile.nothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(strings = {"answers-soundly", "does-not-end", "starts-a-daemon"})
  void that_does_nothing_to_its_answers(String program) {
    endsWith(0, "PASS", hostile.runShort(hostile.subject(program, 1)));
    hostile.nothingIsLeft();
  }

  @Test
  void that_floods_its_standard_error() {
    endsWith(0, "PASS", hostile.runShort(hostile.subject("floods-standard-error", 1)));
    long logged = hostile.logged();
    assertTrue(logged > 1_000_000 && logged < 1_001_000, "the log is cut: " + logged);
    hostile.nothingIsLeft();
  }

  /** It cannot be found, so it goes on, and holds the output open: the run does not wait for it. */
  @Test
  void that_leaves_somebody_who_cannot_be_found() {
    Ran ran = hostile.runShort(hostile.subject("leaves-a-daemon-unmarked", IN_THE_MIDDLE));
    boolean isThere = !hostile.processes().isEmpty();
    hostile.endProcesses();
    assertTrue(isThere, "else this test shows nothing");
    assertEquals(4, ran.status(), ran.err());
    assertEquals("PASS", hostile.verdicts().get("ALLOC.round-up"));
    assertFalse(hostile.verdicts().get("COOKIE.valid-interval").startsWith("PASS"));
    hostile.nothingIsLeft();
  }

  /** What was asked before the last facet is judged; that one is what the program makes of it. */
  private void endsWith(int status, String last, Ran ran) {
    assertEquals(status, ran.status(), ran.err());
    assertEquals(
        Map.of("ALLOC.round-up", "PASS", "FREE.null-noop", "PASS", "COOKIE.valid-interval", last),
        hostile.verdicts());
  }
}
