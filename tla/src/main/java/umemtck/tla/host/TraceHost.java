package umemtck.tla.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tlc2.tool.impl.FastTool;
import tlc2.util.FP64;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import umemtck.tla.trace.Instance;
import umemtck.tla.trace.Moment;
import util.SimpleFilenameToStream;
import util.UniqueString;

/** Says of every machine of a trace whether it is a behaviour of the specification. */
public final class TraceHost {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 3;

  private TraceHost() {}

  /**
   * Validates the moments in a file, in the current folder.
   *
   * @param args the module, which is also the name of its configuration; its constants; the file of
   *     moments; the file to write
   */
  public static void main(String[] args) throws Exception {
    FP64.Init();
    Map<String, Value> constants = new HashMap<>();
    JSON.readTree(new File(args[1]))
        .properties()
        .forEach(e -> constants.put(e.getKey(), value(e.getValue())));
    TraceWords.give(constants);
    Overridden.forTraces(Class.forName("umemtck.tla.host." + args[0]));
    long loading = System.nanoTime();
    FastTool tool =
        new FastTool(args[0], args[0], new SimpleFilenameToStream(new File("").getAbsolutePath()));
    TraceSteps steps = new TraceSteps(tool);
    long loaded = System.nanoTime();
    List<Object> machines = new ArrayList<>();
    Refusal refusal = null;
    try (BufferedReader in = Files.newBufferedReader(Path.of(args[2]))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Moment m = moment(JSON.readTree(line));
        if (m.kind() == Moment.Kind.BOOT) {
          refusal = new Refusal();
          machines.add(refusal.told);
          steps.boot();
        } else if (refusal.told.isEmpty() && !steps.see(m)) {
          refusal.say(m, steps);
        }
      }
    }
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("machines", machines);
    found.put("loading", (loaded - loading) / 1e9);
    found.put("seconds", (System.nanoTime() - loaded) / 1e9);
    JSON.writeValue(new File(args[3]), found);
  }

  /** What is told of a machine that was refused; nothing of one that was not. */
  private static final class Refusal {
    private final Map<String, Object> told = new LinkedHashMap<>();

    void say(Moment m, TraceSteps steps) {
      told.put("event", m.event());
      told.put("tried", m.paths().stream().map(p -> p.steps().toString()).toList());
      told.put("states", steps.before().stream().limit(SHOWN).toList());
      told.put("count", steps.before().size());
    }
  }

  private static Moment moment(JsonNode line) {
    List<umemtck.tla.trace.Path> paths = new ArrayList<>();
    for (JsonNode path : line.get("paths")) {
      List<Instance> steps = new ArrayList<>();
      for (JsonNode step : path.get("steps")) {
        List<Object> args = new ArrayList<>();
        step.get("args").forEach(a -> args.add(value(a)));
        steps.add(new Instance(step.get("action").textValue(), args));
      }
      paths.add(new umemtck.tla.trace.Path(steps, path.get("must").intValue()));
    }
    return new Moment(
        line.get("event").intValue(),
        Moment.Kind.valueOf(line.get("kind").textValue()),
        line.get("call").intValue(),
        paths);
  }

  /** A value of TLC. A map of one entry called {@code set} is a set. */
  private static Value value(JsonNode v) {
    if (v.isIntegralNumber()) {
      return Numbers.value(v.bigIntegerValue());
    }
    if (v.isBoolean()) {
      return v.booleanValue() ? BoolValue.ValTrue : BoolValue.ValFalse;
    }
    if (v.isTextual()) {
      return new StringValue(v.textValue());
    }
    if (v.isArray()) {
      return new TupleValue(values(v));
    }
    if (v.size() == 1 && v.has("set")) {
      return new SetEnumValue(values(v.get("set")), false);
    }
    List<UniqueString> names = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> e : v.properties()) {
      names.add(UniqueString.uniqueStringOf(e.getKey()));
      values.add(value(e.getValue()));
    }
    return new RecordValue(names.toArray(new UniqueString[0]), values.toArray(new Value[0]), false);
  }

  private static Value[] values(JsonNode array) {
    Value[] values = new Value[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(array.get(i));
    }
    return values;
  }
}
