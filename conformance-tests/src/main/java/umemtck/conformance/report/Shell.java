package umemtck.conformance.report;

import java.util.regex.Pattern;

/** Words of a command line, so that what is printed can be pasted. */
public final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,@%+-]+");

  private Shell() {}

  /** A word as a POSIX shell reads it back: quoted if it needs to be. */
  public static String word(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
