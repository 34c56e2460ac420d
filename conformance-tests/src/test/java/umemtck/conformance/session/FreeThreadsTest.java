package umemtck.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.suite.Verdict;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.BootOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/** Calls that overlap as their threads come. */
final class FreeThreadsTest {
  private static final Catalogue CATALOGUE = Catalogue.load();

  /** Two locks, of which the limit lets one through. */
  private static final Plan LAST_PAGE =
      new Plan(
          Map.of(),
          false,
          List.of(
              new LockStep.Mmap(0, 0, 2, MappingKind.ANON_PRIVATE, Prot.READ | Prot.WRITE),
              new LockStep.Limit(Holder.PROJECT, 0, Size.pages(1)),
              new OverlapStep(List.of(List.of(lock(1, 0)), List.of(lock(2, 1))), List.of())));

  private static Step lock(int name, long page) {
    int read = UmemLockFlag.DDI_UMEMLOCK_READ;
    return new LockStep.Lock(name, 0, LockStep.Range.pages(page, 1), read, Context.USER);
  }

  /** Tests the limits, lets others come, and charges. */
  private static final class TestsTogether extends ReferenceSubject {
    private static final int A_WHILE = 1_000;

    TestsTogether() {
      super(Profile.DOCUMENTED);
    }

    @Override
    public UmemSystem boot(BootOptions options, Waits waits) {
      KernelOptions placed = KernelOptions.of(Profile.DOCUMENTED);
      return new Kernel(placed, waits) {
        @Override
        protected int charged(Lock l) {
          synchronized (this) {
            if (!admits(payer(l.request()), price(l.request()))) {
              return Errno.ENOMEM;
            }
          }
          Thread.yield();
          for (int i = 0; i < A_WHILE; i++) {
            Thread.onSpinWait();
          }
          synchronized (this) {
            charge(l, payer(l.request()), price(l.request()));
            return 0;
          }
        }
      };
    }
  }

  @Test
  void what_overlaps_is_seen_and_judged() {
    Bench bench = new Bench(new JavaSubject(new TestsTogether(), true), Profile.DOCUMENTED);
    Trial.Broken broken =
        Stream.generate(() -> bench.run(LAST_PAGE, 1).end())
            .limit(200)
            .filter(Trial.Broken.class::isInstance)
            .map(Trial.Broken.class::cast)
            .findFirst()
            .orElseThrow(() -> new AssertionError("never together in 200 tries"));
    assertEquals("ACCT.atomic/overlapping", broken.breaches().get(0).facet());
  }

  @Test
  void the_first_calls_are_all_out_at_once() {
    List<Event> events = bench(Profile.DOCUMENTED).run(LAST_PAGE, 1).history().events();
    assertTrue(
        IntStream.range(1, events.size())
            .anyMatch(i -> isLock(events.get(i - 1)) && isLock(events.get(i))));
  }

  private static boolean isLock(Event e) {
    return e instanceof Event.Invoked i && i.call() instanceof Call.UmemLock;
  }

  private static Bench bench(Profile profile) {
    return new Bench(new JavaSubject(new ReferenceSubject(profile), true), profile);
  }

  /** Waiters, workers, cleanup functions, exits: no plan hangs, and nobody is accused. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void nobody_is_accused_who_keeps_the_contract(Profile profile) {
    RunSettings settings = new RunSettings(1, 3, f -> f.isOfOverlaps(), RunSettings.PATIENCE);
    Results results =
        Suite.run(bench(profile), CATALOGUE, settings, KnownIssues.NONE, Suite.Progress.SILENT);
    assertTrue(results.givenUp().isEmpty());
    List<ClauseVerdict> asked =
        results.verdicts().stream().filter(v -> v.verdict() != Verdict.EXCLUDED).toList();
    assertTrue(asked.stream().allMatch(v -> v.verdict() == Verdict.UNSUPPORTED), asked::toString);
    ClauseVerdict atomic =
        asked.stream().filter(v -> v.clause().id().equals("ACCT.atomic")).findFirst().orElseThrow();
    assertTrue(atomic.reason().contains("by chance"), atomic::reason);
  }

  @Test
  void a_run_names_who_tests_together() {
    Bench bench = new Bench(new JavaSubject(new TestsTogether(), true), Profile.DOCUMENTED);
    RunSettings settings =
        new RunSettings(1, 10, f -> f.id().equals("ACCT.atomic/overlapping"), 30);
    Results results =
        Suite.run(bench, CATALOGUE, settings, KnownIssues.NONE, Suite.Progress.SILENT);
    ClauseVerdict v =
        results.verdicts().stream()
            .filter(c -> c.clause().id().equals("ACCT.atomic"))
            .findFirst()
            .orElseThrow();
    assertEquals(Verdict.FAIL, v.verdict(), v.reason());
    assertInstanceOf(Trial.Broken.class, v.finding().orElseThrow().trial().end());
  }
}
