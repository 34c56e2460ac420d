package umemtck.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import umemtck.reference.kernel.Kernel;
import umemtck.reference.model.Breach;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;

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
              });

  @ParameterizedTest
  @CsvSource({
    "SLEEP_IN_INTERRUPT, SLEEP_INTERRUPT, ALLOC.context/sleep-interrupt-diagnosed",
    "FREE_TWICE, FREED_TWICE, FREE.exactly-once/twice-diagnosed",
    "FREE_STRANGER, FREED_STRANGER, FREE.exactly-once/stranger-diagnosed",
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

  private static Trial trial(Faulty subject, Duty duty, int seed) {
    Bench bench = new Bench(subject, Profile.DOCUMENTED);
    return bench.run(MisusePlans.plan(duty, new Random(seed), bench.declared()), seed);
  }
}
