package umemtck.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.conformance.Faulty;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.plan.EveryStep;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.suite.Verdict;
import umemtck.conformance.tour.Toured;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;

/** What the kit writes is what its schemas say, and they refuse what it is not. */
final class SchemaTest {
  private static final Results RESULTS = failing();

  @Test
  void verdicts() {
    assertEquals(Set.of(), Schemas.problems("verdicts-1.json", verdictsText()));
  }

  @Test
  void edges() {
    assertEquals(Set.of(), Schemas.problems("edges-1.json", edgesText()));
    assertEquals(
        Set.of(), Schemas.problems("verdicts-1.json", Json.text(VerdictsFile.of(toured()))));
  }

  @ParameterizedTest
  @CsvSource({"MCBudget/7, 7", "\"covered\" : 1, \"taken\" : 1", "ddi_umem_free(NULL), ''"})
  void spoiled_edges(String from, String to) {
    refuses("edges-1.json", edgesText(), from, to);
  }

  private static Results toured() {
    Toured.Exception e = new Toured.Exception("MCBudget/7", 0, "ddi_umem_free(NULL)", "why not");
    Toured toured = new Toured("MCBudget", 2, 1, 1, 0, Optional.of("a fault"), List.of(e));
    return new Results(
        RESULTS.bench(),
        RESULTS.settings(),
        RESULTS.verdicts(),
        1,
        List.of(),
        Optional.empty(),
        List.of(toured));
  }

  private static String edgesText() {
    return Json.text(EdgesFile.of(toured()));
  }

  @Test
  void replay() {
    assertEquals(Set.of(), Schemas.problems("replay-1.json", replayText()));
  }

