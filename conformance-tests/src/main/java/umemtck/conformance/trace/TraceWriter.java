package umemtck.conformance.trace;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import umemtck.conformance.protocol.TraceHead;
import umemtck.conformance.protocol.TraceLine;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.History;

/** Writes the histories of machines to one file, an event a line. The same run, the same bytes. */
public final class TraceWriter implements Closeable {
  private final OutputStream to;
  private int seq;
  private int machines;
  private boolean closed;

  private TraceWriter(OutputStream to) {
    this.to = to;
  }

  /** Begins a file. */
  public static TraceWriter open(Path file, TraceHead head) throws IOException {
    TraceWriter writer = new TraceWriter(new BufferedOutputStream(Files.newOutputStream(file)));
    writer.to.write(head.line());
    return writer;
  }

  /** Writes all that was seen of a machine; nothing of one that did not boot. */
  public synchronized void machine(History history) {
    if (history.events().isEmpty() || closed) {
      return; // A machine that hung may come back when nobody waits for it any more.
    }
    Map<Integer, Call> out = new HashMap<>();
    machines++;
    write(TraceLine.of(++seq, TraceLine.Kind.BOOT));
    for (Event e : history.events()) {
      write(line(++seq, e, out));
    }
    write(TraceLine.of(++seq, TraceLine.Kind.HALT));
  }

  private static byte[] line(int seq, Event e, Map<Integer, Call> out) {
    if (e instanceof Event.Invoked i) {
      out.put(i.id(), i.call());
      return TraceLine.invoked(seq, i);
    }
    if (e instanceof Event.Completed c) {
      return TraceLine.completed(seq, c, out.remove(c.id()));
    }
    if (e instanceof Event.CallbackBegan c) {
      return TraceLine.callback(seq, c);
    }
    return e instanceof Event.CallbackEnded c
        ? TraceLine.callbackReturn(seq, c)
        : TraceLine.settled(seq, (Event.Settled) e);
  }

  private void write(byte[] line) {
    try {
      to.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the file. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    write(TraceLine.end(++seq, machines));
    to.close();
  }
}
