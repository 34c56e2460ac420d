package umemtck.reference.kernel;

import static umemtck.reference.kernel.Locker.PAGE;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.subject.DevmapCallbackCtl;

/** The functions of a driver, which write down what they are called with. Bytes are in pages. */
final class Callbacks {
  private final List<String> said = new ArrayList<>();

  /** A handle as it is written down. */
  static String name(long dhp) {
    return Long.toHexString(dhp);
  }

  /** All four; none refuses anything. */
  DevmapCallbackCtl all() {
    DevmapCallbackCtl ctl = new DevmapCallbackCtl();
    into(ctl);
    return ctl;
  }

  /** Puts all four into a structure. */
  void into(DevmapCallbackCtl ctl) {
    ctl.setDevmapMap(dhp -> note(0, "map " + name(dhp)));
    ctl.setDevmapAccess(dhp -> note(0, "access " + name(dhp)));
    ctl.setDevmapDup((dhp, child) -> note(0, "dup " + name(dhp) + " " + name(child)));
    ctl.setDevmapUnmap(
        (dhp, off, len, before, behind) ->
            note(
                0,
                String.join(
                    " ",
                    "unmap",
                    name(dhp),
                    "" + off / PAGE,
                    "" + len / PAGE,
                    name(before),
                    name(behind))));
  }

  /** devmap_map alone. */
  DevmapCallbackCtl mapAnswers(int answer) {
    DevmapCallbackCtl ctl = new DevmapCallbackCtl();
    ctl.setDevmapMap(dhp -> note(answer, "map " + name(dhp)));
    return ctl;
  }

  /** devmap_access alone. */
  DevmapCallbackCtl accessAnswers(int answer) {
    DevmapCallbackCtl ctl = new DevmapCallbackCtl();
    ctl.setDevmapAccess(dhp -> note(answer, "access " + name(dhp)));
    return ctl;
  }

  private int note(int answer, String what) {
    said.add(what);
    return answer;
  }

  int count() {
    return said.size();
  }

  String said() {
    return String.join(", ", said);
  }

  String last() {
    return said.get(said.size() - 1);
  }
}
