package umemtck.conformance.trace;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import umemtck.conformance.protocol.ProtocolFault;
import umemtck.conformance.protocol.TraceHead;
import umemtck.conformance.protocol.TraceLine;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Event;

/** Reads a trace, machine by machine, and refuses what is none. */
public final class TraceReader implements Closeable {
  /** A line of more bytes is none. */
  private static final int LONGEST = 1_000_000;

  private final InputStream in;
  private final TraceHead head;
  private long line;
  private int machines;
  private boolean over;

  private TraceReader(InputStream in) throws IOException {
    this.in = in;
    byte[] first = next();
    if (first == null) {
      throw new TraceFault("it is empty");
    }
    try {
      head = TraceHead.read(first);
    } catch (ProtocolFault e) {
      throw new TraceFault(line, e.getMessage());
    }
  }

  /**
   * Opens a file.
   *
   * @throws TraceFault if it does not begin as a trace does
   */
  public static TraceReader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      return new TraceReader(in);
    } catch (TraceFault e) {
      in.close();
      throw e;
    }
  }

  /** Its first line. */
  public TraceHead head() {
    return head;
  }

  /**
   * The next machine; null behind the last.
   *
   * @throws TraceFault if it is no trace
   */
  public TracedMachine machine() throws IOException {
    TraceLine first = over ? null : read();
    if (first == null) {
      return null;
    }
    if (first.kind() == TraceLine.Kind.END) {
      end(first);
      return null;
    }
    if (first.kind() != TraceLine.Kind.BOOT) {
      throw fault("a machine begins with 'boot', this is '" + first.kind().word() + "'");
    }
    long boot = line;
    Machine machine = new Machine();
    for (TraceLine l = read(); l.kind() != TraceLine.Kind.HALT; l = read()) {
      try {
        machine.see(l);
      } catch (ProtocolFault e) {
        throw fault(e.getMessage());
      }
    }
    return new TracedMachine(++machines, boot, machine.events);
  }

  private void end(TraceLine last) throws IOException {
    over = true;
    if (last.machines() != machines) {
      throw fault("it counts " + last.machines() + " machines, there are " + machines);
    }
    if (machines == 0) {
      throw fault("it tells of no machine");
    }
    if (next() != null) {
      throw fault("nothing may come behind 'end'");
    }
  }

  private TraceLine read() throws IOException {
    byte[] bytes = next();
    if (bytes == null) {
      throw fault("it is truncated: the last line must be 'end'");
    }
    TraceLine read;
    try {
      read = TraceLine.read(bytes);
    } catch (ProtocolFault e) {
      throw fault(e.getMessage());
    }
    if (read.seq() != line - 1) {
      throw fault("it is out of order: 'seq' is " + read.seq() + ", expected " + (line - 1));
    }
    return read;
  }

  private TraceFault fault(String text) {
    return new TraceFault(line, text);
  }

  /** The next line without its line feed; null at the end. */
  private byte[] next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 && bytes.size() == 0) {
        line++;
        return null;
      }
      if (b < 0) {
        line++;
        throw fault("it is truncated: the line has no line feed");
      }
      bytes.write(b);
      if (bytes.size() > LONGEST) {
        line++;
        throw fault("it has more than " + LONGEST + " bytes");
      }
    }
    line++;
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The events of one machine, as far as they were read. */
  private static final class Machine {
    private final List<Event> events = new ArrayList<>();
    private final Map<Integer, Call> out = new HashMap<>();
    private int last;

    void see(TraceLine l) {
      switch (l.kind()) {
        case INVOKED -> invoked(l.invoked());
        case RETURNED, PANICKED -> {
          Call call = out.remove(l.id());
          if (call == null) {
            throw new ProtocolFault("it is out of order: call " + l.id() + " is not out");
          }
          events.add(l.completed(call));
        }
        case CALLBACK, CALLBACK_RETURN -> events.add(l.callback());
        case SETTLED -> settled(l.settled());
        default -> throw new ProtocolFault("'" + l.kind().word() + "' inside a machine");
      }
    }

    private void invoked(Event.Invoked e) {
      if (e.id() <= last) {
        throw new ProtocolFault(
            "it is out of order: call " + e.id() + " comes behind call " + last);
      }
      last = e.id();
      out.put(e.id(), e.call());
      events.add(e);
    }

    private void settled(Event.Settled e) {
      for (int id : e.blocked()) {
        if (!out.containsKey(id)) {
          throw new ProtocolFault("it is out of order: call " + id + " is not out");
        }
      }
      events.add(e);
    }
  }
}
