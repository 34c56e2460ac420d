package umemtck.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import umemtck.spec.subject.Waits;

/**
 * Lets one call run at a time, from stall to stall, as a test says. A sleeper is asked again only
 * if a change was announced, as the kit asks.
 */
public final class Stage implements Waits {
  private final Semaphore director = new Semaphore(0);
  private final ThreadLocal<Actor> mine = new ThreadLocal<>();
  private final List<Actor> own = new ArrayList<>();
  private volatile long changes;

  /** A call, on a thread of its own. */
  public final class Actor {
    private static final String ENDED = "the end";
    private static final String WAITS = "a wait";
    private final Semaphore go = new Semaphore(0);
    private String at = "the start";
    private BooleanSupplier until = () -> true;
    private long askedAt = -1;
    private Object result;
    private Throwable fault;

    private void play(Callable<?> call) {
      go.acquireUninterruptibly();
      mine.set(this);
      try {
        result = call.call();
      } catch (Throwable e) {
        fault = e;
      }
      at = ENDED;
      director.release();
    }

    private void rest(String where) {
      at = where;
      director.release();
      go.acquireUninterruptibly();
    }

    private void goOn() {
      if (at.equals(ENDED)) {
        throw new AssertionError("it has ended", fault);
      }
      if (!mayGoOn()) {
        throw new AssertionError("it waits, and has no reason to go on");
      }
      until = () -> true;
      go.release();
      director.acquireUninterruptibly();
    }

    /** Asks, if there is a reason to: once for each change. */
    private boolean mayGoOn() {
      boolean may = !at.equals(ENDED) && askedAt != changes && until.getAsBoolean();
      if (!may) {
        askedAt = changes;
      }
      return may;
    }

    /** Lets it go on, until it stalls before this step. */
    public Actor to(String step) {
      do {
        goOn();
      } while (!at.equals(step) && !at.equals(ENDED) && !at.equals(WAITS));
      if (!at.equals(step)) {
        throw new AssertionError("it came to " + at + " instead of " + step, fault);
      }
      return this;
    }

    /** Lets it go on, until it waits. */
    public Actor toWait() {
      return to(WAITS);
    }

    /** Lets it go on to its next stall, wait or end; returns which. */
    public String next() {
      goOn();
      return at;
    }

    /** Lets it go on to its end; returns what it answers. */
    public Object toEnd() {
      if (!at.equals(ENDED)) {
        to(ENDED);
      }
      if (fault != null) {
        throw new AssertionError("it ended with " + fault, fault);
      }
      return result;
    }

    /** Whether it is before this step now. */
    public boolean isAt(String step) {
      return at.equals(step);
    }

    /** It waits, and does so still when it is asked, if there is a reason to ask. */
    public void mustWait() {
      assertEquals(WAITS, at);
      assertFalse(mayGoOn(), "it may go on");
    }
  }

  /** A call that has not begun. */
  public Actor call(Callable<?> call) {
    Actor actor = new Actor();
    Thread t = new Thread(() -> actor.play(call), "on stage");
    t.setDaemon(true);
    t.start();
    return actor;
  }

  /** A call that answers nothing, and has not begun. */
  public Actor act(Runnable call) {
    return call(
        () -> {
          call.run();
          return null;
        });
  }

  /**
   * Lets calls go on, one to its next stall at a time, as is drawn, until none can.
   *
   * @param looks asked between the steps
   */
  public void play(List<Actor> calls, Random random, Runnable looks) {
    while (true) {
      List<Actor> ready = new ArrayList<>(calls);
      ready.addAll(own);
      ready.removeIf(actor -> !actor.mayGoOn());
      if (ready.isEmpty()) {
        return;
      }
      ready.get(random.nextInt(ready.size())).goOn();
      looks.run();
    }
  }

  /** The thread of the machine's own that began last. */
  public Actor worker() {
    return own.get(own.size() - 1);
  }

  @Override
  public void await(BooleanSupplier until) {
    Actor actor = mine.get();
    while (!until.getAsBoolean()) {
      if (actor == null) {
        throw new AssertionError("the test's own thread must not wait");
      }
      actor.until = until;
      actor.askedAt = changes;
      actor.rest(Actor.WAITS);
      actor.askedAt = -1;
    }
  }

  @Override
  public void changed() {
    changes++;
  }

  @Override
  public void thread(Runnable body) {
    own.add(act(body));
  }

  @Override
  public void stall(String step) {
    Actor actor = mine.get();
    if (actor != null) {
      actor.rest(step);
    }
  }
}
