package umemtck.conformance.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import umemtck.conformance.protocol.ProtocolFault;
import umemtck.conformance.protocol.Request.Make;
import umemtck.conformance.session.Caller;
import umemtck.conformance.session.JavaMachine;
import umemtck.conformance.session.Machine;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.UmemCallbackOps.Cleanup;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.Waits;

/**
 * One machine behind the protocol, with its threads: one of them runs at a time, and none unless it
 * is told to.
 */
final class ServedMachine implements Waits {
  /** Thrown through a call that waits in the thread that must not. */
  static final class WaitsInFirst extends Error {
    private static final long serialVersionUID = 1L;

    WaitsInFirst() {
      super("the first thread must not wait", null, false, false);
    }
  }

  /** What the first thread does while its cleanup function runs. */
  interface Nested {
    void run(int of, long cookie);
  }

  private static final int OWN = 1_000_000;

  private final Machine machine;
  private final Nested nested;
  private final Map<Integer, ServedThread> threads = new TreeMap<>();
  private final ThreadLocal<ServedThread> mine = new ThreadLocal<>();
  private final List<Integer> began = new ArrayList<>();
  private final Thread first = Thread.currentThread();
  private boolean changed;
  private volatile String unsaid;

  ServedMachine(UmemSubject subject, long seed, Nested nested) {
    this.nested = nested;
    machine = JavaMachine.boot(subject, seed, this);
  }

  // ---- What the machine does.

  @Override
  public void await(BooleanSupplier until) {
    ServedThread t = mine.get();
    if (t != null) {
      t.await(until);
    } else if (!until.getAsBoolean()) {
      throw new WaitsInFirst();
    }
  }

  @Override
  public void changed() {
    changed = true;
  }

  @Override
  public void thread(Runnable body) {
    ServedThread t = new ServedThread(OWN + 1 + threads.size(), Ids.PROCESS);
    threads.put(t.number, t);
    began.add(t.number);
    t.start(
        () -> {
          mine.set(t);
          ending(
              t,
              null,
              () -> {
                body.run();
                return Outcome.Done.INSTANCE;
              });
        },
        () -> true);
  }

  private interface Body {
    Outcome run();
  }

  private void ending(ServedThread t, Call call, Body body) {
    Progress how;
    try {
      how = new Progress.Returned(call, body.run());
    } catch (ServedThread.Discarded e) {
      throw e;
    } catch (Throwable e) {
      how = new Progress.Failed(e);
    }
    t.say(how);
  }

  private void callsBack(int of, long cookie) {
    ServedThread t = mine.get();
    if (t == null && Thread.currentThread() != first) {
      unsaid = "a thread that the kit does not know called a cleanup function";
      return;
    }
    if (t == null) {
      nested.run(of, cookie);
      return;
    }
    t.say(new Progress.CallsBack(of, cookie));
    for (Runnable task = t.nextTask(); task != null; task = t.nextTask()) {
      task.run();
    }
  }

  // ---- What the server tells it.

  /** Makes a call in the first thread, which is the server's own. */
  Outcome first(int seq, Make make) {
    Caller caller = new Caller(0, false, Ids.PROCESS, make.by(), make.context());
    return machine.perform(caller, make.call(), cleanup(seq));
  }

  /** Makes a call in another thread, which begins with it or is in a cleanup function. */
  Progress in(int number, int seq, Make make) {
    ServedThread known = threads.get(number);
    if (known == null) {
      ServedThread t = new ServedThread(number, make.by());
      threads.put(number, t);
      t.start(
          () -> {
            mine.set(t);
            ending(t, make.call(), () -> perform(t, true, seq, make));
          },
          () -> true);
      return t.letGo();
    }
    return known.let(() -> ending(known, make.call(), () -> perform(known, false, seq, make)));
  }

  private Outcome perform(ServedThread t, boolean starts, int seq, Make make) {
    long home = starts ? Ids.PROCESS : t.home;
    Caller caller = new Caller(t.number, starts, home, make.by(), make.context());
    return machine.perform(caller, make.call(), cleanup(seq));
  }

  private Cleanup cleanup(int seq) {
    return cookie -> callsBack(seq, cookie);
  }

  /** Lets a thread go on that waits, or whose cleanup function returns. */
  Progress letGo(int number) {
    ServedThread t = threads.get(number);
    if (t == null) {
      throw new ProtocolFault("there is no thread " + number);
    }
    return t.letGo();
  }

  /** The threads that could go on, ascending. */
  List<Integer> ready() {
    return threads.values().stream().filter(ServedThread::isReady).map(t -> t.number).toList();
  }

  /** What happened that no reply has a word for; null if nothing. */
  String unsaid() {
    return unsaid;
  }

  /** Whether something changed since this was last asked. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /** Which threads began since this was last asked. */
  List<Integer> takeBegan() {
    List<Integer> was = List.copyOf(began);
    began.clear();
    return was;
  }

  void close() {
    threads.values().forEach(ServedThread::discard);
    machine.close();
  }
}
