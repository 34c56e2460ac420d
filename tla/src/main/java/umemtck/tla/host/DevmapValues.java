package umemtck.tla.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tlc2.tool.TLCState;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import umemtck.tla.graph.DevmapBounds;
import umemtck.tla.graph.DevmapState;
import umemtck.tla.graph.Step;

/** TLC's values of the modules of exports, in the words of a graph. */
final class DevmapValues {
  /** What the specification calls JUNK, FAULTS and UNMAPPED: pages of no cookie. */
  private static final List<String> OF_NO_COOKIE = List.of("junk", "faults", "unmapped");

  private static final String NONE = "none";

  private DevmapValues() {}

  static DevmapState state(TLCState s) {
    SortedMap<Long, SortedMap<Long, DevmapState.Mapping>> map = new TreeMap<>();
    byPair(
        s.lookup("map"),
        (h, v) -> map.computeIfAbsent(h[0], p -> new TreeMap<>()).put(h[1], mapping(v)));
    SortedMap<Long, SortedMap<Long, String>> shows = new TreeMap<>();
    Values.function(s.lookup("shows")).forEach((p, v) -> shows.put(Long.valueOf(p), shown(v)));
    SortedMap<String, Long> stored = new TreeMap<>();
    byPair(
        s.lookup("memory"),
        (f, v) -> {
          if (Values.number(v) >= 0) {
            stored.put(f[0] + "." + f[1], Values.number(v));
          }
        });
    return new DevmapState(
        Values.numbers(s.lookup("live")), Values.numbers(s.lookup("alive")), map, shows, stored);
  }

  private static long[] pair(Value v) {
    TupleValue t = (TupleValue) v;
    return new long[] {((IntValue) t.elems[0]).val, ((IntValue) t.elems[1]).val};
  }

  /** A function of pairs of numbers. */
  private static void byPair(IValue function, BiConsumer<long[], Value> to) {
    FcnRcdValue f = (FcnRcdValue) ((Value) function).toFcnRcd();
    for (int i = 0; i < f.values.length; i++) {
      to.accept(pair(f.domain[i]), f.values[i]);
    }
  }

  private static SortedMap<Long, String> shown(Value pages) {
    SortedMap<Long, String> all = new TreeMap<>();
    Values.function(pages).forEach((a, v) -> all.put(Long.valueOf(a), page(pair(v))));
    all.values().removeIf("unmapped"::equals);
    return all;
  }

  private static String page(long[] f) {
    return f[0] == 0 ? OF_NO_COOKIE.get((int) f[1]) : f[0] + "." + f[1];
  }

  private static DevmapState.Mapping mapping(Value v) {
    Map<String, Value> m = Values.function(v);
    return new DevmapState.Mapping(
        Values.number(m.get("cookie")),
        Values.number(m.get("first")),
        Values.number(m.get("pages")),
        Values.number(m.get("prot")),
        Values.number(m.get("maxprot")),
        Values.number(m.get("top")),
        Values.text(m.get("type")),
        ((BoolValue) m.get("remap")).val);
  }

  /** A word without spaces: they part the arguments of a step. */
  private static String word(IValue v) {
    return v instanceof BoolValue b ? String.valueOf(b.val) : Values.text(v).replace(' ', '-');
  }

