package umemtck.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import umemtck.conformance.Faulty;
import umemtck.conformance.plan.BufStep;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.LockStep.Reaction;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;
import umemtck.spec.Profile;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.UmemFlag;

/**
 * Each situation of locking, of bufs and of exports is seen where it is, and not where it is only
 * nearly so.
 */
final class LockSituationsTest {

  static Stream<SituationRow> rows() {
    return Stream.of(
            LockAnswerRows.rows(),
            LockUsageRows.rows(),
            LockEventRows.rows(),
            BufRows.rows(),
            ExportRows.rows(),
            ExportSeenRows.rows(),
            RemapRows.rows(),
            SharedRows.rows())
        .flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void it_is_seen_where_it_is(SituationRow row) {
    Set<Situation> seen = told(row.has());
    assertTrue(seen.contains(row.what()), () -> "seen: " + seen);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void it_is_not_seen_where_it_is_not(SituationRow row) {
    assertFalse(told(row.misses()).contains(row.what()));
  }

  private static Set<Situation> told(UnaryOperator<Watched> history) {
    Watched w = history.apply(new Watched());
    assertEquals(Ruling.LEGAL, w.ruling());
    return w.seen();
  }

  @Test
  void each_situation_has_a_row() {
    Set<Situation> told =
        EnumSet.of(
            Situation.LOCK_MISUSE,
            Situation.BUF_SLEEP_INTERRUPT,
            Situation.FREED_WHILE_MAPPED,
            Situation.FREED_WHILE_SOFTLOCKED,
            Situation.RELEASED_UNDER_A_BUF);
    rows().forEach(r -> told.add(r.what()));
    assertEquals(EnumSet.range(Situation.LOCK_SUCCEEDED, Situation.RELEASED_UNDER_A_BUF), told);
  }

  @Test
  void a_lock_outside_user_context_and_an_unlock_of_an_alloc_cookie_are_misuse() {
    LockStep.Range page = LockStep.Range.pages(0, 1);
    assertTrue(misuse(List.of(new LockStep.Lock(0, 0, page, 2, Context.KERNEL))));
    assertFalse(misuse(List.of(new LockStep.Lock(0, 0, page, 2, Context.USER))));
    Step alloc = new Step.Alloc(0, Size.pages(1), UmemFlag.DDI_UMEM_NOSLEEP, Context.USER);
    assertTrue(misuse(List.of(alloc, new LockStep.UnlockAllocated(0))));
    assertFalse(misuse(List.of(alloc)));
  }

  @Test
  void a_setup_that_may_sleep_in_an_interrupt_is_misuse() {
    Step alloc = new Step.Alloc(0, Size.pages(1), UmemFlag.DDI_UMEM_NOSLEEP, Context.USER);
    Situation misuse = Situation.BUF_SLEEP_INTERRUPT;
    assertTrue(broken(List.of(alloc, setup(Context.INTERRUPT))).contains(misuse));
    assertFalse(broken(List.of(alloc, setup(Context.KERNEL))).contains(misuse));
  }

  private static Step setup(Context context) {
    Size none = Size.bytes(0);
    return new BufStep.Setup(
        0, 0, false, none, none, BufFlag.B_READ, UmemFlag.DDI_UMEM_SLEEP, context);
  }

  /** In whose thread an unlock is made, a session says. */
  @Test
  void a_session_tells_an_unlock_inside_the_function_from_one_beside_it() {
    LockStep unlock = new LockStep.Unlock(0, 0, Context.USER, false);
    LockStep lock = new LockStep.Lock(1, 0, LockStep.Range.pages(2, 1), 2, Context.USER);
    Set<Situation> inside = ofCallback(Reaction.UNLOCK, List.of(lock));
    Set<Situation> beside =
        ofCallback(Reaction.PAUSE, List.of(unlock, lock, new LockStep.Resume(0)));
    assertTrue(inside.contains(Situation.UNLOCKED_INSIDE_CALLBACK));
    assertFalse(inside.contains(Situation.UNLOCKED_DURING_CALLBACK));
    assertFalse(beside.contains(Situation.UNLOCKED_INSIDE_CALLBACK));
    assertTrue(beside.contains(Situation.UNLOCKED_DURING_CALLBACK));
  }

  private static Set<Situation> ofCallback(Reaction reaction, List<Step> then) {
    LockStep.Range page = LockStep.Range.pages(0, 1);
    List<Step> steps =
        new ArrayList<>(
            List.of(
                new LockStep.Mmap(0, 0, 4, MappingKind.ANON_PRIVATE, 3),
                new LockStep.LockMemory(0, 0, 0, page, 6, CallbackVector.CLEANUP, reaction),
                new LockStep.Munmap(0, 0, 1)));
    steps.addAll(then);
    Bench bench = new Bench(Faulty.none(), Profile.DOCUMENTED);
    Trial trial = bench.run(new Plan(Map.of(), false, steps), 1);
    assertEquals(new Trial.Sound(), trial.end());
    return trial.situations();
  }

  private static boolean misuse(List<Step> steps) {
    return broken(steps).contains(Situation.LOCK_MISUSE);
  }

  private static Set<Situation> broken(List<Step> steps) {
    Bench bench = new Bench(Faulty.none(), Profile.DOCUMENTED);
    return bench.run(new Plan(Map.of(), true, steps), 1).situations();
  }
}
