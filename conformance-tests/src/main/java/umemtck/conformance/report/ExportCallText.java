package umemtck.conformance.report;

import static umemtck.conformance.report.CallText.pointer;
import static umemtck.conformance.report.CallText.size;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemSetup;

/** Calls that are about mapped devices, as one writes them in C. */
final class ExportCallText {
  private ExportCallText() {}

  /** Null if it is about something else. */
  static String of(Call call) {
    if (call instanceof Call.DevmapUmemSetup c) {
      return setup(c);
    }
    if (call instanceof Call.DevmapUmemRemap c) {
      return String.format(
          "devmap_umem_remap(%s, %s, %s, %s, %s, 0x%x)",
          pointer(c.dhp()),
          pointer(c.cookie()),
          CallText.offset(c.off()),
          size(c.len()),
          prot(c.maxprot()),
          c.flags());
    }
    if (call instanceof Call.DevmapMprotect c) {
      return String.format(
          "mprotect(proc %d, %s, %d bytes, %s), of a device",
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
    mmap.add(prot(c.prot()));
    if (c.share() == MapFlag.MAP_PRIVATE) {
      mmap.add("MAP_PRIVATE");
    }
    if (c.opened() != (Prot.READ | Prot.WRITE)) {
      mmap.add("opened with " + prot(c.opened()));
    }
    String again = c.again() == null ? "" : "; " + setup(c.again());
    String entry = c.entry() == 0 ? "" : "; the entry returns " + c.entry();
    String map = c.map() == 0 ? "" : "; devmap_map returns " + c.map();
    return "mmap("
        + String.join(", ", mmap)
        + ") of a device { "
        + setup(c.setup())
        + again
        + entry
        + map
        + " }";
  }

  private static String setup(UmemSetup u) {
    return String.format(
        "devmap_umem_setup(dhp, %s, %s, %s, %s, %s, 0x%x)",
        callbacks(u.callbacks()),
        pointer(u.cookie()),
        CallText.offset(u.koff()),
        size(u.len()),
        prot(u.maxprot()),
        u.flags());
  }

  private static String callbacks(int bits) {
    if (bits == DevmapCallback.NONE) {
      return "NULL";
    }
    List<String> names = new ArrayList<>();
    if ((bits & DevmapCallback.DEVMAP_MAP) != 0) {
      names.add("devmap_map");
    }
    if ((bits & DevmapCallback.DEVMAP_ACCESS) != 0) {
      names.add("devmap_access");
    }
    return "{" + String.join(", ", names) + "}";
  }

  private static String prot(int bits) {
    if (bits == Prot.ALL) {
      return "PROT_ALL";
    }
    List<String> names = new ArrayList<>();
    String[] all = {"PROT_READ", "PROT_WRITE", "PROT_EXEC", "PROT_USER"};
    for (int i = 0; i < all.length; i++) {
      if ((bits & (1 << i)) != 0) {
        names.add(all[i]);
      }
    }
    int rest = bits & ~Prot.ALL;
    if (rest != 0) {
      names.add("0x" + Integer.toHexString(rest));
    }
    return names.isEmpty() ? "PROT_NONE" : String.join("|", names);
  }

  /** What a call answered; null if it is about something else. */
  static String of(Call call, Outcome outcome) {
    if (outcome instanceof Outcome.Mapped m) {
      String again = m.again() == Outcome.Mapped.NOT_MADE ? "" : " and " + m.again();
      String setup =
          m.setup() == Outcome.Mapped.NOT_MADE
              ? "the entry was not called"
              : "the setup answered " + m.setup() + again;
      String stale = m.stale() == 0 ? "" : "; called " + callbacks(m.stale()) + " put in later";
      String handle = m.errno() == 0 ? ", handle " + pointer(m.dhp()) : "";
      return Errno.text(m.errno()) + handle + "; " + setup + stale;
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
