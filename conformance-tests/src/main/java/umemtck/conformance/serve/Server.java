package umemtck.conformance.serve;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import umemtck.conformance.protocol.HelloReply;
import umemtck.conformance.protocol.ProtocolFault;
import umemtck.conformance.protocol.Reply;
import umemtck.conformance.protocol.Reply.State;
import umemtck.conformance.protocol.Request;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemPanic;
import umemtck.spec.subject.UmemSubject;

/** Answers requests, one after the other, until there are no more. */
public final class Server {
  /** How many requests may come before replies are read. */
  private static final int BATCH = 64;

  /** Thrown through whatever the first thread is in when another machine is wanted. */
  private static final class Abandoned extends Error {
    private static final long serialVersionUID = 1L;
    final transient Request next;

    Abandoned(Request next) {
      super("another machine is wanted", null, false, false);
      this.next = next;
    }
  }

  private final UmemSubject subject;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] bytes = new byte[1 << 16];
  private int at;
  private int end;
  private ServedMachine machine;

  /** The number of the request that let the first thread run. */
  private int firstSeq;

  /** Serves a subject: requests come from one stream, replies go to the other. */
  public Server(UmemSubject subject, InputStream in, OutputStream out) {
    this.subject = subject;
    this.in = in;
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  /** Serves until the requests end. */
  public void serve() throws IOException {
    Request request = next();
    while (request != null) {
      try {
        serve(request);
        request = next();
      } catch (Abandoned e) {
        request = e.next;
      }
    }
    if (machine != null) {
      machine.close();
    }
    out.flush();
  }

  /** The next request; the replies go out when all that has come in is answered. */
  private Request next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(160);
    while (true) {
      if (at == end) {
        out.flush();
        at = 0;
        end = in.read(bytes);
      }
      if (end < 0) {
        return null;
      }
      byte b = bytes[at++];
      if (b == '\n') {
        return Request.read(line.toByteArray());
      }
      line.write(b);
    }
  }

  /** What the subject declares, but for what the protocol has no words for. */
  private Declaration declaration() {
    Declaration declared = subject.declaration();
    return declared.offers(Feature.STALLS)
        ? declared.without(Feature.STALLS, "a machine behind the protocol does not stop at stalls")
        : declared;
  }

  private void serve(Request r) throws IOException {
    try {
      if (r.ask() instanceof Request.Hello) {
        HelloReply hello =
            new HelloReply(subject.name(), subject.version(), declaration(), BATCH, false);
        out.write(Reply.hello(r.seq(), hello));
      } else if (r.ask() instanceof Request.Boot boot) {
        boot(r, boot.seed());
      } else if (machine == null) {
        throw new ProtocolFault("nothing was booted");
      } else if (r.ask() instanceof Request.Poll) {
        out.write(Reply.ready(r.seq(), machine.ready()));
      } else if (r.ask() instanceof Request.Make make && r.thread() == 0) {
        first(r.seq(), make);
      } else {
        other(r);
      }
    } catch (ProtocolFault e) {
      out.write(Reply.said(r.seq(), State.ERROR, e.getMessage()));
    }
  }

  private void boot(Request r, long seed) throws IOException {
    if (machine != null) {
      machine.close();
    }
    try {
      machine = new ServedMachine(subject, seed, this::nested);
      out.write(Reply.of(r.seq(), State.RETURNED, machine.takeChanged(), machine.takeBegan()));
    } catch (Exception | Error e) {
      out.write(Reply.said(r.seq(), State.ERROR, "boot threw " + e));
    }
  }

  private void first(int seq, Request.Make make) throws IOException {
    firstSeq = seq;
    byte[] reply;
    try {
      Outcome outcome = machine.first(seq, make);
      reply = reply(firstSeq, new Progress.Returned(make.call(), outcome));
    } catch (ServedMachine.WaitsInFirst e) {
      reply = Reply.of(firstSeq, State.BLOCKED, false, List.of());
    } catch (Abandoned e) {
      throw e;
    } catch (Exception | Error e) {
      reply = Reply.said(firstSeq, State.ERROR, e.toString());
    }
    out.write(reply);
  }

  private void other(Request r) throws IOException {
    Progress how =
        r.ask() instanceof Request.Make make
            ? machine.in(r.thread(), r.seq(), make)
            : machine.letGo(r.thread());
    out.write(reply(r.seq(), how));
  }

  private byte[] reply(int seq, Progress how) {
    if (machine.unsaid() != null) {
      return Reply.said(seq, State.ERROR, machine.unsaid());
    }
    if (how instanceof Progress.Returned returned) {
      return returned(seq, returned);
    }
    if (how instanceof Progress.CallsBack c) {
      return Reply.callback(seq, machine.takeChanged(), machine.takeBegan(), c.of(), c.cookie());
    }
    if (how instanceof Progress.Failed failed) {
      boolean panics = failed.fault() instanceof UmemPanic;
      return panics
          ? Reply.said(seq, State.PANIC, String.valueOf(failed.fault().getMessage()))
          : Reply.said(seq, State.ERROR, failed.fault().toString());
    }
    return Reply.of(seq, State.BLOCKED, machine.takeChanged(), machine.takeBegan());
  }

  private byte[] returned(int seq, Progress.Returned how) {
    if (how.outcome() instanceof Outcome.Panicked panic) {
      return Reply.said(seq, State.PANIC, panic.text());
    }
    boolean changed = machine.takeChanged();
    List<Integer> began = machine.takeBegan();
    return how.call() == null
        ? Reply.of(seq, State.RETURNED, changed, began)
        : Reply.returned(seq, changed, began, how.call(), how.outcome());
  }

  /** The first thread calls a cleanup function: others, and itself, are served meanwhile. */
  private void nested(int of, long cookie) {
    try {
      out.write(Reply.callback(firstSeq, machine.takeChanged(), machine.takeBegan(), of, cookie));
      for (Request r = next(); r != null; r = next()) {
        if (r.ask() instanceof Request.CallbackReturn && r.thread() == 0) {
          firstSeq = r.seq();
          return;
        }
        if (r.ask() instanceof Request.Boot) {
          throw new Abandoned(r);
        }
        serve(r);
      }
      throw new Abandoned(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
