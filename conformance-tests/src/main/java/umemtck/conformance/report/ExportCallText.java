package umemtck.conformance.report;

import static umemtck.conformance.report.CallText.pointer;
import static umemtck.conformance.report.CallText.size;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemSetup;

/** Calls that are about mapped devices, as one writes them in C. */
final class ExportCallText {
  /** Not said of an mmap, nor of how a device was opened: most are so. */
  private static final int PLAIN = Prot.READ | Prot.WRITE;

  private ExportCallText() {}

  /** Null if it is about something else. */
  static String of(Call call) {
    if (call instanceof Call.DevmapUmemSetup c) {
      return setup(c);
    }
    if (call instanceof Call.DevmapUmemRemap c) {
      return String.format(
          "devmap_umem_remap(%s, %s, %s, %s, %s, %s)",
          pointer(c.dhp()),
          pointer(c.cookie()),
          CallText.offset(c.off()),
          size(c.len()),
          prot(c.maxprot()),
          flags(c.flags()));
    }
    if (call instanceof Call.DevmapMprotect c) {
      return String.format(
          "mprotect(proc %d, %s, %d bytes, %s) of a device",
          c.proc(), pointer(c.addr()), c.len(), prot(c.prot()));
    }
    if (call instanceof Call.Fork c) {
      return "fork(proc " + c.proc() + ")";
    }
    if (call instanceof Call.SetDataModel c) {
      return "set_data_model(proc " + c.proc() + ", " + DataModel.text(c.model()) + ")";
    }
    if (call instanceof Call.SharedMmap c) {
      return String.format(
          "shared_mmap(proc %d, %s, %d bytes, offset %d)",
          c.proc(), pointer(c.addr()), c.len(), c.off());
    }
    if (call instanceof Call.SharedDetach) {
      return "shared_detach()";
    }
    if (call instanceof Call.SharedFill c) {
      return String.format("shared_fill(offset %d, %d bytes, 0x%02x)", c.off(), c.len(), c.value());
    }
    return call instanceof Call.SharedMatches c
        ? String.format("shared_matches(offset %d, %d bytes, 0x%02x)", c.off(), c.len(), c.value())
        : null;
  }

  private static String setup(Call.DevmapUmemSetup c) {
    List<String> mmap = new ArrayList<>();
    mmap.add("proc " + c.proc());
    mmap.add(pointer(c.addr()));
    mmap.add(c.len() + " bytes");
    if (c.prot() != PLAIN) {
      mmap.add(prot(c.prot()));
    }
    if (c.share() == MapFlag.MAP_PRIVATE) {
      mmap.add("MAP_PRIVATE");
    }
    List<String> entry = new ArrayList<>();
    entry.add(setup(c.setup()));
    if (c.again() != null) {
      entry.add(setup(c.again()));
    }
    if (c.entry() != 0) {
      entry.add("return " + c.entry());
    }
    if (c.map() != 0) {
      entry.add("devmap_map returns " + (c.map() < 0 ? c.map() : Errno.text(c.map())));
    }
    boolean plain = c.opened() == PLAIN;
    return "mmap("
        + String.join(", ", mmap)
        + ") of a device "
        + (plain ? "" : "opened with " + prot(c.opened()) + " ")
        + "{ "
        + String.join("; ", entry)
        + " }";
  }

  private static String setup(UmemSetup u) {
    return String.format(
        "devmap_umem_setup(dhp, %s, %s, %s, %s, %s, %s)",
        u.callbacks() == DevmapCallback.NONE ? "NULL" : "{" + callbacks(u.callbacks()) + "}",
        pointer(u.cookie()),
        CallText.offset(u.koff()),
        size(u.len()),
        prot(u.maxprot()),
        flags(u.flags()));
  }

  private static String flags(int bits) {
    Map<Integer, String> all = new LinkedHashMap<>();
    all.put(DevmapFlag.DEVMAP_MAPPING_INVALID, "DEVMAP_MAPPING_INVALID");
    all.put(DevmapFlag.DEVMAP_ALLOW_REMAP, "DEVMAP_ALLOW_REMAP");
    all.put(DevmapFlag.DEVMAP_USE_PAGESIZE, "DEVMAP_USE_PAGESIZE");
    all.put(DevmapFlag.IOMEM_DATA_CACHED, "IOMEM_DATA_CACHED");
    all.put(DevmapFlag.IOMEM_DATA_UC_WR_COMBINE, "IOMEM_DATA_UC_WR_COMBINE");
    all.put(DevmapFlag.IOMEM_DATA_UNCACHED, "IOMEM_DATA_UNCACHED");
    return bits(bits, all, "0");
  }

  /** The names of bits, and what is left without one. */
  private static String bits(int bits, Map<Integer, String> all, String none) {
    List<String> names = new ArrayList<>();
    int rest = bits;
    for (Map.Entry<Integer, String> bit : all.entrySet()) {
      if ((bits & bit.getKey()) != 0) {
        names.add(bit.getValue());
        rest &= ~bit.getKey();
      }
    }
    if (rest != 0) {
      names.add("0x" + Integer.toHexString(rest));
    }
    return names.isEmpty() ? none : String.join("|", names);
  }

  private static String callbacks(int bits) {
    List<String> names = new ArrayList<>();
    if ((bits & DevmapCallback.DEVMAP_MAP) != 0) {
      names.add("devmap_map");
    }
    if ((bits & DevmapCallback.DEVMAP_ACCESS) != 0) {
      names.add("devmap_access");
    }
    return String.join(", ", names);
  }

  private static String prot(int bits) {
    if (bits == Prot.ALL) {
      return "PROT_ALL";
    }
    Map<Integer, String> all = new LinkedHashMap<>();
    all.put(Prot.READ, "PROT_READ");
    all.put(Prot.WRITE, "PROT_WRITE");
    all.put(Prot.EXEC, "PROT_EXEC");
    all.put(Prot.USER, "PROT_USER");
    return bits(bits, all, "PROT_NONE");
  }

  /** What came of an mmap: first what the application was told, then what the driver was. */
  private static String mapped(Outcome.Mapped m) {
    List<String> parts = new ArrayList<>();
    parts.add(Errno.text(m.errno()));
    if (m.errno() == 0) {
      parts.add("handle " + pointer(m.dhp()));
    }
    boolean twice = m.again() != Outcome.Mapped.NOT_MADE;
    if (m.setup() == Outcome.Mapped.NOT_MADE) {
      parts.add("the entry was not called");
    } else if (m.errno() != 0 || m.setup() != 0 || twice) {
      parts.add("devmap_umem_setup answered " + m.setup() + (twice ? " and " + m.again() : ""));
    }
    if (m.model() != 0) {
      parts.add(DataModel.text(m.model()));
    }
    if (m.called() != 0) {
      parts.add("called " + callbacks(m.called()));
    }
    if (m.stale() != 0) {
      parts.add("called " + callbacks(m.stale()) + " of what was put in later");
    }
    return String.join(", ", parts);
  }

  /** What a call answered; null if it is about something else. */
  static String of(Call call, Outcome outcome) {
    if (outcome instanceof Outcome.Mapped m) {
      return mapped(m);
    }
    if (outcome instanceof Outcome.Signalled s) {
      return switch (s.signal()) {
        case 10 -> "SIGBUS";
        case 11 -> "SIGSEGV";
        default -> "signal " + s.signal();
      };
    }
    boolean answers = call instanceof Call.DevmapUmemRemap || call instanceof Call.SharedDetach;
    return answers && outcome instanceof Outcome.Result r ? Integer.toString(r.errno()) : null;
  }
}
