package umemtck.conformance.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * The kit's own way to the terminal. What a subject prints goes elsewhere, so that it cannot be
 * taken for the kit's word.
 */
final class Console {
  private static volatile Console current = toFileDescriptors();

  private final PrintStream out;
  private final PrintStream err;
  private final boolean progress;
  private final Ansi ansi;

  /** Takes the process's streams, which are the subject's no longer. */
  Console(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.ansi = terminal && !noColour() ? Ansi.ON : Ansi.OFF;
    this.progress = terminal;
  }

  /** As no-color.org says: set, and not empty. */
  private static boolean noColour() {
    String value = System.getenv("NO_COLOR");
    return value != null && !value.isEmpty();
  }

  /** The terminal, or the pipe, that this process writes to. */
  static Console ofProcess() {
    return current;
  }

  /** Lets the commands write elsewhere. */
  static void setCurrent(Console console) {
    current = console;
  }

  private static Console toFileDescriptors() {
    return new Console(
        new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, utf8()),
        new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, utf8()),
        // System.console() also answers for a pipe since JDK 22: the launcher asks the shell.
        "1".equals(System.getenv("UMEM_TCK_TTY")));
  }

  private static java.nio.charset.Charset utf8() {
    return StandardCharsets.UTF_8;
  }

  void line(String text) {
    out.println(text);
  }

  void error(String text) {
    err.println(text);
  }

  /** A word in a style of picocli's markup, where colours are shown. */
  String styled(String style, String text) {
    return ansi.string("@|" + style + " " + text + "|@");
  }

  /** Says on a terminal, and only there, what is going on. */
  void progress(String what) {
    if (progress) {
      err.print("\r\u001b[K" + what);
      err.flush();
    }
  }

  void progressDone() {
    progress("");
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }
}