  /** What was done, from the name of the action and the answer that it left. */
  static Step step(String action, IValue answer) {
    Map<String, Value> a = new LinkedHashMap<>(Values.function(answer));
    List<String> args = new ArrayList<>();
    switch (action) {
      case "DevmapUmemSetup", "DevmapUmemSetupRefused" -> args.addAll(mmap(a));
      case "DevmapUmemRemap", "DevmapUmemRemapRefused" -> {
        args.addAll(fields(a, "proc", "addr"));
        args.addAll(setup(a.get("setup")));
        if (action.equals("DevmapUmemRemap")) {
          args.add(joined(Values.set(a.get("switched"))));
        }
      }
      case "DevmapMprotect", "DevmapMprotectRefused" ->
          args.addAll(fields(a, "proc", "addr", "prot"));
      case "Munmap" -> args.addAll(fields(a, "proc", "addr", "len"));
      case "Fork" -> args.addAll(fields(a, "proc", "child"));
      case "UserFill", "UserFaults" -> args.addAll(fields(a, "proc", "addr"));
      case "MemoryFill" -> args.addAll(fields(a, "cookie", "page"));
      case "UmemFree" -> args.addAll(fields(a, "thread", "cookie"));
      default -> throw new IllegalStateException("an action that no graph knows: " + action);
    }
    return new Step(action, args);
  }

  private static List<String> fields(Map<String, Value> record, String... names) {
    List<String> words = new ArrayList<>();
    for (String n : names) {
      words.add(word(record.get(n)));
    }
    return words;
  }

  private static String joined(List<String> words) {
    return words.isEmpty() ? NONE : String.join("/", words);
  }

  private static List<String> setup(Value s) {
    return fields(Values.function(s), "cookie", "koff", "len", "maxprot", "flags");
  }

  private static List<String> mmap(Map<String, Value> a) {
    List<String> words =
        fields(Values.function(a.get("request")), "proc", "addr", "pages", "prot", "type", "open");
    List<Value> setups = List.copyOf(Values.function(a.get("setups")).values());
    words.addAll(setup(setups.get(0)));
    words.add(setups.size() == 1 ? "once" : setup(setups.get(1)).get(0));
    words.addAll(fields(a, "access", "entry"));
    words.add(
        joined(Values.function(a.get("results")).values().stream().map(Values::text).toList()));
    String errno = Values.text(a.get("errno"));
    words.add(errno.isEmpty() ? "0" : errno);
    return words;
  }

  private static List<String> words(IValue set) {
    SetEnumValue s = (SetEnumValue) ((Value) set).toSetEnum();
    s.normalize();
    return java.util.Arrays.stream(s.elems.toArray())
        .map(DevmapValues::word)
        .collect(Collectors.toList());
  }

  static DevmapBounds bounds(Map<String, IValue> c) {
    return new DevmapBounds(
        Values.number(c.get("WordMax")),
        Values.number(c.get("PageSize")),
        Values.text(c.get("Profile")),
        Values.numbers(c.get("OnePage")),
        Values.numbers(c.get("TwoPages")),
        Values.numbers(c.get("ThreePages")),
        Values.numbers(c.get("Pageables")),
        Values.numbers(c.get("Lockeds")),
        Values.numbers(c.get("Trashes")),
        Values.number(c.get("LockedOf")),
        Values.number(c.get("LockedAt")),
        Values.numbers(c.get("Processes")),
        Values.numbers(c.get("Children")),
        Values.numbers(c.get("UserPages")),
        Values.numbers(c.get("Places")),
        Values.numbers(c.get("Lengths")),
        Values.numbers(c.get("Prots")),
        words(c.get("Types")),
        words(c.get("Opens")),
        Values.numbers(c.get("SetUp")),
        Values.numbers(c.get("Again")),
        Values.numbers(c.get("Koffs")),
        Values.numbers(c.get("Lens")),
        Values.numbers(c.get("Maxprots")),
        Values.numbers(c.get("DevmapFlags")),
        words(c.get("Accesses")),
        words(c.get("Entries")),
        Values.numbers(c.get("Remapped")),
        Values.numbers(c.get("Offs")),
        Values.numbers(c.get("RemapLens")),
        Values.numbers(c.get("RemapMaxprots")),
        Values.numbers(c.get("RemapFlags")),
        Values.numbers(c.get("Mprots")),
        Values.numbers(c.get("Writers")),
        Values.numbers(c.get("Filled")),
        Values.numbers(c.get("Freed")));
  }
}
