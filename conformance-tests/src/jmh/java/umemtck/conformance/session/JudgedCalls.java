package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Recipe;
import umemtck.conformance.plan.Step;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.BootOptions;

/**
 * What judging costs: the same plans on the same kernel, once as the suite runs them (call, history,
 * judge, read-back), once as bare calls with the same read-backs, without history and judge. Plans
 * are made beforehand; each is carried out on a machine that is booted for it, in all variants.
 * Scores are plans a second; the calls into the DDI are the same, so the ratio of two scores is the
 * ratio of judged to bare calls a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(2)
public class JudgedCalls {
  private static final int PLANS = 64;

  @Param({"4096", "256"})
  private int pageSize;

  private ReferenceSubject subject;
  private Bench bench;
  private final List<Plan> plans = new ArrayList<>();
  private final List<List<Call>> calls = new ArrayList<>();
  private int ddiCalls;

  /** Makes the plans, and records which calls they come to. */
  @Setup
  public void prepare() {
    subject =
        new ReferenceSubject(KernelOptions.of(Profile.DOCUMENTED).withPageSize(pageSize));
    bench = new Bench(subject, Profile.DOCUMENTED);
    Random random = new Random(1);
    for (int i = 0; i < PLANS; i++) {
      Plan plan = withoutSleep(Recipe.GENERAL.plan(random, subject.declaration()));
      Trial trial = bench.run(plan, 0);
      plans.add(plan);
      ddiCalls += trial.calls();
      calls.add(
          trial.history().events().stream()
              .filter(Event.Invoked.class::isInstance)
              .map(e -> ((Event.Invoked) e).call())
              .toList());
    }
    System.out.println(
        "# " + PLANS + " plans, " + ddiCalls + " calls into the DDI, "
            + calls.stream().mapToInt(List::size).sum() + " calls with read-backs and stores");
  }

  /** Nothing waits: threads would be measured, not judging. No paging: the file would be. */
  static Plan withoutSleep(Plan plan) {
    List<Step> steps = new ArrayList<>();
    for (Step s : plan.steps()) {
      if (s instanceof Step.Alloc a) {
        steps.add(
            new Step.Alloc(
                a.name(), a.size(), a.flag() | UmemFlag.DDI_UMEM_NOSLEEP, a.context()));
      } else if (!(s instanceof Step.PageOut)) {
        steps.add(s);
      }
    }
    return plan.with(steps);
  }

  /** As the suite does it. */
  @Benchmark
  @OperationsPerInvocation(PLANS)
  public void judged(Blackhole hole) {
    for (Plan plan : plans) {
      hole.consume(bench.run(plan, 0));
    }
  }

  /** The same calls, the same read-backs, no history, no judge. */
  @Benchmark
  @OperationsPerInvocation(PLANS)
  public void bareWithReadBack(Blackhole hole) {
    for (List<Call> plan : calls) {
      Machine machine = new JavaMachine(subject.boot(new BootOptions(0), new Scheduler(0)));
      for (Call call : plan) {
        hole.consume(machine.perform(Caller.SESSION, call, null));
      }
      machine.close();
    }
  }

  /** The calls into the DDI alone: nobody looks, nobody stores. */
  @Benchmark
  @OperationsPerInvocation(PLANS)
  public void bareCallsAlone(Blackhole hole) {
    for (List<Call> plan : calls) {
      Machine machine = new JavaMachine(subject.boot(new BootOptions(0), new Scheduler(0)));
      for (Call call : plan) {
        if (call instanceof Call.UmemAlloc
            || call instanceof Call.UmemFree
            || call instanceof Call.SetFree) {
          hole.consume(machine.perform(Caller.SESSION, call, null));
        }
      }
      machine.close();
    }
  }
}
