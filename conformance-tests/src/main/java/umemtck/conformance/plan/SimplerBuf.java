package umemtck.conformance.plan;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.UmemFlag;

/** What would be simpler than a step that is about bufs; the simplest first. */
final class SimplerBuf {
  private SimplerBuf() {}

  static List<BufStep> than(BufStep step) {
    List<BufStep> simpler = new ArrayList<>();
    if (!(step instanceof BufStep.Setup s)) {
      return simpler;
    }
    if (!s.off().equals(Size.bytes(0))) {
      simpler.add(with(s, Size.bytes(0), s.len(), s.sleepflag(), s.context()));
      for (Size off : Simpler.sizes(s.off())) {
        simpler.add(with(s, off, s.len(), s.sleepflag(), s.context()));
      }
    }
    for (Size len : Simpler.sizes(s.len())) {
      simpler.add(with(s, s.off(), len, s.sleepflag(), s.context()));
    }
    if (s.sleepflag() == UmemFlag.DDI_UMEM_SLEEP) {
      simpler.add(with(s, s.off(), s.len(), UmemFlag.DDI_UMEM_NOSLEEP, s.context()));
    }
    if (s.context() != Context.USER) {
      simpler.add(with(s, s.off(), s.len(), s.sleepflag(), Context.USER));
    }
    return simpler;
  }

  private static BufStep with(BufStep.Setup s, Size off, Size len, int sleepflag, Context context) {
    return new BufStep.Setup(
        s.name(), s.cookie(), s.locked(), off, len, s.direction(), sleepflag, context);
  }
}
