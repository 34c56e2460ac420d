package umemtck.conformance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.report.Json;
import umemtck.conformance.report.ReplayFile;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;

/**
 * Calls that overlapped and failed do so again, in the same order, from their replay file: of every
 * resident who sins in one. ZeroesBehindTheReturn sins without, too.
 */
final class OverlapReplayTest {
  @TempDir private Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FreeWakesBeforeItGives",
        "TestsThenTakes",
        "HandsAPageOutTwice",
        "ZeroesBeforeItTakes",
        "TwoCallersGetOneCookie",
        "NestsTheReadLock",
        "LooksThenUnmaps",
        "UnlockWakesOneWaiter",
        "MunmapFallsAsleepLate",
        "LosesWhatIsQueued",
        "TwoEventsCallOneFunction",
        "TestsThenCharges",
        "WritesAnOldUsageBack",
        "ChargesTheProjectThenTestsTheZone",
        "CreditsThroughTheProcess",
        "ExitLooksAtPinsAlone",
        "LoadsWhatWasRemapped",
        "TestsBeforeTheMutex",
      })
  void a_failing_order_replays(String name) throws Exception {
    Resident r = Zoo.find(name).orElseThrow();
    Bench bench = new Bench(r.subject().get(), r.profile());
    RunSettings settings =
        new RunSettings(
            1, 40, f -> f.isOfOverlaps() && f.clause().equals(r.sin().get()), RunSettings.PATIENCE);
    Results results =
        Suite.run(bench, Catalogue.load(), settings, KnownIssues.NONE, Suite.Progress.SILENT);
    ClauseVerdict v =
        results.verdicts().stream()
            .filter(c -> c.clause().id().equals(r.sin().get()))
            .findFirst()
            .orElseThrow();
    Finding found = assertInstanceOf(Finding.class, v.finding().orElseThrow());
    assertTrue(Schedules.overlaps(found.plan()), "it fails though nothing overlaps");

    Path file =
        Files.writeString(dir.resolve("replay.json"), Json.text(ReplayFile.of(results, found)));
    ReplayFile read = Json.read(file, ReplayFile.class);
    assertEquals(found.plan(), read.plan());
    Trial again = bench.run(read.plan(), Long.parseLong(read.seed()));
    assertEquals(found.trial().history(), again.history());
    assertEquals(found.trial().end(), again.end());
  }
}
