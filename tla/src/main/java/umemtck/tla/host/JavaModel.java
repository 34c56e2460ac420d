package umemtck.tla.host;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.UmemFlag;
import umemtck.tla.equivalence.Differences;
import umemtck.tla.equivalence.JavaSide;
import umemtck.tla.graph.AllocBounds;
import umemtck.tla.graph.AllocState;
import umemtck.tla.graph.Step;

/**
 * The operators of MCJava.tla. For every question a Java state is built anew from TLC's state, by
 * calls: no graph and no path is shared with the other half of the comparison.
 */
public final class JavaModel {
  private static JavaSide java;
  private static Differences differences;
  private static Value last;
  private static AllocState lastState;
  private static UmemState lastBuilt;
  private static long steps;
  private static long questions;

  private JavaModel() {}

  /** Does Java allow a step of the specification, with the same successor? */
  @TLAPlusOperator(identifier = "JavaTakes", module = "MCJava", warn = false)
  public static Value javaTakes(Value constants, Value before, Value answered, Value after) {
    side(constants, before);
    steps++;
    UmemState from = build(before);
    if (from == null) {
      return BoolValue.ValTrue; // noted as a difference already
    }
    differences.step(from, step(lastState, answered), state(after));
    return BoolValue.ValTrue;
  }

  /** Is a step enabled in Java just if it is in the specification? */
  @TLAPlusOperator(identifier = "JavaEnables", module = "MCJava", warn = false)
  public static Value javaEnables(
      Value constants, Value before, Value action, Value args, Value enabled) {
    side(constants, before);
    questions++;
    List<String> words =
        Arrays.stream(((TupleValue) args.toTuple()).elems).map(Values::text).toList();
    UmemState from = build(before);
    if (from == null) {
      return BoolValue.ValTrue;
    }
    differences.enabled(from, new Step(Values.text(action), words), ((BoolValue) enabled).val);
    return BoolValue.ValTrue;
  }

  /** What was found, for the one who forked this JVM. */
  static Map<String, Object> found() {
    Map<String, Object> all = new TreeMap<>();
    all.put("steps", steps);
    all.put("questions", questions);
    all.put("differences", differences == null ? List.of() : differences.all());
    return all;
  }

  private static void side(Value constants, Value before) {
    if (java != null) {
      return;
    }
    Map<String, Value> c = Values.function(constants);
    List<String> threads =
        Values.function(Values.function(before).get("asleep")).keySet().stream().sorted().toList();
    java =
        new JavaSide(
            new AllocBounds(
                Values.number(c.get("wordMax")),
                Values.number(c.get("pageSize")),
                Values.number(c.get("capacity")),
                Values.text(c.get("profile")),
                threads,
                Values.set(c.get("interrupts")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    differences = new Differences(java);
  }

  /** TLC hands over the same value for all questions about one state. */
  private static UmemState build(Value before) {
    if (before != last) {
      last = before;
      lastState = state(before);
      lastBuilt = differences.reach(lastState);
    }
    return lastBuilt;
  }

  private static AllocState state(Value record) {
    Map<String, Value> v = Values.function(record);
    return Values.state(v.get("live"), v.get("free"), v.get("memory"), v.get("asleep"));
  }

  /** The action, told from the answer that it left and from who was asleep. */
  private static Step step(AllocState from, Value answer) {
    Map<String, Value> a = Values.function(answer);
    String action =
        switch (Values.text(a.get("op"))) {
          case "ddi_umem_alloc" -> alloc(from, a);
          case "ddi_umem_free" -> Values.number(a.get("cookie")) == 0 ? "UmemFreeNull" : "UmemFree";
          case "memory_fill" -> "MemoryFill";
          case "set_free" -> "SetFree";
          default -> "PageOut";
        };
    return Values.step(action, answer);
  }

  private static String alloc(AllocState from, Map<String, Value> a) {
    return switch (Values.text(a.get("out"))) {
      case "refused" -> "UmemAllocRefused";
      case "asleep" -> "UmemAllocSleeps";
      default ->
          from.asleep().containsKey(Values.text(a.get("thread")))
                  && UmemFlag.sleeps((int) Values.number(a.get("flag")))
              ? "UmemAllocWakes"
              : "UmemAlloc";
    };
  }
}
