package umemtck.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.OverlapStep.Turn;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Step;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.History;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.UmemPanic;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/** How calls that overlap are driven. */
final class OverlapTest {
  private static final Step MAP =
      new LockStep.Mmap(0, 0, 4, MappingKind.ANON_PRIVATE, Prot.READ | Prot.WRITE);

  private static Step lock(int name, long page) {
    int read = UmemLockFlag.DDI_UMEMLOCK_READ;
    return new LockStep.Lock(name, 0, LockStep.Range.pages(page, 1), read, Context.USER);
  }

  private static Plan plan(Step... steps) {
    return new Plan(Map.of(), false, List.of(steps));
  }

  /** Two threads of two locks each, of which the second goes first. */
  private static Step overlapping(Turn... turns) {
    return new OverlapStep(
        List.of(List.of(lock(1, 0), lock(2, 1)), List.of(lock(3, 2), lock(4, 3))), List.of(turns));
  }

  private static Bench bench() {
    return new Bench(new ReferenceSubject(), Profile.DOCUMENTED);
  }

  /** Panics in the first lock that is charged. */
  private static final class Panics extends ReferenceSubject {
    @Override
    protected UmemSystem boot(KernelOptions placed, Waits waits) {
      return new Kernel(placed, waits) {
        @Override
        protected int charged(Lock l) {
          throw new UmemPanic("no charge");
        }
      };
    }
  }

  @Test
  void a_panic_is_the_end_of_all_of_them() {
    Trial trial =
        new Bench(new Panics(), Profile.DOCUMENTED).run(plan(MAP, overlapping(), lock(5, 0)), 1);
    assertInstanceOf(Trial.Broken.class, trial.end());
    List<Event> events = trial.history().events();
    Event last = events.get(events.size() - 1);
    assertEquals(
        new Outcome.Panicked("no charge"), assertInstanceOf(Event.Completed.class, last).outcome());
  }

  @Test
  void who_could_go_on_is_told_by_thread_and_step() {
    List<Choice> choices = bench().run(plan(MAP, overlapping(new Turn(0, 1))), 1).choices();
    assertEquals(new Choice.Going(0, ""), choices.get(0).going().get(0), "it has still to call");
    assertEquals(new Choice.Going(1, ""), choices.get(0).going().get(1));
    assertEquals(new Choice.Going(1, "StepEnter"), choices.get(1).going().get(0), "it goes on");
    assertEquals(new Choice.Going(0, ""), choices.get(1).going().get(1));
  }

  /** A trace has no words for them. */
  @Test
  void machines_on_which_calls_overlap_are_not_recorded() {
    List<History> recorded = new ArrayList<>();
    Bench bench = bench();
    bench.record(recorded::add);
    bench.run(plan(MAP, overlapping()), 1);
    assertEquals(0, recorded.size());
    bench.run(plan(MAP, lock(1, 0)), 1);
    assertEquals(1, recorded.size());
  }
}
