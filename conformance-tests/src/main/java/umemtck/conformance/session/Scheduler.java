package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Waits;

/**
 * The {@link Waits} of one machine. One call runs at a time: the session's own, or one strand's. A
 * sleeper's condition is asked again only after {@link #changed()}, so that a subject which forgets
 * to say so leaves its sleepers asleep.
 */
final class Scheduler implements Waits {
  /** Thrown through a call that waits though it runs on the session's thread, where none may. */
  static final class MustNotWait extends Error {
    private static final long serialVersionUID = 1L;

    MustNotWait() {
      super("this call must not wait", null, false, false);
    }
  }

  /** Thrown through a sleeper whose machine is discarded. */
  private static final class Discarded extends Error {
    private static final long serialVersionUID = 1L;

    Discarded() {
      super("the machine was discarded", null, false, false);
    }
  }

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread t = new Thread(task, "umem-tck sleeper");
            t.setDaemon(true);
            return t;
          });

  /** How often a turn is asked for before the thread sleeps: about what waking one would take. */
  private static final int SPINS = 1000;

  private final Random random;
  private final Semaphore session = new Semaphore(0);
  private final List<Strand> out = new ArrayList<>();
  private final ThreadLocal<Strand> mine = new ThreadLocal<>();
  private volatile boolean discarded;
  private volatile long changes;
  private boolean waitedInline;
  private volatile boolean overlapping;

  /** How many run at once; 0 while one at a time does. */
  private final AtomicInteger together = new AtomicInteger();

  Scheduler(long seed) {
    random = new Random(seed);
  }

  @Override
  public void await(BooleanSupplier until) {
    Strand s = mine.get();
    if (s != null && together.get() > 0) { // It is asked when nobody runs.
      s.askedAt = -1;
      s.until = until;
      arrives();
      pass(s.go);
    }
    while (!holds(until)) {
      if (s == null) {
        waitedInline = true;
        throw new MustNotWait();
      }
      s.askedAt = changes;
      s.until = until;
      session.release();
      pass(s.go);
    }
  }

  /** Of a machine that was discarded nothing is asked any more: others may be asking the next. */
  private boolean holds(BooleanSupplier until) {
    if (discarded) {
      throw new Discarded();
    }
    return until.getAsBoolean();
  }

  @Override
  public void changed() {
    changes++;
  }

  /** Whether calls overlap: then they stall where they say that they may. */
  void overlapping(boolean now) {
    overlapping = now;
  }

  @Override
  public void stall(String step) {
    Strand s = mine.get();
    if (!overlapping || s == null) {
      return;
    }
    s.stalledAt = step;
    s.until = () -> true;
    s.askedAt = -1;
    session.release();
    pass(s.go);
    s.stalledAt = null;
    if (discarded) {
      throw new Discarded();
    }
  }

  /** It is first let go on when something is resumed; until then it has not begun. */
  @Override
  public void thread(Runnable body) {
    if (discarded) {
      return;
    }
    Strand s = new Strand(Strand.OWN, 0, Ids.PROCESS, null);
    s.until = () -> true;
    s.askedAt = -1;
    synchronized (out) {
      out.add(s);
    }
    THREADS.execute(
        () -> {
          pass(s.go);
          if (discarded) {
            return;
          }
          mine.set(s);
          try {
            body.run();
            s.outcome = Outcome.Done.INSTANCE;
          } catch (Throwable t) {
            s.fault = t;
          } finally {
            mine.remove();
            session.release();
          }
        });
  }

  /** Whether a call on the session's thread has waited, even if it hid that. */
  boolean waitedInline() {
    return waitedInline;
  }

  /** Starts a call on a thread of its own; comes back when it has ended or waits. */
  void start(Strand s, Supplier<Outcome> call) {
    out.add(s);
    THREADS.execute(
        () -> {
          mine.set(s);
          try {
            s.outcome = call.get();
          } catch (Throwable t) {
            s.fault = t;
          } finally {
            mine.remove();
            session.release();
          }
        });
    pass(session);
    forgetIfEnded(s);
  }

  /**
   * Runs several at once, each on a thread of its own and through {@link #within}; comes back when
   * each has ended, or waits.
   */
  void together(List<Runnable> bodies) {
    if (bodies.isEmpty()) {
      return;
    }
    together.set(bodies.size());
    AtomicInteger ready = new AtomicInteger();
    for (Runnable body : bodies) {
      THREADS.execute(
          () -> {
            ready.incrementAndGet();
            while (ready.get() < bodies.size()) { // Else the first is done before the last begins.
              Thread.yield();
            }
            body.run();
          });
    }
    pass(session);
  }

  /** One of those that run at once has ended, or waits from here on. */
  void arrives() {
    if (together.decrementAndGet() == 0) {
      session.release();
    }
  }

  /**
   * Makes a call on this thread, while others run.
   *
   * @return whether it did not wait; else nothing runs beside it any more, and the thread is done
   */
  boolean within(Strand s, Supplier<Outcome> call) {
    synchronized (out) {
      out.add(s);
    }
    mine.set(s);
    try {
      s.outcome = call.get();
    } catch (Throwable t) {
      s.fault = t;
    } finally {
      mine.remove();
    }
    if (together.get() == 0) {
      session.release();
      return false;
    }
    synchronized (out) {
      out.remove(s);
    }
    return true;
  }

  /** Lets one strand that can go on do so; null if none can. Comes back when it ended or waits. */
  Strand resumeOne() {
    List<Strand> ready = ready();
    return ready.isEmpty()
        ? null
        : resume(ready.get(ready.size() == 1 ? 0 : random.nextInt(ready.size())));
  }

  /** Whoever can go on, oldest first. */
  List<Strand> ready() {
    List<Strand> ready = new ArrayList<>();
    for (Strand s : out) {
      if (s.askedAt < changes) {
        if (s.until.getAsBoolean()) {
          ready.add(s);
        } else {
          s.askedAt = changes;
        }
      }
    }
    return ready;
  }

  /** Lets a strand that can go on do so. Comes back when it ended or waits. */
  Strand resume(Strand s) {
    s.until = null;
    s.go.release();
    pass(session);
    forgetIfEnded(s);
    return s;
  }

  /** The number of the call whose thread this is; 0 on the session's own. */
  int current() {
    Strand s = mine.get();
    return s == null ? 0 : s.id;
  }

  /** The process of this thread when it makes no other call. */
  long home() {
    Strand s = mine.get();
    return s == null ? Ids.PROCESS : s.proc;
  }

  /** Numbers of the calls that wait, oldest first. */
  List<Integer> waiting() {
    return out.stream().filter(s -> s.id != Strand.OWN).map(s -> s.id).toList();
  }

  /** Lets go of every sleeper; the machine is not used again. */
  void discard() {
    discarded = true;
    List<Strand> all = List.copyOf(out);
    out.clear(); // First: whoever is let go of may still ask for a thread on its way out.
    all.forEach(s -> s.go.release());
  }

  /** Waits for its turn: it nearly always comes sooner than a thread that sleeps is woken. */
  private static void pass(Semaphore turn) {
    for (int i = 0; i < SPINS; i++) {
      if (turn.tryAcquire()) {
        return;
      }
      Thread.onSpinWait();
    }
    turn.acquireUninterruptibly();
  }

  private void forgetIfEnded(Strand s) {
    if (s.ended()) {
      out.remove(s);
    }
  }
}
