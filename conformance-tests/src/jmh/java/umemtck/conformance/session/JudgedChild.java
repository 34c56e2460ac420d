package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import umemtck.conformance.exec.ExecSubject;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Recipe;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.UmemCallbackOps;
import umemtck.spec.subject.Waits;

/**
 * What a child process costs: judged calls a second through the subject in C, looks in batches and
 * one at a time. The child is the program that {@code -Dumemtck.child} names. The counter of calls
 * is the score: every call that goes to the child and is judged, looks and stores included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JudgedChild {
  private static final int PLANS = 64;

  @Param({"true", "false"})
  private boolean batches;

  private Subject child;
  private Bench bench;
  private final List<Plan> plans = new ArrayList<>();

  /** Calls that were judged. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Judged {
    /** How many. */
    public long calls;
  }

  /** Makes the plans. */
  @Setup
  public void prepare() {
    child = new ExecSubject(System.getProperty("umemtck.child"), "jmh", 0, null);
    bench = new Bench(batches ? child : new OneAtATime(child), Profile.DOCUMENTED);
    Random random = new Random(1);
    for (int i = 0; i < PLANS; i++) {
      plans.add(JudgedCalls.withoutSleep(Recipe.GENERAL.plan(random, child.declaration())));
    }
  }

  /** Ends the child. */
  @TearDown
  public void close() {
    child.close();
  }

  /** As the suite does it. */
  @Benchmark
  public void judged(Judged judged) {
    for (Plan plan : plans) {
      judged.calls +=
          bench.run(plan, 0).history().events().stream()
              .filter(Event.Completed.class::isInstance)
              .count();
    }
  }

  /** Is never told what comes next. */
  private record OneAtATime(Subject child) implements Subject {
    @Override
    public String name() {
      return child.name();
    }

    @Override
    public String version() {
      return child.version();
    }

    @Override
    public Declaration declaration() {
      return child.declaration();
    }

    @Override
    public Machine boot(long seed, Waits waits) {
      Machine machine = child.boot(seed, waits);
      return new Machine() {
        @Override
        public Outcome perform(Caller caller, Call call, UmemCallbackOps.Cleanup cleanup) {
          return machine.perform(caller, call, cleanup);
        }

        @Override
        public void close() {
          machine.close();
        }
      };
    }
  }
}
