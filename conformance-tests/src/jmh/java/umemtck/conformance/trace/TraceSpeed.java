package umemtck.conformance.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import umemtck.conformance.protocol.TraceHead;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.model.ModelConfig;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.History;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Declaration;
import umemtck.tla.Fork;
import umemtck.tla.trace.TraceReport;

/**
 * Events a second by both judges, in one run: machines of 1,000, 10,000 and 100,000 events of
 * allocation, and of locking. TLC in a JVM of its own, without loading; the Java judge in this one,
 * warmed up. Argument: a tla2tools.jar.
 */
public final class TraceSpeed {
  private static final int PAGE = 4096;
  private static final long WINDOW = 0x10000000L;
  private static final int LIVE = 8;

  private final List<Event> events = new ArrayList<>();
  private final Deque<Long> live = new ArrayDeque<>();
  private int calls;

  private TraceSpeed() {}

  private void call(Call call, Outcome outcome) {
    calls++;
    events.add(new Event.Invoked(calls, Context.USER, call));
    events.add(new Event.Completed(calls, outcome));
  }

  private static List<Event> allocation(int length) {
    TraceSpeed t = new TraceSpeed();
    for (Resource r : Resource.values()) {
      t.call(new Call.SetFree(r, 3 * LIVE), Outcome.Done.INSTANCE);
    }
    for (long n = 1; t.events.size() < length; n++) {
      long address = 0x100000L + (n % (2 * LIVE)) * 2 * PAGE;
      t.call(
          new Call.UmemAlloc(PAGE + 1, UmemFlag.DDI_UMEM_NOSLEEP),
          new Outcome.Allocated(address, n << 8));
      t.call(new Call.MemoryMatches(address, 2 * PAGE, 0), Outcome.Matched.ALL);
      t.call(new Call.MemoryFill(address, PAGE + 1, 7), Outcome.Done.INSTANCE);
      t.live.add(n << 8);
      if (t.live.size() == LIVE) {
        t.call(new Call.UmemFree(t.live.remove()), Outcome.Done.INSTANCE);
      }
    }
    return t.events.subList(0, length);
  }

  private static List<Event> locking(int length) {
    TraceSpeed t = new TraceSpeed();
    Call mmap = new Call.Mmap(Ids.PROCESS, WINDOW, LIVE * PAGE, MappingKind.ANON_PRIVATE, 3);
    t.call(mmap, Outcome.Done.INSTANCE);
    for (long n = 1; t.events.size() < length; n++) {
      t.call(
          new Call.UmemLock(WINDOW + n % LIVE * PAGE, PAGE, 1), new Outcome.Locked(0, n << 8));
      t.live.add(n << 8);
      if (t.live.size() == LIVE) {
        t.call(new Call.UmemUnlock(t.live.remove()), Outcome.Done.INSTANCE);
        t.events.add(new Event.Settled(List.of()));
      }
      t.call(
          new Call.GetLocked(Holder.PROJECT, Ids.PROJECT),
          new Outcome.Amount((long) t.live.size() * PAGE));
    }
    return t.events.subList(0, length);
  }

  /** Measures. */
  public static void main(String[] args) throws Exception {
    Path dir = Files.createTempDirectory("umem-trace-speed");
    Fork fork = new Fork(Optional.of(Path.of(args[0])), Duration.ofHours(1));
    Declaration declared = new ReferenceSubject().declaration();
    TraceJudge judge = new TraceJudge(ModelConfig.of(declared, Profile.DOCUMENTED));
    System.out.println("area        events   TLC ev/s   Java ev/s   ratio   TLC loading");
    for (String area : List.of("allocation", "locking")) {
      boolean allocates = area.equals("allocation");
      judge.judge(allocates ? allocation(100_000) : locking(100_000));
      for (int n : new int[] {1_000, 10_000, 100_000}) {
        List<Event> events = allocates ? allocation(n) : locking(n);
        TraceReport tlc = tlc(dir, fork, declared, events, allocates ? 0 : 1);
        long start = System.nanoTime();
        if (!judge.judge(events).accepted()) {
          throw new IllegalStateException("the Java judge refuses it");
        }
        double java = n / ((System.nanoTime() - start) / 1e9);
        double by = n / tlc.seconds();
        System.out.printf(
            "%-10s %7d %10.0f %11.0f %7.0f %10.1f s%n", area, n, by, java, java / by, tlc.loading());
      }
    }
  }

  private static TraceReport tlc(
      Path dir, Fork fork, Declaration declared, List<Event> events, int area)
      throws IOException, InterruptedException {
    Path file = dir.resolve("trace");
    TraceHead head = new TraceHead("speed", "none", "1", Profile.DOCUMENTED, declared);
    try (TraceWriter to = TraceWriter.open(file, head)) {
      to.machine(new History(events));
    }
    TraceVerdict verdict = TwoJudges.judge(file, fork, dir);
    if (verdict.exit() != 0) {
      throw new IllegalStateException("not accepted: " + verdict.refused());
    }
    return verdict.reports().get(area);
  }
}
