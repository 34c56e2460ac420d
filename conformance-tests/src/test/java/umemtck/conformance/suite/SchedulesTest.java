package umemtck.conformance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.OverlapStep.Turn;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Choice;

/** In which orders one plan is carried out. */
final class SchedulesTest {
  private static final Plan PLAN =
      new Plan(Map.of(), false, List.of(new OverlapStep(List.of(List.of(), List.of()), List.of())));

  /** As if a plan had these choices in every order. */
  private static List<List<Turn>> orders(long seed, int systematic, int most, Integer... choices) {
    Schedules s = new Schedules(PLAN, seed, systematic, most);
    List<List<Turn>> all = new ArrayList<>();
    for (Plan p = s.next(); p != null; p = s.next()) {
      all.add(Schedules.turns(p));
      s.carriedOut(Schedules.turns(p), Stream.of(choices).map(SchedulesTest::of).toList());
    }
    return all;
  }

  private static Choice of(int many) {
    return new Choice(Collections.nCopies(many, new Choice.Going(0, "")));
  }

  @Test
  void none_first_then_each_turn_then_each_two() {
    assertEquals(
        List.of(
            List.of(),
            List.of(new Turn(0, 1)),
            List.of(new Turn(1, 1)),
            List.of(new Turn(1, 2)),
            List.of(new Turn(0, 1), new Turn(1, 1)),
            List.of(new Turn(0, 1), new Turn(1, 2))),
        orders(1, 6, 6, 2, 3));
  }

  @Test
  void then_at_random_and_the_same_for_the_same_seed() {
    List<List<Turn>> all = orders(1, 2, 10, 2, 3, 2, 2, 2, 2);
    assertEquals(10, all.size());
    assertEquals(all, orders(1, 2, 10, 2, 3, 2, 2, 2, 2));
    assertTrue(all.subList(2, 10).stream().anyMatch(t -> t.size() > 1));
    assertTrue(all.stream().allMatch(t -> t.size() <= 3));
  }

  @Test
  void without_a_choice_there_is_one_order() {
    assertEquals(List.of(List.of()), orders(1, 5, 10));
    assertNull(new Schedules(PLAN, 1, 1, 0).next());
  }
}
