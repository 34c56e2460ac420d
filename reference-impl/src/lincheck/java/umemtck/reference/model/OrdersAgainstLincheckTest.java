package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.HBClock;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.ValueResult;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.verifier.LinearizabilityVerifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import umemtck.reference.interleavings.Locks;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;

/**
 * {@link Orders} against the linearizability checker of Lincheck, on histories in which that is
 * what is asked: locks that the limit alone may deny, their unlocks, and the usage. There a lock
 * takes effect where it is charged, and an unlock where it credits.
 */
class OrdersAgainstLincheckTest {
  private static final int HISTORIES = 4_000;
  private static final int LIMIT = 3;

  /** One history, told to both. */
  private static final class Told {
    private final Random random;
    private final Overlap o = Overlap.of(Profile.ILLUMOS).maps(0, 8).limits(LIMIT);
    private final List<List<Actor>> actors = new ArrayList<>();
    private final List<List<ResultWithClock>> results = new ArrayList<>();
    private final Out[] out;
    private final long[] cookies;

    private record Out(int id, Call call, Actor actor, int[] clock) {}

    Told(Random random) {
      this.random = random;
      int threads = 2 + random.nextInt(2);
      out = new Out[threads];
      cookies = new long[threads];
      for (int t = 0; t < threads; t++) {
        actors.add(new ArrayList<>());
        results.add(new ArrayList<>());
      }
    }

    Told tell() throws NoSuchMethodException {
      for (int left = out.length == 2 ? 6 : 5; left > 0 || anyOut(); ) {
        int t = random.nextInt(out.length);
        if (out[t] != null) {
          ends(t);
        } else if (left > 0) {
          left--;
          begins(t);
        }
      }
      return this;
    }

    private boolean anyOut() {
      for (Out each : out) {
        if (each != null) {
          return true;
        }
      }
      return false;
    }

    private void begins(int t) throws NoSuchMethodException {
      int dice = random.nextInt(3);
      Call call;
      Actor actor;
      if (dice == 0) {
        call = new Call.GetLocked(Holder.PROJECT, Ids.PROJECT);
        actor = actor("usage");
      } else if (cookies[t] != 0) {
        call = new Call.UmemUnlock(cookies[t]);
        actor = actor("unlock", t);
        cookies[t] = 0;
      } else {
        int pages = 1 + random.nextInt(2);
        call = LockStory.lock(2L * t, pages);
        actor = actor("lock", t, pages);
      }
      int[] clock = new int[out.length];
      for (int u = 0; u < out.length; u++) {
        clock[u] = results.get(u).size();
      }
      out[t] = new Out(o.calls(call), call, actor, clock);
    }

    private static Actor actor(String name, Integer... args) throws NoSuchMethodException {
      Class<?>[] types = new Class<?>[args.length];
      java.util.Arrays.fill(types, int.class);
      Method m = Locks.InSequence.class.getMethod(name, types);
      return new Actor(m, List.of((Object[]) args));
    }

    private void ends(int t) {
      Out it = out[t];
      Object value;
      Outcome outcome;
      if (it.call() instanceof Call.GetLocked) {
        int pages = random.nextInt(LIMIT + 1);
        value = pages;
        outcome = new Outcome.Amount((long) pages * LockStory.P);
      } else if (it.call() instanceof Call.UmemUnlock) {
        value = true;
        outcome = Outcome.Done.INSTANCE;
      } else {
        int errno = random.nextInt(3) == 0 ? Errno.ENOMEM : 0;
        cookies[t] = errno == 0 ? 0x1000 + it.id() : 0;
        value = errno;
        outcome = new Outcome.Locked(errno, cookies[t]);
      }
      o.ends(it.id(), outcome);
      actors.get(t).add(it.actor());
      results.get(t).add(new ResultWithClock(new ValueResult(value), new HBClock(it.clock())));
      out[t] = null;
    }

    boolean isLegal() {
      return o.found() instanceof Orders.Legal;
    }

    boolean isLinearizable() {
      return new LinearizabilityVerifier(Locks.InSequence.class)
          .verifyResults(
              new ExecutionScenario(List.of(), actors, List.of(), null),
              new ExecutionResult(List.of(), results, List.of()));
    }
  }

  /** Its checker runs only where Lincheck has checked something before. */
  @BeforeAll
  static void attach() {
    new ModelCheckingOptions()
        .iterations(1)
        .invocationsPerIteration(1)
        .sequentialSpecification(Locks.InSequence.class)
        .check(Locks.class);
  }

  @Test
  void bothSayTheSame() throws NoSuchMethodException {
    Random random = new Random(1);
    int legal = 0;
    for (int i = 0; i < HISTORIES; i++) {
      Told told = new Told(random).tell();
      boolean is = told.isLegal();
      assertEquals(told.isLinearizable(), is, () -> told.o.events() + "\n" + told.o.found());
      legal += is ? 1 : 0;
    }
    assertTrue(legal > HISTORIES / 20 && legal < HISTORIES * 19 / 20, "legal: " + legal);
  }
}
