package umemtck.conformance.exec;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import umemtck.conformance.UserError;
import umemtck.conformance.protocol.HelloReply;
import umemtck.conformance.protocol.ProtocolFault;
import umemtck.conformance.protocol.Reply;
import umemtck.conformance.protocol.Request;
import umemtck.conformance.session.Machine;
import umemtck.conformance.session.MachineFault;
import umemtck.conformance.session.Subject;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Waits;

/**
 * A subject that is a child process. A child that crashes, hangs or breaks the protocol is ended,
 * and another one started for the next machine, within a budget.
 */
public final class ExecSubject implements Subject {
  /** How often a child may be lost unless something else is said. */
  public static final int RESTARTS = 5_000;

  /** How often one may hang: each time costs the whole patience. */
  private static final int HANGS = 5;

  private final Supplier<Wire> starts;
  private final int restarts;
  private final String kit;
  private final RequestLog sent;
  private HelloReply hello;
  private volatile Link link;
  private boolean booted;
  private int lost;
  private volatile int hung;
  private volatile boolean closed;

  /**
   * A child that is not started yet.
   *
   * @param command for the shell
   * @param kit the version of the kit
   * @param restarts how often a child may be lost
   * @param requests file for the requests as they are sent; null for none
   */
  public ExecSubject(String command, String kit, int restarts, Path requests) {
    this(children(command), kit, restarts, requests);
  }

  /** The same, of whatever answers like a child. */
  ExecSubject(Supplier<Wire> starts, String kit, int restarts, Path requests) {
    this.starts = starts;
    this.kit = kit;
    this.restarts = restarts;
    sent = requests == null ? RequestLog.NONE : new RequestLog(requests);
  }

  private static Supplier<Wire> children(String command) {
    ChildLog log = new ChildLog();
    return () -> new Child(command, log);
  }

  @Override
  public String name() {
    return hello().name();
  }

  @Override
  public String version() {
    return hello().version();
  }

  @Override
  public Declaration declaration() {
    Declaration said = hello().declaration();
    return said.reasons().containsKey(Feature.STALLS)
        ? said
        : said.without(Feature.STALLS, "the protocol has one call at a time");
  }

  private HelloReply hello() {
    if (hello == null) {
      try {
        hello = start();
      } catch (MachineFault e) {
        close();
        throw UserError.adapter(
            "The subject does not say hello: " + e.getMessage() + ".",
            "Its first line is the reply to hello, as docs/protocol.md says. What it wrote to its"
                + " standard error is in subject.log.");
      }
    }
    return hello;
  }

  /** Starts a child and asks who it is. */
  private HelloReply start() {
    sent.begin();
    link = new Link(starts.get(), sent);
    booted = false;
    if (closed) { // A run that was given up may come back, and must not begin anything.
      lose(link);
      throw new MachineFault("the run is over");
    }
    try {
      Reply reply = link.ask(0, new Request.Hello(Request.PROTOCOL, kit));
      if (reply.state() != Reply.State.RETURNED) {
        throw new ProtocolFault("its answer to hello is " + reply.state().word() + said(reply));
      }
      return reply.hello();
    } catch (ProtocolFault e) {
      lose(link);
      throw Link.fault(e);
    } catch (MachineFault e) {
      lose(link);
      throw e;
    }
  }

  private static String said(Reply reply) {
    boolean speaks = reply.state() == Reply.State.ERROR || reply.state() == Reply.State.PANIC;
    return speaks ? ": " + reply.text() : "";
  }

  @Override
  public Machine boot(long seed, Waits waits) {
    HelloReply first = hello();
    if (link != null && booted && first.fresh()) {
      link.wire().close();
      link = null;
    }
    if (link == null) {
      startAgain(first);
    }
    booted = true;
    Link now = link;
    try {
      Reply reply = now.ask(0, new Request.Boot(seed));
      if (reply.state() != Reply.State.RETURNED) {
        throw new ProtocolFault("boot is answered with " + reply.state().word() + said(reply));
      }
      ChildMachine machine = new ChildMachine(now, waits, first.batch(), () -> lose(now));
      machine.heed(reply);
      return machine;
    } catch (ProtocolFault e) {
      lose(link);
      throw Link.fault(e);
    } catch (MachineFault e) {
      lose(link);
      throw e;
    }
  }

  @Override
  public Optional<String> gone() {
    return lost <= restarts && hung <= HANGS
        ? Optional.empty()
        : Optional.of(
            "the subject is not started again: it was lost "
                + (lost == 1 ? "once" : lost + " times")
                + (hung == 0 ? "" : ", " + hung + " of them because it hung"));
  }

  private void startAgain(HelloReply first) {
    Optional<String> gone = gone();
    if (gone.isPresent()) {
      throw new MachineFault(gone.get());
    }
    HelloReply now = start();
    if (!now.equals(first)) {
      lose(link);
      throw new MachineFault("the child says of itself what it did not say at first");
    }
  }

  /** The child is of no use any more. */
  private void lose(Link gone) {
    if (gone == link && gone != null) {
      link = null;
      lost++;
      gone.wire().kill("the child was ended");
    }
  }

  @Override
  public boolean kill(String why) {
    Link out = link;
    if (out == null) {
      return false;
    }
    boolean comesBack = out.wire().kill(why);
    hung += comesBack ? 1 : 0;
    return comesBack;
  }

  @Override
  public void close() {
    closed = true;
    Link last = link;
    link = null;
    if (last != null) {
      last.wire().close();
    }
    sent.close();
  }
}