  @Test
  void replay_of_every_kind_of_step() {
    for (Plan plan : EveryStep.ALL) {
      assertEquals(Set.of(), Schemas.problems("replay-1.json", replayText(plan)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"page\" : \"3\"|\"page\" : 3",
        "\"UNLOCK\"|\"IGNORE\"",
        "\"SHARED_MEMORY\"|\"ANY\"",
        "\"of\" : \"ZONE\"|\"of\" : \"PROCESS\"",
        "\"gate\" : \"STEP\"|\"gate\" : \"OPEN\"",
        "\"step\" : \"PAGE_LOCK\"|\"step\" : \"PAGE\"",
        "\"version\" : 1|\"version\" : \"1\"",
        "\"base\" : \"ROOM\"|\"base\" : \"HALL\"",
        "\"owner\" : 2|\"ownr\" : 2",
        "ddi_umem_unlock_allocated|ddi_umem_unlock_stranger"
      })
  void spoiled_replay_about_locked_memory(String from, String to) {
    refuses("replay-1.json", replayText(EveryStep.ABOUT_LOCKED_MEMORY), from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"step\" : \"BUF\"|\"step\" : \"BUFFER\"",
        "\"base\" : \"COOKIE\"|\"base\" : \"BUF\"",
        "\"locked\" : true|\"locked\" : 1",
        "\"sleepflag\" : 7|\"flag\" : 7",
        "\"transfer\"|\"strategy\""
      })
  void spoiled_replay_about_bufs(String from, String to) {
    refuses("replay-1.json", replayText(EveryStep.ABOUT_BUFS), from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"page\" : \"2\"|\"page\" : 2",
        "\"off\" : \"1\"|\"off\" : 1",
        "\"share\" : 2|\"share\" : 3",
        "\"setups\" : [|\"setup\" : [",
        "\"callbacks\" : 3|\"callbacks\" : 4",
        "\"model\" : 1048576|\"model\" : 32",
        "\"maxprot\" : 9|\"maxprot\" : \"9\"",
        "\"locked\" : true|\"lock\" : true",
        "\"of\" : {|\"off\" : {",
        "\"entry\" : -1|\"entry\" : null",
        "\"by\" : -1|\"proc\" : -1",
        "devmap_mprotect|devmap_protect",
        "shared_detach|shared_unmap"
      })
  void spoiled_replay_about_exports(String from, String to) {
    refuses("replay-1.json", replayText(EveryStep.ABOUT_EXPORTS), from, to);
  }

  @Test
  void kill_matrix() {
    assertEquals(Set.of(), Schemas.problems("kill-matrix-1.json", killMatrixText()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "verdicts/1\"|verdicts/2\"",
        "\"exit\" : 1|\"exit\" : 0",
        "\"exit\" : 1|\"exit\" : 3",
        "\"FAIL\"|\"FAILED\"",
        "\"FAIL\"|\"PASS\"",
        "\"seed\" : \"5\"|\"seed\" : 5",
        "\"profile\" : \"documented\"|\"profile\" : \"posix\"",
        "\"tried\" : 1|\"tried\" : -1",
        "\"kit\"|\"kitt\"",
        "\"reason\" : \"locked|\"raison\" : \"locked"
      })
  void spoiled_verdicts(String from, String to) {
    refuses("verdicts-1.json", verdictsText(), from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "replay/1\"|replay/2\"",
        "ddi_umem_alloc|ddi_umem_lock",
        "\"amount\" : \"4\"|\"amount\" : 4",
        "\"USER\"|\"BOOT\"",
        "\"PAGES\"|\"FRAMES\"",
        "\"misuse\" : false|\"misuse\" : \"no\"",
        "\"facet\" : \"ALLOC.zero-filled/locked\"|\"facet\" : \"ALLOC.zero-filled\""
      })
  void spoiled_replay(String from, String to) {
    refuses("replay-1.json", replayText(), from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"faulty\"|\"legal\"",
        "\"legal\"|\"faulty\"",
        "\"caught\" : true|\"caught\" : \"yes\"",
        "\"seeds\" : 20|\"seeds\" : 0",
        "ALLOC.zero-filled|zero-filled"
      })
  void spoiled_kill_matrix(String from, String to) {
    refuses("kill-matrix-1.json", killMatrixText(), from, to);
  }

  private static void refuses(String schema, String good, String from, String to) {
    String spoiled = good.replace(from, to);
    assertFalse(spoiled.equals(good), "nothing was spoiled: " + good);
    assertFalse(Schemas.problems(schema, spoiled).isEmpty(), spoiled);
  }

  private static String verdictsText() {
    return Json.text(VerdictsFile.of(RESULTS));
  }

  private static String replayText() {
    ClauseVerdict failed =
        RESULTS.verdicts().stream()
            .filter(v -> v.verdict() == Verdict.FAIL)
            .findFirst()
            .orElseThrow();
    return Json.text(ReplayFile.of(RESULTS, failed.finding().orElseThrow()));
  }

  private static String replayText(Plan plan) {
    String facet = "LOCK.rollback/usage";
    return Json.text(
        new ReplayFile(ReplayFile.SCHEMA, "1", "reference", "illumos", "5", facet, plan));
  }

  private static String killMatrixText() {
    return Json.text(
        new KillMatrixFile(
            KillMatrixFile.SCHEMA,
            Kit.VERSION,
            20,
            List.of(
                new KillMatrixFile.Row(
                    "ForgetsToZero",
                    "documented",
                    "faulty",
                    "ALLOC.zero-filled",
                    true,
                    List.of("ALLOC.zero-filled"),
                    20),
                new KillMatrixFile.Row("Odd", "illumos", "legal", null, false, List.of(), 20))));
  }

  private static Results failing() {
    Faulty dirty =
        Faulty.of(
            "dirty",
            (o, w) ->
                new Kernel(o, w) {
                  @Override
                  protected void zero(Block b) {}
                });
    List<Step> steps =
        List.of(
            new Step.SetFree(Resource.SWAP, 4),
            new Step.Alloc(1, Size.pages(1), 1, Context.USER),
            new Step.Free(1, Context.USER),
            new Step.FreeNull(Context.USER),
            new Step.PageOut(),
            new Step.Settle());
    Plan plan = new Plan(Map.of(Resource.PAGES, 4L), false, steps);
    Bench bench = new Bench(dirty, Profile.DOCUMENTED);
    return Suite.replay(bench, Catalogue.load(), "ALLOC.zero-filled/locked", plan, 5);
  }
}
