package umemtck.conformance.exec;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import umemtck.conformance.protocol.ProtocolFault;
import umemtck.conformance.protocol.Reply;
import umemtck.conformance.protocol.Request;
import umemtck.conformance.protocol.Request.CallbackReturn;
import umemtck.conformance.protocol.Request.Make;
import umemtck.conformance.protocol.Request.Poll;
import umemtck.conformance.protocol.Request.Settle;
import umemtck.conformance.session.Caller;
import umemtck.conformance.session.Machine;
import umemtck.conformance.session.MachineFault;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.UmemCallbackOps.Cleanup;
import umemtck.spec.subject.UmemPanic;
import umemtck.spec.subject.Waits;

/**
 * A machine in a child. A call that waits in the child waits here, too, for what the child says
 * when it is polled; so the kit decides who goes on, and when, as it does in its own process.
 */
final class ChildMachine implements Machine {
  /** Threads of a machine's own have numbers above this. */
  private static final int OWN = 1_000_000;

  /** How many threads of its own a machine may begin: each is one here, too. */
  private static final int MOST_OWN = 1_000;

  private final Link link;
  private final Waits waits;
  private final int batch;
  private final Runnable lost;
  private final Map<Integer, Cleanup> cleanups = new HashMap<>();
  private final Queue<Call> expected = new ArrayDeque<>();
  private final Set<Integer> own = new HashSet<>();
  private int ahead;
  private List<Integer> ready;

  /**
   * A machine that was booted.
   *
   * @param batch how many requests may be sent before replies are read
   * @param lost told when the child is of no use any more
   */
  ChildMachine(Link link, Waits waits, int batch, Runnable lost) {
    this.link = link;
    this.waits = waits;
    this.batch = batch;
    this.lost = lost;
  }

  @Override
  public Outcome perform(Caller caller, Call call, Cleanup cleanup) {
    return orLost(() -> performed(caller, call, cleanup));
  }

  private Outcome performed(Caller caller, Call call, Cleanup cleanup) {
    if (caller.equals(Caller.SESSION) && call.equals(expected.peek())) {
      return expected(call);
    }
    forget();
    int seq = send(caller.thread(), new Make(caller.proc(), caller.context(), call));
    if (cleanup != null) {
      cleanups.put(seq, cleanup);
    }
    return goesOn(caller.thread(), call, link.receive());
  }

  /** Whatever goes wrong between the kit and the child, the child is of no use any more. */
  private <T> T orLost(Supplier<T> talk) {
    try {
      return talk.get();
    } catch (ProtocolFault e) {
      lost.run();
      throw Link.fault(e);
    } catch (MachineFault e) {
      lost.run();
      throw e;
    }
  }

  @Override
  public void expect(List<Call> next) {
    if (isExpected(next)) {
      return;
    }
    orLost(
        () -> {
          forget();
          return next;
        });
    if (batch > 1) {
      expected.addAll(next);
    }
  }

  private boolean isExpected(List<Call> next) {
    return expected.stream().limit(next.size()).toList().equals(next);
  }

  @Override
  public void close() {
    try {
      forget();
    } catch (MachineFault e) {
      lost.run(); // Nobody had asked yet: it is the next machine's trouble, and that is fresh.
    }
  }

  /** The reply to a call that was said to come; as many as may be are sent together. */
  private Outcome expected(Call call) {
    if (ahead == 0) {
      for (Call c : expected) {
        if (ahead < batch) {
          send(0, new Make(Ids.PROCESS, Context.USER, c));
          ahead++;
        }
      }
    }
    expected.remove();
    ahead--;
    return goesOn(0, call, link.receive());
  }

  /** Reads what was asked and is not wanted any more. */
  private void forget() {
    expected.clear();
    for (; ahead > 0; ahead--) {
      link.receive();
    }
  }

  private int send(int thread, Request.Ask ask) {
    ready = null;
    return link.send(thread, ask);
  }

  private Reply ask(int thread, Request.Ask ask) {
    send(thread, ask);
    return link.receive();
  }

  /** What a call comes to, of which this reply came. */
  private Outcome goesOn(int thread, Call call, Reply first) {
    Reply reply = first;
    while (true) {
      heed(reply);
      switch (reply.state()) {
        case RETURNED:
          return reply.outcome(call);
        case PANIC:
          return new Outcome.Panicked(reply.text());
        case ERROR:
          throw new MachineFault("the adapter says: " + reply.text());
        case BLOCKED:
          waits.await(() -> isReady(thread));
          reply = ask(thread, new Settle());
          break;
        default:
          reply = calledBack(thread, reply);
      }
    }
  }

  private Reply calledBack(int thread, Reply reply) {
    Cleanup cleanup = cleanups.get(reply.of());
    if (cleanup == null) {
      throw new ProtocolFault("request " + reply.of() + " gave no cleanup function");
    }
    cleanup.cleanup(reply.cookie());
    forget();
    return ask(thread, new CallbackReturn());
  }

  /** What a reply says besides. */
  void heed(Reply reply) {
    if (reply.changed()) {
      waits.changed();
    }
    for (int thread : reply.began()) {
      if (thread <= OWN || own.size() == MOST_OWN || !own.add(thread)) {
        throw new ProtocolFault("thread " + thread + " began");
      }
      waits.thread(() -> own(thread));
    }
  }

  /** A thread of the machine's own. */
  private void own(int thread) {
    Reply last = orLost(() -> ownEnds(thread));
    if (last.state() == Reply.State.PANIC) {
      throw new UmemPanic(last.text());
    }
  }

  private Reply ownEnds(int thread) {
    forget();
    Reply reply = ask(thread, new Settle());
    heed(reply);
    while (reply.state() == Reply.State.BLOCKED || reply.state() == Reply.State.CALLBACK) {
      if (reply.state() == Reply.State.CALLBACK) {
        reply = calledBack(thread, reply);
      } else {
        waits.await(() -> isReady(thread));
        forget();
        reply = ask(thread, new Settle());
      }
      heed(reply);
    }
    if (reply.state() == Reply.State.ERROR) {
      throw new MachineFault("the adapter says: " + reply.text());
    }
    return reply;
  }

  /** What nobody has asked since something ran is still so. */
  private boolean isReady(int thread) {
    if (ready == null) {
      ready = orLost(this::polled);
    }
    return ready.contains(thread);
  }

  private List<Integer> polled() {
    forget();
    Reply reply = ask(0, new Poll());
    if (reply.state() != Reply.State.RETURNED) {
      throw new ProtocolFault("poll is answered with " + reply.shown());
    }
    return reply.ready();
  }
}
