package umemtck.reference.cases;

import java.util.List;
import java.util.Map;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;

/**
 * One step of a case.
 *
 * @param fields as they are written
 */
record CaseStep(Map<String, Object> fields) {

  String what() {
    return (String) fields.get("do");
  }

  boolean blocks() {
    return Boolean.TRUE.equals(fields.get("blocks"));
  }

  /** The label by which a later step names this call; null if none does. */
  Integer label() {
    return (Integer) fields.get("id");
  }

  /** The label of the call that returns, or that gave the cleanup function. */
  Integer of() {
    return (Integer) fields.get("of");
  }

  /** The label of the call whose thread calls the cleanup function. */
  Integer inside() {
    return (Integer) fields.get("inside");
  }

  /** What the cleanup function receives. */
  long cookie() {
    return new Fields(fields).bits("cookie");
  }

  /** The labels of the calls that are out. */
  List<Integer> blocked() {
    return Yaml.list(fields.get("blocked")).stream().map(Integer.class::cast).toList();
  }

  /** The process that makes the call. */
  long by() {
    return fields.containsKey("by") ? new Fields(fields).number("by") : Ids.PROCESS;
  }

  Context context() {
    return Context.valueOf((String) fields.getOrDefault("context", "USER"));
  }

  Call call() {
    return StepCall.of(what(), new Fields(fields));
  }

  /** How the call, which was made by this step or an earlier one, ended. */
  Outcome outcomeOf(Call call) {
    return fields.containsKey("panics")
        ? new Outcome.Panicked((String) fields.get("panics"))
        : StepOutcome.of(call, new Fields(Yaml.map(fields.get("gives"))));
  }
}
