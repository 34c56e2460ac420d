package umemtck.tla.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tlc2.tool.TLCState;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.Value;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.IoState;
import umemtck.tla.graph.Step;

/** TLC's values of the modules of bufs, in the words of a graph. */
final class IoValues {
  private static final List<String> ASKED =
      List.of("thread", "cookie", "off", "len", "direction", "blkno", "sleepflag");

  private IoValues() {}

  static IoState state(TLCState s) {
    return new IoState(
        numbered(s.lookup("live"), IoValues::cookie),
        numbered(s.lookup("buf"), IoValues::buf),
        numbered(s.lookup("memory"), IoValues::bytes),
        ((BoolValue) s.lookup("short")).val,
        Values.number(s.lookup("used")));
  }

  private static <T> SortedMap<Long, T> numbered(IValue function, Function<Value, T> of) {
    SortedMap<Long, T> all = new TreeMap<>();
    Values.function(function).forEach((n, v) -> all.put(Long.valueOf(n), of.apply(v)));
    return all;
  }

  private static IoState.Cookie cookie(Value v) {
    Map<String, Value> c = Values.function(v);
    return new IoState.Cookie(
        Values.text(c.get("kind")),
        Values.number(c.get("proc")),
        Values.number(c.get("addr")),
        Values.number(c.get("size")),
        Values.number(c.get("flags")));
  }

  private static IoState.Buf buf(Value v) {
    Map<String, Value> b = Values.function(v);
    return new IoState.Buf(
        Values.number(b.get("cookie")),
        Values.number(b.get("proc")),
        Values.number(b.get("addr")),
        Values.number(b.get("len")),
        Values.number(b.get("direction")),
        Values.number(b.get("blkno")));
  }

  private static String bytes(Value space) {
    SortedMap<Long, Long> tags = numbered(space, Values::number);
    StringBuilder letters = new StringBuilder();
    for (long tag : tags.values()) {
      letters.append(tag < 0 ? String.valueOf(IoState.DIRT) : String.valueOf(tag));
    }
    return letters.toString();
  }

  /** What was done, from the name of the action and the answer that it left. */
  static Step step(String action, IValue answer) {
    String name = action.startsWith("MC") ? action.substring(2) : action;
    Map<String, Value> a = Values.function(answer);
    List<String> args = new ArrayList<>();
    for (String field : fields(name)) {
      args.add(Values.text(a.get(field)));
    }
    if (name.startsWith("UmemIosetup")) {
      args.add(((BoolValue) a.get("short")).val ? "short" : "enough");
    }
    return new Step(name, args);
  }

  private static List<String> fields(String name) {
    return switch (name) {
      case "UmemIosetup" -> {
        List<String> all = new ArrayList<>(ASKED);
        all.add("buf");
        yield all;
      }
      case "UmemIosetupRefused" -> ASKED;
      case "Freerbuf" -> List.of("thread", "buf");
      case "Strategy" -> List.of("thread", "buf", "value", "at", "found");
      case "UmemAlloc" -> List.of("thread", "size", "flag", "address", "cookie");
      case "UmemLock" -> List.of("thread", "proc", "addr", "len", "flags", "cookie");
      case "UmemFree", "UmemUnlock" -> List.of("thread", "cookie");
      case "MemoryFill" -> List.of("thread", "address", "length", "value");
      case "UserFill" -> List.of("proc", "addr", "len", "value");
      case "FailNext" -> List.of("step");
      default -> throw new IllegalStateException("an action that no graph knows: " + name);
    };
  }

  static IoBounds bounds(Map<String, IValue> c) {
    return new IoBounds(
        Values.number(c.get("WordMax")),
        Values.number(c.get("PageSize")),
        Values.set(c.get("Threads")),
        Values.set(c.get("Interrupts")),
        Values.numbers(c.get("Cookies")),
        Values.numbers(c.get("Bufs")),
        Values.numbers(c.get("Processes")),
        Values.numbers(c.get("UserPages")),
        Values.numbers(c.get("Sizes")),
        Values.numbers(c.get("Flags")),
        Values.numbers(c.get("Addresses")),
        Values.numbers(c.get("LockAddresses")),
        Values.numbers(c.get("LockLengths")),
        Values.numbers(c.get("LockFlags")),
        Values.numbers(c.get("Offsets")),
        Values.numbers(c.get("Lengths")),
        Values.numbers(c.get("Directions")),
        Values.numbers(c.get("Blocks")),
        Values.numbers(c.get("Sleepflags")),
        Values.numbers(c.get("Transferred")),
        Values.numbers(c.get("Filled")),
        Values.set(c.get("Faults")));
  }
}
