package umemtck.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.conformance.Faulty;
import umemtck.conformance.judge.Situation;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.MisusePlans;
import umemtck.conformance.plan.MisusePlans.Duty;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.reference.kernel.Behind;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Exported;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.model.Breach;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Feature;

/** A plan that breaks a duty breaks it, and blames who does not diagnose that. */
final class MisusesTest {
  private static final Faulty SILENT =
      Faulty.of(
          "silent",
          (o, w) ->
              new Kernel(o, w) {
                @Override
                protected void diagnose(long size, int flag) {}

                @Override
                protected void stranger(long cookie) {}

                @Override
                protected void diagnoseLock() {}

                @Override
                protected void notLocked(long cookie) {}

                @Override
                protected void diagnoseSetup(int sleepflag) {}

                @Override
                protected void diagnoseBufs(String call, long cookie) {}

                @Override
                protected void diagnoseSoftlocks(Block b) {}

                @Override
                protected void diagnoseMappings(Block b) {}
              });

  /** What is mapped and freed shows nothing any more: an application gets a signal. */
  private static final Faulty SIGNALLING =
      Faulty.of(
          "signalling",
          (o, w) ->
              new Kernel(o, w) {
                private final Set<Block> gone = new HashSet<>();

                @Override
                protected void diagnoseMappings(Block b) {
                  gone.add(b);
                  handles().stream()
                      .filter(h -> h.shows().block() == b)
                      .forEach(this::dropTranslations);
                }

                @Override
                protected boolean signals(DevmapHandle h) {
                  return super.signals(h) || gone.contains(h.shows().block());
                }
              });

  /** What is mapped and freed shows the junk page. */
  private static final Faulty SHOWING_JUNK =
      Faulty.of(
          "showing-junk",
          (o, w) ->
              new Kernel(o, w) {
                private final Set<Block> gone = new HashSet<>();

                @Override
                protected void diagnoseMappings(Block b) {
                  gone.add(b);
                  handles().stream()
                      .filter(h -> h.shows().block() == b)
                      .forEach(this::dropTranslations);
                }

                @Override
                protected Behind kernelPage(Exported shown) {
                  return gone.contains(shown.block()) ? new Behind.Junk() : super.kernelPage(shown);
                }
              });

  @ParameterizedTest
  @CsvSource({
    "SLEEP_IN_INTERRUPT, SLEEP_INTERRUPT, ALLOC.context/sleep-interrupt-diagnosed",
    "FREE_TWICE, FREED_TWICE, FREE.exactly-once/twice-diagnosed",
    "FREE_STRANGER, FREED_STRANGER, FREE.exactly-once/stranger-diagnosed",
    "SETUP_IN_INTERRUPT, BUF_SLEEP_INTERRUPT, IOSETUP.context/sleep-interrupt-diagnosed",
    "RELEASE_UNDER_A_BUF, RELEASED_UNDER_A_BUF,"
        + " COOKIE.no-buf-reference/outstanding-buf-diagnosed",
    "FREE_MAPPED, FREED_WHILE_MAPPED, FREE.while-mapped/diagnosed",
    "FREE_SOFTLOCKED, FREED_WHILE_SOFTLOCKED, FREE.pageable-softlocked/diagnosed",
    "LOCK_OUTSIDE_USER, LOCK_MISUSE, LOCK.context/misuse-diagnosed",
    "UNLOCK_ALLOCATED, LOCK_MISUSE, UNLOCK.alloc-cookie/diagnosed"
  })
  void a_broken_duty_is_seen_and_blames_who_is_silent(
      Duty duty, Situation situation, String facet) {
    Set<String> blamed = new HashSet<>();
    for (int seed = 0; seed < 12; seed++) {
      Trial sound = trial(Faulty.none(), duty, seed);
      assertEquals(new Trial.Sound(), sound.end());
      Trial silent = trial(SILENT, duty, seed);
      assertEquals(sound.situations().contains(situation), silent.end() instanceof Trial.Broken);
      if (silent.end() instanceof Trial.Broken broken) {
        broken.breaches().stream().map(Breach::facet).forEach(blamed::add);
      }
    }
    assertEquals(Set.of(facet), blamed);
  }

  /** UNLOCK.exactly-once is the caller's, and has no facet: nobody is asked what comes of it. */
  @Test
  void what_no_facet_is_about_is_not_broken() {
    List<Step> steps =
        List.of(
            new Step.Alloc(1, Size.pages(1), 1, Context.USER),
            new Step.Free(1, Context.USER),
            new LockStep.UnlockAllocated(1));
    Trial trial = new Bench(SILENT, Profile.DOCUMENTED).run(new Plan(Map.of(), true, steps), 1);
    assertEquals(new Trial.Sound(), trial.end());
    assertTrue(trial.situations().stream().noneMatch(Situation.LOCK_MISUSE::equals));
  }

  /** FREE.while-mapped leaves a choice: a panic, or a mapping without bytes of others. */
  @Test
  void what_was_freed_while_mapped_may_be_gone_or_be_junk() {
    for (int seed = 0; seed < 12; seed++) {
      for (Faulty right : List.of(SIGNALLING, SHOWING_JUNK)) {
        Trial trial = trial(right, Duty.FREE_MAPPED, seed);
        assertEquals(new Trial.Sound(), trial.end(), right.name());
        assertTrue(trial.situations().contains(Situation.FREED_WHILE_MAPPED));
      }
    }
  }

  /** Whoever is given memory next fills it, and the mapping is looked at: the last three calls. */
  @Test
  void what_was_freed_while_mapped_is_looked_at_once_others_have_memory() {
    Trial silent = trial(SILENT, Duty.FREE_MAPPED, 3);
    List<String> calls =
        silent.history().events().stream()
            .filter(Event.Invoked.class::isInstance)
            .map(e -> ((Event.Invoked) e).call().op())
            .toList();
    assertEquals(
        List.of("ddi_umem_free", "ddi_umem_alloc", "memory_fill", "user_matches"),
        calls.subList(calls.size() - 4, calls.size()));
    Trial sound = trial(Faulty.none(), Duty.FREE_MAPPED, 3);
    Event last = sound.history().events().get(sound.history().events().size() - 1);
    assertInstanceOf(Outcome.Panicked.class, ((Event.Completed) last).outcome());
  }

  /** One who does not say that the duty is diagnosed is not asked. */
  @Test
  void who_does_not_check_is_not_misused() {
    Faulty unchecked = SILENT.declaring(d -> d.without(Feature.CHECKED, "it checks nothing"));
    for (Duty duty : Duty.values()) {
      assertEquals(new Trial.Sound(), trial(unchecked, duty, 1).end());
    }
  }

  private static Trial trial(Faulty subject, Duty duty, int seed) {
    Bench bench = new Bench(subject, Profile.DOCUMENTED);
    return bench.run(MisusePlans.plan(duty, new Random(seed), bench.declared()), seed);
  }
}
