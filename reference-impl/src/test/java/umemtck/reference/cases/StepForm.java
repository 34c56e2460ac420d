package umemtck.reference.cases;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.spec.ddi.Call;

/** Whether a step is written as the README beside the table says: a field too many says nothing. */
final class StepForm {
  /** What stands beside {@code do} in a step that is no call. */
  private static final Map<String, Set<String>> EVENTS =
      Map.of(
          "settle", Set.of("blocked"),
          "returns", Set.of("of", "gives", "panics"),
          "callback_began", Set.of("inside", "of", "cookie"),
          "callback_ended", Set.of("of"));

  private static final Set<String> OF_ANY_CALL =
      Set.of("by", "context", "id", "gives", "panics", "blocks");

  private static final Map<String, Set<String>> CALLS =
      Map.ofEntries(
          entry("ddi_umem_alloc", Set.of("size", "flag")),
          entry("ddi_umem_free", Set.of("cookie")),
          entry("memory_fill", Set.of("address", "length", "value")),
          entry("memory_matches", Set.of("address", "length", "value")),
          entry("set_free", Set.of("resource", "amount")),
          entry("get_free", Set.of("resource")),
          entry("page_out", Set.of()),
          entry("is_resident", Set.of("address")),
          entry("ddi_umem_lock", Set.of("addr", "len", "flags")),
          entry("ddi_umem_unlock", Set.of("cookie")),
          entry("umem_lockmemory", Set.of("addr", "len", "flags", "vector", "procp")),
          entry("mmap", Set.of("proc", "addr", "len", "kind", "prot")),
          entry("munmap", Set.of("proc", "addr", "len")),
          entry("mprotect", Set.of("proc", "addr", "len", "prot")),
          entry("exit", Set.of("proc")),
          entry("new_process", Set.of("project")),
          entry("vfork", Set.of("proc")),
          entry("new_project", Set.of("zone")),
          entry("new_zone", Set.of()),
          entry("settaskid", Set.of("proc", "project")),
          entry("zone_enter", Set.of("proc", "zone")),
          entry("set_limit", Set.of("of", "holder", "bytes")),
          entry("get_limit", Set.of("of", "holder")),
          entry("get_locked", Set.of("of", "holder")),
          entry("mlock", Set.of("proc", "addr", "len")),
          entry("munlock", Set.of("proc", "addr", "len")),
          entry("is_user_resident", Set.of("proc", "addr")),
          entry("fail_next", Set.of("step", "errno")),
          entry("gate_worker", Set.of("gate")),
          entry(
              "ddi_umem_iosetup",
              Set.of("cookie", "off", "len", "direction", "sleepflag", "dev", "blkno", "iodone")),
          entry("freerbuf", Set.of("buf")),
          entry("get_buf", Set.of("buf")),
          entry("strategy", Set.of("buf", "value")),
          entry("user_fill", Set.of("proc", "addr", "len", "value")),
          entry("user_matches", Set.of("proc", "addr", "len", "value")));

  private StepForm() {}

  /** What is wrong with the steps of a case, in words; empty if nothing is. */
  static List<String> faults(List<CaseStep> steps) {
    List<String> faults = new ArrayList<>();
    Map<Integer, Call> labelled = new HashMap<>();
    for (CaseStep step : steps) {
      try {
        fault(step, labelled).forEach(f -> faults.add(f + ": " + step.fields()));
      } catch (IllegalArgumentException | ClassCastException e) {
        faults.add(e.getMessage() + ": " + step.fields());
      }
    }
    return faults;
  }

  private static List<String> fault(CaseStep step, Map<Integer, Call> labelled) {
    Set<String> arguments = CALLS.getOrDefault(step.what(), ExportStep.CALLS.get(step.what()));
    List<String> faults = new ArrayList<>();
    if (arguments == null) {
      event(step, labelled, faults);
    } else {
      call(step, arguments, labelled, faults);
    }
    return faults;
  }

  private static void call(
      CaseStep step, Set<String> arguments, Map<Integer, Call> labelled, List<String> faults) {
    step.fields().keySet().stream()
        .filter(k -> !k.equals("do") && !arguments.contains(k) && !OF_ANY_CALL.contains(k))
        .forEach(k -> faults.add("no field " + k));
    faults.addAll(ExportStep.unknown(step));
    Call call = step.call();
    step.by();
    step.context();
    if (!step.blocks()) {
      step.outcomeOf(call);
    } else if (step.fields().containsKey("gives") || step.fields().containsKey("panics")) {
      faults.add("a call that blocks has no outcome");
    }
    if (step.label() != null && labelled.put(step.label(), call) != null) {
      faults.add("the label is used twice");
    }
  }

  private static void event(CaseStep step, Map<Integer, Call> labelled, List<String> faults) {
    Set<String> known = EVENTS.get(step.what());
    if (known == null) {
      faults.add("no step is named " + step.what());
      return;
    }
    step.fields().keySet().stream()
        .filter(k -> !k.equals("do") && !known.contains(k))
        .forEach(k -> faults.add("no field " + k));
    List<Integer> labels = new ArrayList<>(step.blocked());
    if (known.contains("of")) {
      labels.add(step.of());
    }
    if (known.contains("inside")) {
      labels.add(step.inside());
      step.cookie();
    }
    labels.stream().filter(l -> !labelled.containsKey(l)).forEach(l -> faults.add("no label " + l));
    if (step.what().equals("returns") && labelled.containsKey(step.of())) {
      step.outcomeOf(labelled.get(step.of()));
    }
  }
}
