package umemtck.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What TLC printed with {@code -tool}: messages with codes.
 *
 * @param all in order
 */
record TlcMessages(List<Message> all) {
  /** Model checking completed, no error has been found. */
  static final int SUCCESS = 2193;

  /** States generated, distinct, and left on the queue. */
  static final int COUNTS = 2199;

  /** An invariant is violated in an initial state, or by a behaviour. */
  static final List<Integer> INVARIANT = List.of(2107, 2110);

  /** How often an action fired. */
  private static final int FIRED = 2772;

  /** A property of a step is violated. */
  static final List<Integer> ACTION = List.of(2112);

  /** A temporal property is violated; TLC does not say which. */
  static final List<Integer> TEMPORAL = List.of(2116);

  private static final Pattern START = Pattern.compile("@!@!@STARTMSG (-?\\d+)(?::(\\d+))? @!@!@");
  private static final Pattern END = Pattern.compile("@!@!@ENDMSG .*");
  private static final Pattern COUNTED =
      Pattern.compile(
          "(\\d+) states generated, (\\d+) distinct states found, (\\d+) states left on queue\\.");

  private static final Pattern ACTION_FIRED =
      Pattern.compile("<(?:MC)?(\\w+) line .*>: \\d+:(\\d+)");

  /** A state of a behaviour, and the action that led to it. */
  private static final int STATE = 2217;

  private static final Pattern ACTION_TAKEN =
      Pattern.compile("\\d+: <(?:MC)?(\\w+) line [\\s\\S]*");

  /** Severity of an error, as TLC numbers it. */
  private static final int ERROR = 1;

  /**
   * One message.
   *
   * @param code what it means
   * @param severity 1 is an error
   * @param text as printed
   */
  record Message(int code, int severity, String text) {}

  /** How many states there were. */
  record Counts(long generated, long distinct, long left) {}

  /** Reads TLC's output. */
  static TlcMessages of(List<String> lines) {
    List<Message> all = new ArrayList<>();
    Matcher open = null;
    List<String> text = new ArrayList<>();
    for (String line : lines) {
      Matcher start = START.matcher(line);
      if (start.matches()) {
        open = start;
        text.clear();
      } else if (open != null && END.matcher(line).matches()) {
        int severity = open.group(2) == null ? 0 : Integer.parseInt(open.group(2));
        all.add(new Message(Integer.parseInt(open.group(1)), severity, String.join("\n", text)));
        open = null;
      } else {
        text.add(line);
      }
    }
    return new TlcMessages(List.copyOf(all));
  }

  boolean has(int code) {
    return all.stream().anyMatch(m -> m.code() == code);
  }

  /** The texts of the messages with one of these codes. */
  List<String> texts(List<Integer> codes) {
    return all.stream().filter(m -> codes.contains(m.code())).map(Message::text).toList();
  }

  /** The actions of the behaviour that was printed, in order. */
  List<String> behaviour() {
    List<String> actions = new ArrayList<>();
    for (String text : texts(List.of(STATE))) {
      Matcher m = ACTION_TAKEN.matcher(text);
      if (m.matches()) {
        actions.add(m.group(1));
      }
    }
    return List.copyOf(actions);
  }

  /** The last counts that were printed. */
  Optional<Counts> counts() {
    Optional<Counts> last = Optional.empty();
    for (String text : texts(List.of(COUNTS))) {
      Matcher m = COUNTED.matcher(text);
      if (m.find()) {
        last =
            Optional.of(
                new Counts(
                    Long.parseLong(m.group(1)),
                    Long.parseLong(m.group(2)),
                    Long.parseLong(m.group(3))));
      }
    }
    return last;
  }

  /** The actions, without the MC of a wrapper: did they lead from one state to another? */
  SortedMap<String, Boolean> actions() {
    SortedMap<String, Boolean> names = new TreeMap<>();
    for (String text : texts(List.of(FIRED))) {
      Matcher m = ACTION_FIRED.matcher(text);
      if (m.find()) {
        names.merge(m.group(1), !m.group(2).equals("0"), Boolean::logicalOr);
      }
    }
    return names;
  }

  /** What went wrong, in TLC's words: the first line of each error. */
  String errors() {
    return all.stream()
        .filter(m -> m.severity() == ERROR)
        .map(m -> m.text().lines().findFirst().orElse(""))
        .collect(Collectors.joining("; "));
  }
}
