package umemtck.tla.host;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import tla2sany.semantic.OpDeclNode;
import tlc2.tool.TLCState;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** A state in words: what of it is another than at boot. */
final class StateText {
  private final TLCState boot;

  StateText(TLCState boot) {
    this.boot = boot;
  }

  String of(TLCState s) {
    StringJoiner lines = new StringJoiner("\n");
    for (OpDeclNode variable : s.getVars()) {
      UniqueString name = variable.getName();
      Value now = (Value) s.lookup(name);
      Value before = (Value) boot.lookup(name);
      if (!now.equals(before)) {
        lines.add(name + " = " + changed(before, now));
      }
    }
    return lines.length() == 0 ? "as at boot" : lines.toString();
  }

  /** Of a function with the same arguments those whose value is another; else all of it. */
  private static String changed(Value before, Value now) {
    Map<String, Value> old = function(before);
    Map<String, Value> all = function(now);
    if (all == null || old == null || !old.keySet().equals(all.keySet())) {
      return now.toString().replaceAll("\\s+", " ");
    }
    StringJoiner text = new StringJoiner(", ", "[", "]").setEmptyValue(now.toString());
    all.forEach(
        (argument, value) -> {
          if (!value.equals(old.get(argument))) {
            text.add(argument + ": " + changed(old.get(argument), value));
          }
        });
    return text.toString();
  }

  /** By the text of the arguments; null if it is no function. */
  private static Map<String, Value> function(Value v) {
    boolean is = v instanceof RecordValue || v instanceof TupleValue || v instanceof FcnRcdValue;
    if (!is || !(v.toFcnRcd() instanceof FcnRcdValue f)) {
      return null;
    }
    Map<String, Value> all = new LinkedHashMap<>();
    for (int i = 0; i < f.values.length; i++) {
      Object argument = f.domain == null ? (Object) (f.intv.low + i) : f.domain[i];
      all.put(argument.toString(), f.values[i]);
    }
    return all;
  }
}
