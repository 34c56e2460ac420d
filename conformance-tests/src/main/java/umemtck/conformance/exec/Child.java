package umemtck.conformance.exec;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import umemtck.conformance.session.MachineFault;

/**
 * A process that reads lines and writes lines. One thread at a time talks to it; any may end it.
 */
final class Child implements Wire {
  /** Bytes of the longest line that it may write. */
  static final int LONGEST = 1_000_000;

  private static final int SIGNALLED = 128;

  /** How often it is asked for before the thread sleeps: some 50 microseconds. */
  private static final int AWAKE = 100;

  private final Process process;
  private final ProcessGroup group;
  private final OutputStream to;
  private final InputStream from;
  private byte[] bytes = new byte[1 << 16];
  private int begin;
  private int end;
  private volatile String killed;

  /**
   * Starts a process.
   *
   * @param command for the shell
   * @param log where its standard error goes
   * @throws MachineFault if that cannot be done
   */
  Child(String command, ChildLog log) {
    try {
      group = ProcessGroup.start(command);
    } catch (IOException e) {
      throw new MachineFault("it cannot be started: " + e.getMessage());
    }
    process = group.process();
    to = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
    from = process.getInputStream();
    log.keep(process.getErrorStream());
  }

  @Override
  public void send(byte[] line) {
    try {
      to.write(line);
    } catch (IOException e) {
      throw gone("it does not read any more");
    }
  }

  @Override
  public byte[] receive() {
    try {
      to.flush();
    } catch (IOException e) {
      // It may have replied before it ended; if not, the end of its output says so.
    }
    try {
      int feed = feed(begin);
      while (feed < 0) {
        if (end - begin > LONGEST) {
          throw new MachineFault("its reply is longer than " + LONGEST + " bytes");
        }
        int searched = end - begin;
        fill();
        feed = feed(begin + searched);
      }
      byte[] line = Arrays.copyOfRange(bytes, begin, feed);
      begin = feed + 1;
      return line;
    } catch (IOException e) {
      throw gone("its output cannot be read: " + e.getMessage());
    }
  }

  /** Where the next line feed is, or -1. */
  private int feed(int searchFrom) {
    for (int i = searchFrom; i < end; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void fill() throws IOException {
    if (begin > 0) {
      System.arraycopy(bytes, begin, bytes, 0, end - begin);
      end -= begin;
      begin = 0;
    }
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    waitAwake();
    int n = from.read(bytes, end, bytes.length - end);
    if (n < 0) {
      throw gone(end > 0 ? "its output ended within a line" : "its output ended");
    }
    end += n;
  }

  /** A reply mostly comes sooner than a thread that sleeps for it would be woken. */
  private void waitAwake() throws IOException {
    for (int i = 0; i < AWAKE && from.available() == 0; i++) {
      Thread.onSpinWait();
    }
  }

  @Override
  public boolean hasMore() {
    try {
      return end > begin || from.available() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What became of it, in words. */
  private MachineFault gone(String what) {
    if (killed != null) {
      return new MachineFault(killed, true);
    }
    try {
      if (process.waitFor(1, TimeUnit.SECONDS)) {
        int status = process.exitValue();
        return new MachineFault(
            status > SIGNALLED
                ? "the child was ended by signal " + (status - SIGNALLED) + " before it replied"
                : "the child exited with status " + status + " before it replied");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // As bad as one that hangs: the second is lost each time.
    return new MachineFault("the child went on, but " + what, true);
  }

  @Override
  public boolean kill(String why) {
    if (killed != null) {
      return false; // Somebody who was not found holds its output open.
    }
    killed = why;
    group.kill();
    return true;
  }

  @Override
  public void close() {
    if (killed != null) {
      return; // A thread may still stand in what is to be closed.
    }
    try {
      to.close();
    } catch (IOException e) {
      // It has closed its end already.
    }
    try {
      process.waitFor(GRACE, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    group.kill();
  }

  /** What a child gets to end by itself: no verdict depends on it. */
  private static final long GRACE = 1_000;
}
