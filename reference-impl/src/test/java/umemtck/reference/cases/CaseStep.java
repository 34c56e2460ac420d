package umemtck.reference.cases;

import java.util.List;
import java.util.Map;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;

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

  /** The label of the call that returns. */
  Integer of() {
    return (Integer) fields.get("of");
  }

  /** The labels of the calls that are out. */
  List<Integer> blocked() {
    return Yaml.list(fields.get("blocked")).stream().map(Integer.class::cast).toList();
  }

  Context context() {
    return Context.valueOf((String) fields.getOrDefault("context", "USER"));
  }

  Call call() {
    return switch (what()) {
      case "ddi_umem_alloc" -> new Call.UmemAlloc(bits(fields, "size"), flag());
      case "ddi_umem_free" -> new Call.UmemFree(bits(fields, "cookie"));
      case "memory_fill" ->
          new Call.MemoryFill(bits(fields, "address"), bits(fields, "length"), value());
      case "memory_matches" ->
          new Call.MemoryMatches(bits(fields, "address"), bits(fields, "length"), value());
      case "set_free" -> new Call.SetFree(resource(), number(fields, "amount"));
      case "get_free" -> new Call.GetFree(resource());
      case "page_out" -> new Call.PageOut();
      case "is_resident" -> new Call.IsResident(bits(fields, "address"));
      default -> throw new IllegalArgumentException("no call is named " + what());
    };
  }

  /** How the call, which was made by this step or an earlier one, ended. */
  Outcome outcomeOf(Call call) {
    if (fields.containsKey("panics")) {
      return new Outcome.Panicked((String) fields.get("panics"));
    }
    Map<String, Object> gives = Yaml.map(fields.get("gives"));
    if (call instanceof Call.UmemAlloc) {
      return new Outcome.Allocated(bits(gives, "address"), bits(gives, "cookie"));
    }
    if (call instanceof Call.MemoryMatches) {
      return new Outcome.Matched(number(gives, "difference"), (int) number(gives, "found"));
    }
    if (call instanceof Call.GetFree
        || call instanceof Call.PageOut
        || call instanceof Call.IsResident) {
      return new Outcome.Amount(number(gives, "amount"));
    }
    return Outcome.Done.INSTANCE;
  }

  private int flag() {
    int flag = 0;
    for (String name : Yaml.words(fields.get("flag"))) {
      flag |=
          switch (name) {
            case "SLEEP" -> UmemFlag.DDI_UMEM_SLEEP;
            case "NOSLEEP" -> UmemFlag.DDI_UMEM_NOSLEEP;
            case "PAGEABLE" -> UmemFlag.DDI_UMEM_PAGEABLE;
            case "TRASH" -> UmemFlag.DDI_UMEM_TRASH;
            default -> Integer.decode(name);
          };
    }
    return flag;
  }

  private Resource resource() {
    return Resource.valueOf((String) fields.get("resource"));
  }

  private int value() {
    return (int) number(fields, "value");
  }

  /** 64 bits: unsigned decimal, or hex. */
  private static long bits(Map<String, Object> from, String key) {
    String text = (String) from.get(key);
    return text.startsWith("0x")
        ? Long.parseUnsignedLong(text.substring(2), 16)
        : Long.parseUnsignedLong(text);
  }

  private static long number(Map<String, Object> from, String key) {
    return ((Number) from.get(key)).longValue();
  }
}
