package umemtck.conformance.session;

import java.util.List;
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
import umemtck.reference.ReferenceSubject;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.Orders;
import umemtck.reference.model.UmemModel;
import umemtck.spec.Profile;

/** Histories of calls that overlap judged a second: one legal order, and all that there are. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class JudgedOverlaps {
  private static final int HISTORIES = 256;

  /** Threads, and calls of each. */
  @Param({"2x3", "4x6"})
  private String size;

  private UmemModel model;
  private List<Overlaps.History> histories;

  /** Lets the reference kernel make them. */
  @Setup
  public void prepare() {
    ReferenceSubject subject = new ReferenceSubject(Profile.ILLUMOS);
    model = new UmemModel(ModelConfig.of(subject.declaration(), Profile.ILLUMOS));
    Bench bench = new Bench(subject, Profile.ILLUMOS);
    int threads = size.charAt(0) - '0';
    int calls = size.charAt(2) - '0';
    histories = Overlaps.of(bench, model, threads, calls, HISTORIES);
  }

  /** Whether some order is legal. */
  @Benchmark
  @OperationsPerInvocation(HISTORIES)
  public void someOrder() {
    histories.forEach(h -> legal(new Orders(model, h.events()).any(List.of(h.from()))));
  }

  /** Every state that legal orders lead to, as a session asks. */
  @Benchmark
  @OperationsPerInvocation(HISTORIES)
  public void everyOrder() {
    histories.forEach(h -> legal(new Orders(model, h.events()).every(List.of(h.from()))));
  }

  private static void legal(Orders.Found found) {
    if (!(found instanceof Orders.Legal)) {
      throw new IllegalStateException("not legal: " + found);
    }
  }
}
