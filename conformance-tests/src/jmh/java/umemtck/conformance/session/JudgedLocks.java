package umemtck.conformance.session;

import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Recipe;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.reference.ReferenceSubject;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.WorkerGate;

/**
 * Judged calls a second: on plans that allocate, and on plans in which eight processes lock and
 * unlock from interrupts in front of a worker that is held. {@code judged} counts every call that
 * was held against the contract, read-outs too; {@code ddi} the calls into the DDI alone, which have
 * one read-out a process, project and zone behind them in the second kind.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(2)
public class JudgedLocks {
  private static final int PLANS = 64;
  private static final int PROCESSES = 8;
  private static final int ROUNDS = 6;
  private static final Step LIMIT = new LockStep.Limit(Holder.PROJECT, 0, Size.pages(1000));

  /** Calls, a second. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Calls {
    /** All that were judged. */
    public long judged;

    /** Those into the DDI. */
    public long ddi;
  }

  @Param({"documented", "illumos"})
  private String profile;

  private Bench bench;
  private final List<Plan> allocating = new ArrayList<>();
  private final List<Plan> limited = new ArrayList<>();
  private final List<Plan> unlimited = new ArrayList<>();

  /** Makes the plans. */
  @Setup
  public void prepare() {
    Profile p = Profile.of(profile);
    ReferenceSubject subject = new ReferenceSubject(p);
    bench = new Bench(subject, p);
    Random random = new Random(1);
    for (int i = 0; i < PLANS; i++) {
      allocating.add(JudgedCalls.withoutSleep(Recipe.GENERAL.plan(random, subject.declaration())));
      limited.add(locking(random, List.of(LIMIT)));
      unlimited.add(locking(random, List.of()));
    }
  }

  private static Plan locking(Random random, List<Step> first) {
    List<Step> steps = new ArrayList<>(first);
    for (int proc = 2; proc < PROCESSES + 1; proc++) {
      steps.add(new LockStep.NewProcess(proc, 0));
    }
    for (int i = 0; i < PROCESSES; i++) {
      steps.add(new LockStep.Mmap(proc(i), 0, 8, MappingKind.ANON_PRIVATE, 3));
    }
    steps.add(new LockStep.GateWorker(WorkerGate.HOLD));
    int name = 100;
    for (int round = 0; round < ROUNDS; round++) {
      int proc = proc(random.nextInt(PROCESSES));
      Range at = Range.pages(random.nextInt(4), 1 + random.nextInt(4));
      steps.add(new LockStep.Lock(++name, proc, at, DDI_UMEMLOCK_READ, Context.USER));
      steps.add(new LockStep.Unlock(name, proc, Context.INTERRUPT, false));
      if (round % 2 == 1) {
        steps.add(new LockStep.GateWorker(WorkerGate.STEP));
      }
    }
    return new Plan(Map.of(), false, steps);
  }

  /** The process of boot is 0 by name. */
  private static int proc(int i) {
    return i == 0 ? 0 : i + 1;
  }

  /** Plans that allocate. */
  @Benchmark
  public void allocations(Calls calls) {
    judge(allocating, calls);
  }

  /** Eight processes, unlocks that are put off. */
  @Benchmark
  public void deferredUnlocks(Calls calls) {
    judge(limited, calls);
  }

  /** The same without a limit. In illumos nothing is counted then, and no read-out tells. */
  @Benchmark
  public void deferredUnlocksWithoutLimit(Calls calls) {
    judge(unlimited, calls);
  }

  private void judge(List<Plan> plans, Calls calls) {
    for (Plan plan : plans) {
      Trial trial = bench.run(plan, 0);
      if (!(trial.end() instanceof Trial.Sound)) {
        throw new IllegalStateException("not sound: " + trial.end());
      }
      calls.ddi += trial.calls();
      for (Event e : trial.history().events()) {
        calls.judged += e instanceof Event.Completed ? 1 : 0;
      }
    }
  }
}
