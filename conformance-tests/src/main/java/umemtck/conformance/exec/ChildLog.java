package umemtck.conformance.exec;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * What the children of a run write to their standard error: kept up to a limit, read to its end,
 * and never a verdict.
 */
final class ChildLog {
  private static final int LIMIT = 1_000_000;

  private int kept;
  private boolean full;

  /** Keeps what comes, until it ends. */
  void keep(InputStream from) {
    Thread pump = new Thread(() -> pump(from), "umem-tck child's standard error");
    pump.setDaemon(true);
    pump.start();
  }

  private void pump(InputStream from) {
    byte[] buffer = new byte[8192];
    try (from) {
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        keep(buffer, n);
      }
    } catch (IOException e) {
      // The child was ended.
    }
  }

  private synchronized void keep(byte[] bytes, int n) {
    PrintStream log = System.err;
    int more = Math.min(n, LIMIT - kept);
    log.write(bytes, 0, more);
    kept += more;
    if (more < n && !full) {
      full = true;
      log.println();
      log.println("umem-tck: what the subject wrote after this is left out");
    }
    log.flush();
  }
}
