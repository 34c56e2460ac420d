package umemtck.reference.cases;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemSetup;

/** Reads the calls about exports, most of whose fields may be left out, and what an mmap gave. */
final class ExportStep {
  private static final Set<String> SETUP =
      Set.of("cookie", "koff", "len", "maxprot", "flags", "callbacks");

  /** The fields of each call. */
  static final Map<String, Set<String>> CALLS =
      Map.ofEntries(
          entry(
              "devmap_umem_setup",
              Set.of(
                  "proc", "addr", "len", "prot", "share", "opened", "setup", "again", "entry",
                  "map")),
          entry("devmap_umem_remap", Set.of("dhp", "cookie", "off", "len", "maxprot", "flags")),
          entry("devmap_mprotect", Set.of("proc", "addr", "len", "prot")),
          entry("fork", Set.of("proc")),
          entry("set_data_model", Set.of("proc", "model")),
          entry("shared_mmap", Set.of("proc", "addr", "len", "off", "prot")),
          entry("shared_detach", Set.of()),
          entry("shared_fill", Set.of("off", "len", "value")),
          entry("shared_matches", Set.of("off", "len", "value")));

  /** What each call may give; of a call that is not listed its reader asks for all that it has. */
  private static final Map<String, Set<String>> GIVES =
      Map.ofEntries(
          entry(
              "devmap_umem_setup",
              Set.of("errno", "setup", "again", "dhp", "model", "called", "stale")),
          entry("devmap_umem_remap", Set.of("result")),
          entry("devmap_mprotect", Set.of("errno")),
          entry("fork", Set.of("id")),
          entry("set_data_model", Set.of()),
          entry("shared_mmap", Set.of("errno")),
          entry("shared_detach", Set.of("result")),
          entry("shared_fill", Set.of()),
          entry("shared_matches", Set.of("difference", "found")),
          entry("user_fill", Set.of("signal")),
          entry("user_matches", Set.of("difference", "found", "signal")));

  private ExportStep() {}

  static Call call(String what, Fields f) {
    return switch (what) {
      case "devmap_umem_setup" -> mmap(f);
      case "devmap_umem_remap" ->
          new Call.DevmapUmemRemap(
              f.bits("dhp"),
              f.bits("cookie"),
              f.has("off") ? f.signed("off") : 0,
              f.bits("len"),
              maxprot(f),
              f.has("flags") ? f.devmapFlags() : 0);
      case "devmap_mprotect" ->
          new Call.DevmapMprotect(proc(f), f.bits("addr"), f.bits("len"), f.prot());
      case "fork" -> new Call.Fork(f.number("proc"));
      case "set_data_model" -> new Call.SetDataModel(proc(f), f.model());
      case "shared_mmap" ->
          new Call.SharedMmap(
              proc(f),
              f.bits("addr"),
              f.bits("len"),
              f.has("off") ? f.signed("off") : 0,
              prot(f, "prot"));
      case "shared_detach" -> new Call.SharedDetach();
      case "shared_fill" ->
          new Call.SharedFill(f.signed("off"), f.bits("len"), (int) f.number("value"));
      case "shared_matches" ->
          new Call.SharedMatches(f.signed("off"), f.bits("len"), (int) f.number("value"));
      default -> throw new IllegalArgumentException("no call is named " + what);
    };
  }

  /** What an mmap gave; what is left out is as it is where all is well. */
  static Outcome.Mapped mapped(Call.DevmapUmemSetup call, Fields gives) {
    int errno = gives.has("errno") ? gives.errno() : 0;
    int setup = gives.has("setup") ? answer(gives, "setup") : 0;
    int asked = setup == Outcome.Mapped.NOT_MADE ? 0 : DataModel.DDI_MODEL_LP64;
    return new Outcome.Mapped(
        errno,
        setup,
        call.again() == null && !gives.has("again")
            ? Outcome.Mapped.NOT_MADE
            : answer(gives, "again"),
        errno == 0 ? gives.bits("dhp") : gives.bitsOr0("dhp"),
        gives.has("model") ? gives.model() : asked,
        gives.has("called") ? gives.callbacks("called") : 0,
        gives.has("stale") ? gives.callbacks("stale") : 0);
  }

  /** The fields that are written, and that there are not, in words. */
  static List<String> unknown(CaseStep step) {
    Map<String, Object> gives = Yaml.map(step.fields().get("gives"));
    return List.of(
            beyond(GIVES.getOrDefault(step.what(), gives.keySet()), gives),
            beyond(SETUP, Yaml.map(step.fields().get("setup"))),
            beyond(SETUP, Yaml.map(step.fields().get("again"))))
        .stream()
        .flatMap(List::stream)
        .map(k -> "no field " + k)
        .toList();
  }

  private static List<String> beyond(Set<String> known, Map<String, Object> written) {
    return written.keySet().stream().filter(k -> !known.contains(k)).toList();
  }

  private static Call mmap(Fields f) {
    long len = f.bits("len");
    return new Call.DevmapUmemSetup(
        proc(f),
        f.bits("addr"),
        len,
        prot(f, "prot"),
        f.share(),
        prot(f, "opened"),
        setup(new Fields(Yaml.map(f.need("setup"))), len),
        f.has("again") ? setup(new Fields(Yaml.map(f.need("again"))), len) : null,
        f.has("entry") ? (int) f.number("entry") : 0,
        f.has("map") ? (int) f.number("map") : 0);
  }

  /** Of the length of the mapping, if it does not say another. */
  private static UmemSetup setup(Fields f, long len) {
    return new UmemSetup(
        f.bits("cookie"),
        f.has("koff") ? f.signed("koff") : 0,
        f.has("len") ? f.bits("len") : len,
        maxprot(f),
        f.has("flags") ? f.devmapFlags() : 0,
        f.has("callbacks") ? f.callbacks("callbacks") : 0);
  }

  private static int answer(Fields f, String key) {
    return "NOT_MADE".equals(f.need(key)) ? Outcome.Mapped.NOT_MADE : (int) f.number(key);
  }

  private static long proc(Fields f) {
    return f.has("proc") ? f.number("proc") : umemtck.spec.ddi.Ids.PROCESS;
  }

  private static int prot(Fields f, String key) {
    return f.has(key) ? f.prot(key) : Prot.READ | Prot.WRITE;
  }

  private static int maxprot(Fields f) {
    return f.has("maxprot") ? f.prot("maxprot") : Prot.ALL;
  }
}
