package umemtck.conformance.trace;

/** A file is no trace: empty, truncated, out of order, or not as its version says. */
public final class TraceFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TraceFault(long line, String text) {
    super("line " + line + ": " + text);
  }

  TraceFault(String text) {
    super(text);
  }
}
