package umemtck.tla.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import tlc2.tool.TLCState;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.Value;
import umemtck.tla.graph.LockBounds;
import umemtck.tla.graph.LockState;
import umemtck.tla.graph.Step;

/** TLC's values of the modules of locking, in the words of a graph. */
final class LockValues {
  private static final String UNMAPPED = "unmapped";
  private static final String NONE = "none";

  private LockValues() {}

  /** A word without spaces: they part the arguments of a step. */
  private static String word(IValue v) {
    return Values.text(v).replace(' ', '-');
  }

  static LockState state(TLCState s) {
    return new LockState(
        numbered(s.lookup("lock"), LockValues::locked),
        calls(s.lookup("call")),
        numbered(s.lookup("proc"), Values::number),
        numbered(s.lookup("pages"), p -> mapped(p)),
        events(s.lookup("event")),
        numbered(s.lookup("pins"), p -> pinned(p)),
        numbered(s.lookup("used"), Values::number),
        numbered(s.lookup("limit"), Values::number),
        Values.function(s.lookup("queue")).values().stream().map(Values::number).toList());
  }

  private static <T> SortedMap<Long, T> numbered(IValue function, Function<Value, T> of) {
    SortedMap<Long, T> all = new TreeMap<>();
    Values.function(function).forEach((n, v) -> all.put(Long.valueOf(n), of.apply(v)));
    return all;
  }

  private static LockState.Locked locked(Value v) {
    Map<String, Value> l = Values.function(v);
    return new LockState.Locked(
        Values.number(l.get("proc")),
        Values.number(l.get("addr")),
        Values.number(l.get("len")),
        Values.number(l.get("project")),
        ((BoolValue) l.get("counted")).val,
        word(l.get("stage")),
        word(l.get("cleanup")));
  }

  private static SortedMap<Long, String> mapped(Value pages) {
    SortedMap<Long, String> all = numbered(pages, LockValues::word);
    all.values().removeIf(UNMAPPED::equals);
    return all;
  }

  private static SortedMap<Long, Long> pinned(Value pins) {
    SortedMap<Long, Long> all = numbered(pins, Values::number);
    all.values().removeIf(n -> n == 0);
    return all;
  }

  private static SortedMap<Long, LockState.Event> events(IValue event) {
    SortedMap<Long, LockState.Event> all = new TreeMap<>();
    Values.function(event)
        .forEach(
            (p, v) -> {
              Map<String, Value> e = Values.function(v);
              if (!Values.text(e.get("op")).equals(NONE)) {
                all.put(
                    Long.valueOf(p),
                    new LockState.Event(
                        Values.text(e.get("op")),
                        Values.number(e.get("addr")),
                        Values.number(e.get("len")),
                        Values.number(e.get("inside"))));
              }
            });
    return all;
  }

  private static SortedMap<String, String> calls(IValue call) {
    SortedMap<String, String> all = new TreeMap<>();
    Values.function(call)
        .forEach(
            (t, v) -> {
              String out = call(Values.function(v));
              if (!out.equals(NONE)) {
                all.put(t, out);
              }
            });
    return all;
  }

  /**
   * A call that is out, in words; of a lock also what it was charged, and which errnos are right.
   */
  private static String call(Map<String, Value> c) {
    String op = Values.text(c.get("op"));
    if (c.containsKey("cookie")) {
      return op + " " + Values.text(c.get("cookie"));
    }
    if (!c.containsKey("request")) {
      return op;
    }
    List<String> words = new ArrayList<>(List.of(op));
    words.addAll(request(Values.function(c.get("request"))));
    words.add("project " + Values.text(c.get("project")));
    words.add(((BoolValue) c.get("counted")).val ? "charged" : "uncounted");
    words.addAll(new TreeSet<>(Values.set(c.get("right"))));
    return String.join(" ", words);
  }

  private static List<String> request(Map<String, Value> r) {
    List<String> words = new ArrayList<>();
    for (String f : List.of("proc", "addr", "len", "flags")) {
      words.add(Values.text(r.get(f)));
    }
    if (Values.text(r.get("op")).equals("umem_lockmemory")) {
      words.add(word(r.get("vector")));
    }
    return words;
  }

  /** What was done, from the name of the action and the answer that it left. */
  static Step step(String action, IValue answer) {
    String name = action.startsWith("MC") ? action.substring(2) : action;
    Map<String, Value> a = Values.function(answer);
    List<String> args = new ArrayList<>();
    if (a.containsKey("thread")) {
      args.add(Values.text(a.get("thread")));
    }
    if (a.containsKey("request")) {
      args.addAll(answered(name, a));
    } else {
      for (String f : fields(name)) {
        args.add(word(a.get(f)));
      }
    }
    return new Step(name, args);
  }

  private static List<String> answered(String name, Map<String, Value> a) {
    String out = Values.text(a.get("out"));
    return switch (out) {
      case "failed" -> List.of(Values.text(a.get("errno")));
      case "locked", "registered" -> {
        String cookie = Values.text(a.get("cookie"));
        yield name.contains("Memory") ? List.of(cookie, out) : List.of(cookie);
      }
      case "refused", "denied" -> request(Values.function(a.get("request")));
      default -> {
        List<String> words = request(Values.function(a.get("request")));
        words.add(out);
        yield words;
      }
    };
  }

  private static List<String> fields(String name) {
    return switch (name) {
      case "UmemUnlockQueued", "UmemUnlockUnpinned", "UmemUnlockCredited" -> List.of("cookie");
      case "Mmap" -> List.of("proc", "addr", "out");
      case "Munmap" -> List.of("proc", "addr", "len");
      case "MunmapDone", "Exit", "ExitDone" -> List.of("proc");
      case "CallbackBegan", "CallbackEnded" -> List.of("proc", "cookie");
      case "Settaskid", "SettaskidDenied" -> List.of("proc", "project");
      case "SetLimit" -> List.of("holder", "bytes");
      default -> throw new IllegalStateException("an action that no graph knows: " + name);
    };
  }

  static LockBounds bounds(Map<String, IValue> c) {
    return new LockBounds(
        Values.number(c.get("WordMax")),
        Values.number(c.get("PageSize")),
        Values.text(c.get("Profile")),
        Values.set(c.get("Threads")),
        Values.set(c.get("Interrupts")),
        Values.numbers(c.get("Cookies")),
        Values.numbers(c.get("Processes")),
        Values.numbers(c.get("Projects")),
        Values.numbers(c.get("UserPages")),
        Values.set(c.get("Shortages")),
        ((StringValue) c.get("AtBoot")).val.toString().replace(' ', '-'),
        Values.numbers(c.get("Addresses")),
        Values.numbers(c.get("Lengths")),
        Values.numbers(c.get("LockFlags")),
        Values.numbers(c.get("MemoryFlags")),
        words(c.get("MemoryVectors")),
        words(c.get("Mappable")),
        Values.numbers(c.get("Unmapped")),
        Values.numbers(c.get("Exits")),
        Values.numbers(c.get("Moves")),
        Values.numbers(c.get("Settable")),
        Values.numbers(c.get("Amounts")));
  }

  private static List<String> words(IValue set) {
    return Values.set(set).stream().map(w -> w.replace(' ', '-')).toList();
  }
}
