package umemtck.conformance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;
import umemtck.reference.ReferenceSubject;
import umemtck.spec.Profile;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.tla.Fork;
import umemtck.tla.ModelCheck;

/**
 * What TLC finds in a specification with a sin, the kit finds in code with the same sin, in the
 * order that TLC printed; and code without it bears that order.
 */
final class CounterExampleTest {
  private static final String MODEL = "must-fail/NestsTheReadLock";
  private static final long SEED = 1;

  /** A page is locked for long, and unmapped meanwhile; one after the other, as it stands. */
  private static final Plan PLAN =
      new Plan(
          Map.of(),
          false,
          List.of(
              new LockStep.Mmap(0, 0, 1, MappingKind.ANON_PRIVATE, Prot.READ | Prot.WRITE),
              new OverlapStep(
                  List.of(
                      List.of(
                          new LockStep.LockMemory(
                              1,
                              0,
                              0,
                              LockStep.Range.pages(0, 1),
                              UmemLockFlag.DDI_UMEMLOCK_READ | UmemLockFlag.DDI_UMEMLOCK_LONGTERM,
                              CallbackVector.CLEANUP,
                              LockStep.Reaction.UNLOCK)),
                      List.of(new LockStep.Munmap(0, 0, 1))),
                  List.of())));

  private static final Set<String> OF_THE_EVENT =
      Set.of("StepMunmap", "StepDone", "StepWait", "StepWake", "StepCall", "StepCalled");
  private static final Set<String> CALLING = Set.of("StepCharge", "StepMunmap");

  @TempDir private static Path work;
  private static List<String> behaviour;

  @BeforeAll
  static void ask() throws Exception {
    Fork fork = new Fork(Optional.empty(), Duration.ofMinutes(2));
    behaviour = ModelCheck.counterExample(MODEL, fork, work);
  }

  private static ActionSchedule schedule(List<String> behaviour) {
    Map<String, Integer> threads =
        behaviour.stream()
            .distinct()
            .collect(Collectors.toMap(Function.identity(), a -> OF_THE_EVENT.contains(a) ? 1 : 0));
    return ActionSchedule.of(behaviour, threads, CALLING);
  }

  private static Bench sinner() {
    Resident r = Zoo.find("NestsTheReadLock").orElseThrow();
    return new Bench(r.subject().get(), r.profile());
  }

  /** The munmap comes anywhere behind the entry; TLC does not always print the same behaviour. */
  @Test
  void tlc_says_in_which_order() {
    assertEquals(
        List.of("StepCharge", "StepEnter", "StepMunmap", "StepPin", "StepPin"),
        behaviour.stream().sorted().toList());
    assertEquals(List.of("StepCharge", "StepEnter"), behaviour.subList(0, 2));
  }

  @Test
  void wherever_the_munmap_comes() {
    for (int at = 2; at <= 4; at++) {
      List<String> other =
          new ArrayList<>(List.of("StepCharge", "StepEnter", "StepPin", "StepPin"));
      other.add(at, "StepMunmap");
      Plan plan = schedule(other).scheduled(PLAN, sinner(), SEED);
      assertInstanceOf(Trial.Broken.class, sinner().run(plan, SEED).end(), other::toString);
    }
  }

  @Test
  void in_that_order_the_lock_never_returns() {
    Plan plan = schedule(behaviour).scheduled(PLAN, sinner(), SEED);
    Trial trial = sinner().run(plan, SEED);
    Trial.Broken broken = assertInstanceOf(Trial.Broken.class, trial.end(), plan::toString);
    assertEquals("LOCKMEM.as-lock/errors", broken.breaches().get(0).facet());
  }

  @Test
  void one_after_the_other_it_does() {
    assertInstanceOf(Trial.Sound.class, sinner().run(PLAN, SEED).end());
  }

  @Test
  void without_the_sin_that_order_does_no_harm() {
    Bench reference = new Bench(new ReferenceSubject(Profile.ILLUMOS), Profile.ILLUMOS);
    Plan plan = schedule(behaviour).scheduled(PLAN, reference, SEED);
    assertInstanceOf(Trial.Sound.class, reference.run(plan, SEED).end());
    Plan sinners = schedule(behaviour).scheduled(PLAN, sinner(), SEED);
    assertInstanceOf(Trial.Sound.class, reference.run(sinners, SEED).end());
  }

  @Test
  void a_model_that_must_pass_has_no_such_order() {
    Fork fork = new Fork(Optional.empty(), Duration.ofMinutes(2));
    assertThrows(
        IllegalStateException.class, () -> ModelCheck.counterExample("ci/MCStepsExit", fork, work));
    assertThrows(
        IllegalArgumentException.class,
        () -> ModelCheck.counterExample("must-fail/Nothing", fork, work));
  }
}
