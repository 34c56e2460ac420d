package umemtck.conformance.cli;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Notices a subject that calls {@code System.exit}: its status is never the kit's. What is known by
 * then is kept.
 */
final class ExitGuard {
  private static IntSupplier rescue;
  private static volatile boolean exiting;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(ExitGuard::atShutdown, "umem-tck exit guard"));
  }

  private ExitGuard() {}

  /** From now on, an exit ends with the status that this gives. */
  static synchronized void on(IntSupplier keep) {
    rescue = keep;
  }

  /** From now on, an exit is the kit's own. */
  static void off() {
    holdIfExiting();
    on(null);
  }

  /** Comes back unless the subject is ending the process: then there is nothing left to say. */
  static void holdIfExiting() {
    while (exiting) {
      LockSupport.park();
    }
  }

  private static synchronized IntSupplier taken() {
    exiting = rescue != null && somebodyCalledExit();
    return exiting ? rescue : null;
  }

  private static void atShutdown() {
    IntSupplier keep = taken();
    if (keep != null) {
      int status = Main.KIT;
      try {
        status = keep.getAsInt();
      } finally {
        Runtime.getRuntime().halt(status);
      }
    }
  }

  /** Whether this is no signal: some thread stands in {@code Runtime.exit}. */
  private static boolean somebodyCalledExit() {
    for (Map.Entry<Thread, StackTraceElement[]> t : Thread.getAllStackTraces().entrySet()) {
      for (StackTraceElement frame : t.getValue()) {
        boolean exit = frame.getMethodName().equals("exit");
        if (exit && frame.getClassName().equals("java.lang.Runtime")) {
          return true;
        }
      }
    }
    return false;
  }
}
