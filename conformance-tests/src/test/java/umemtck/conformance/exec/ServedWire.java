package umemtck.conformance.exec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import umemtck.conformance.serve.Server;
import umemtck.conformance.session.MachineFault;
import umemtck.spec.subject.UmemSubject;

/** A subject that is served by a thread of this process, as a child would be. */
final class ServedWire implements Wire {
  private static final int ROOM = 1 << 20;

  private final PipedOutputStream to = new PipedOutputStream();
  private final BufferedReader from;

  ServedWire(UmemSubject subject) {
    try {
      PipedInputStream requests = new PipedInputStream(to, ROOM);
      PipedOutputStream replies = new PipedOutputStream();
      from =
          new BufferedReader(
              new InputStreamReader(new PipedInputStream(replies, ROOM), StandardCharsets.UTF_8));
      Thread server =
          new Thread(
              () -> {
                try (requests;
                    replies) {
                  new Server(subject, requests, replies).serve();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              "umem-tck served subject");
      server.setDaemon(true);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void send(byte[] line) {
    try {
      to.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] receive() {
    try {
      to.flush();
      String line = from.readLine();
      if (line == null) {
        throw new MachineFault("its output ended");
      }
      return line.getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasMore() {
    return false;
  }

  @Override
  public boolean kill(String why) {
    close();
    return true;
  }

  @Override
  public void close() {
    try {
      to.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
