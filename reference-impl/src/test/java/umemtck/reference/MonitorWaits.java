package umemtck.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import umemtck.spec.subject.Waits;

/**
 * Waits that really block their threads. It knows when every thread that it started has ended or
 * sleeps with a condition that it has asked since the last change; so a test needs no clock.
 */
public final class MonitorWaits implements Waits {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final Condition quiet = lock.newCondition();
  private final Map<Thread, Long> askedAt = new HashMap<>();
  private long changes;
  private int running;
  private int own;

  @Override
  public void await(BooleanSupplier until) {
    lock.lock();
    try {
      while (!until.getAsBoolean()) {
        askedAt.put(Thread.currentThread(), changes);
        quiet.signalAll();
        change.awaitUninterruptibly();
      }
      askedAt.remove(Thread.currentThread());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void changed() {
    lock.lock();
    try {
      changes++;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A thread of the machine's own: it counts as running, but is no call. */
  @Override
  public void thread(Runnable body) {
    lock.lock();
    try {
      own++;
    } finally {
      lock.unlock();
    }
    start(
        () -> {
          body.run();
          return null;
        });
  }

  /** Makes a call on a thread of its own. */
  public <T> CompletableFuture<T> start(Callable<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    count(1);
    Thread t =
        new Thread(
            () -> {
              try {
                result.complete(call.call());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              } finally {
                count(-1);
              }
            });
    t.setDaemon(true);
    t.start();
    return result;
  }

  /** Waits until nothing that was started can run; returns how many calls sleep. */
  public int settle() {
    lock.lock();
    try {
      while (askedAt.size() < running || askedAt.values().stream().anyMatch(at -> at < changes)) {
        quiet.await();
      }
      return running - own;
    } catch (InterruptedException e) {
      throw new AssertionError("something runs for ever", e);
    } finally {
      lock.unlock();
    }
  }

  private void count(int more) {
    lock.lock();
    try {
      running += more;
      quiet.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
