package umemtck.conformance.serve;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.function.BooleanSupplier;

/**
 * A thread of a served machine. It runs only while the server waits for it, so nothing here is ever
 * used by two at a time.
 */
final class ServedThread {
  /** Thrown through a thread whose machine is not used any more. */
  static final class Discarded extends Error {
    private static final long serialVersionUID = 1L;

    Discarded() {
      super("the machine was discarded", null, false, false);
    }
  }

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread t = new Thread(task, "umem-tck served");
            t.setDaemon(true);
            return t;
          });

  final int number;

  /** The process that it belongs to. */
  final long home;

  private final Semaphore go = new Semaphore(0);
  private final SynchronousQueue<Progress> progress = new SynchronousQueue<>();
  private BooleanSupplier until;
  private Runnable next;
  private volatile boolean discarded;

  ServedThread(int number, long home) {
    this.number = number;
    this.home = home;
  }

  /** Starts it; it first runs when it is let go on. */
  void start(Runnable body, BooleanSupplier ready) {
    until = ready;
    THREADS.execute(
        () -> {
          try {
            sleep();
            body.run();
          } catch (Discarded e) {
            return;
          }
        });
  }

  /** Lets it go on; comes back with how far it came. */
  Progress letGo() {
    until = null;
    go.release();
    try {
      return progress.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets it do something in the cleanup function that it is in. */
  Progress let(Runnable task) {
    next = task;
    return letGo();
  }

  /** Whether it waits, and could go on. */
  boolean isReady() {
    return until != null && until.getAsBoolean();
  }

  /** Ends it, wherever it waits. */
  void discard() {
    discarded = true;
    go.release();
  }

  // ---- In the thread itself.

  /** Says how far it is; the server goes on. */
  void say(Progress how) {
    try {
      progress.put(how);
    } catch (InterruptedException e) {
      throw new Discarded();
    }
  }

  /** Waits until the condition holds. */
  void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      until = condition;
      say(new Progress.Blocked());
      sleep();
    }
  }

  /** What it is told to do in its cleanup function; null when that is to return. */
  Runnable nextTask() {
    sleep();
    Runnable task = next;
    next = null;
    return task;
  }

  private void sleep() {
    go.acquireUninterruptibly();
    if (discarded) {
      throw new Discarded();
    }
  }
}
