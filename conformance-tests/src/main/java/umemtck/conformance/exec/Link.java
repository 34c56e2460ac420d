package umemtck.conformance.exec;

import umemtck.conformance.protocol.ProtocolFault;
import umemtck.conformance.protocol.Reply;
import umemtck.conformance.protocol.Request;
import umemtck.conformance.session.MachineFault;

/** A child that is spoken with: requests are numbered, and each reply is that of its request. */
final class Link {
  private final Wire wire;
  private final RequestLog sent;
  private int lastSent;
  private int lastReceived;

  Link(Wire wire, RequestLog sent) {
    this.wire = wire;
    this.sent = sent;
  }

  /** Sends a request; returns its number. */
  int send(int thread, Request.Ask ask) {
    byte[] line = new Request(++lastSent, thread, ask).line();
    sent.add(line);
    wire.send(line);
    return lastSent;
  }

  /**
   * Receives the reply to the oldest request that has none.
   *
   * @throws MachineFault if it is none; the child is of no use then
   */
  Reply receive() {
    try {
      Reply reply = Reply.read(wire.receive());
      if (reply.seq() != ++lastReceived) {
        throw new ProtocolFault(
            "a reply to request " + reply.seq() + ", where one to " + lastReceived + " was due");
      }
      if (lastReceived == lastSent && wire.hasMore()) {
        throw new ProtocolFault("more than one reply to request " + lastReceived);
      }
      return reply;
    } catch (ProtocolFault e) {
      throw fault(e);
    }
  }

  /** Sends a request and receives its reply. */
  Reply ask(int thread, Request.Ask ask) {
    send(thread, ask);
    return receive();
  }

  /** What is said of a line that is not what the protocol says. */
  static MachineFault fault(ProtocolFault e) {
    return new MachineFault("the child breaks the protocol: " + e.getMessage());
  }

  Wire wire() {
    return wire;
  }
}
