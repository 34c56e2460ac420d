package umemtck.tla.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tlc2.value.IValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.Value;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.tla.graph.AllocState;
import umemtck.tla.graph.Step;

/** TLC's values in the words of a graph. */
final class Values {
  private Values() {}

  static String text(IValue v) {
    return v instanceof StringValue s ? s.val.toString() : String.valueOf(((IntValue) v).val);
  }

  static long number(IValue v) {
    return ((IntValue) v).val;
  }

  /** A record, a sequence or a function, by the text of its arguments. */
  static Map<String, Value> function(IValue v) {
    FcnRcdValue f = (FcnRcdValue) ((Value) v).toFcnRcd();
    Map<String, Value> all = new LinkedHashMap<>();
    for (int i = 0; i < f.values.length; i++) {
      all.put(f.domain == null ? String.valueOf(f.intv.low + i) : text(f.domain[i]), f.values[i]);
    }
    return all;
  }

  static List<String> set(IValue v) {
    SetEnumValue s = (SetEnumValue) ((Value) v).toSetEnum();
    s.normalize();
    List<String> words = new ArrayList<>();
    for (Value e : s.elems.toArray()) {
      words.add(text(e));
    }
    return words;
  }

  static List<Long> numbers(IValue set) {
    return set(set).stream().map(Long::valueOf).sorted().toList();
  }

  static AllocState state(IValue live, IValue free, IValue memory, IValue asleep) {
    SortedMap<Long, AllocState.Block> blocks = new TreeMap<>();
    function(live)
        .forEach(
            (c, v) -> {
              Map<String, Value> block = function(v);
              blocks.put(
                  Long.valueOf(c),
                  new AllocState.Block(
                      CookieKind.valueOf(text(block.get("kind"))),
                      number(block.get("address")),
                      number(block.get("pages"))));
            });
    SortedMap<Resource, Long> amounts = new TreeMap<>();
    function(free).forEach((r, n) -> amounts.put(Resource.valueOf(r), number(n)));
    SortedMap<Long, String> bytes = new TreeMap<>();
    function(memory).forEach((a, v) -> bytes.put(Long.valueOf(a), letter(number(v))));
    SortedMap<String, AllocState.Request> sleepers = new TreeMap<>();
    function(asleep)
        .forEach(
            (t, v) -> {
              Map<String, Value> request = function(v);
              int flag = (int) number(request.get("flag"));
              if (UmemFlag.sleeps(flag)) {
                sleepers.put(t, new AllocState.Request(number(request.get("size")), flag));
              }
            });
    return new AllocState(blocks, amounts, String.join("", bytes.values()), sleepers);
  }

  private static String letter(long tag) {
    return tag < 0 ? String.valueOf(AllocState.DIRT) : String.valueOf(tag);
  }

  /** What was done, from the name of the action and the answer that it left. */
  static Step step(String action, IValue answer) {
    String name = action.startsWith("MC") ? action.substring(2) : action;
    List<String> fields =
        switch (name) {
          case "UmemAlloc", "UmemAllocWakes" ->
              List.of("thread", "size", "flag", "address", "cookie");
          case "UmemAllocRefused", "UmemAllocSleeps" -> List.of("thread", "size", "flag");
          case "UmemFree" -> List.of("thread", "cookie");
          case "UmemFreeNull" -> List.of("thread");
          case "MemoryFill" -> List.of("thread", "address", "length", "value");
          case "SetFree" -> List.of("resource", "amount");
          case "PageOut" -> List.of("cookie", "amount");
          default -> throw new IllegalStateException("an action that no graph knows: " + action);
        };
    Map<String, Value> all = function(answer);
    return new Step(name, fields.stream().map(f -> text(all.get(f))).toList());
  }
}
