package umemtck.conformance.plan;

import java.util.ArrayList;
import java.util.List;
import umemtck.conformance.plan.ExportStep.Of;
import umemtck.conformance.plan.ExportStep.Setup;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Prot;

/** What would be simpler than a step that is about mapped devices; the simplest first. */
final class SimplerExport {
  private static final int RW = Prot.READ | Prot.WRITE;

  private SimplerExport() {}

  static List<ExportStep> than(ExportStep step) {
    List<ExportStep> simpler = new ArrayList<>();
    if (step instanceof ExportStep.Map s) {
      map(s, simpler);
    } else if (step instanceof ExportStep.Remap s) {
      for (Of of : of(s.of())) {
        simpler.add(new ExportStep.Remap(s.name(), of, s.maxprot(), s.flags()));
      }
      if (s.maxprot() != Prot.ALL) {
        simpler.add(new ExportStep.Remap(s.name(), s.of(), Prot.ALL, s.flags()));
      }
      if (s.flags() != 0) {
        simpler.add(new ExportStep.Remap(s.name(), s.of(), s.maxprot(), 0));
      }
    } else if (step instanceof ExportStep.SharedMap s && s.page() != 0) {
      simpler.add(new ExportStep.SharedMap(s.proc(), 0, s.pages(), s.off()));
    }
    return simpler;
  }

  private static void map(ExportStep.Map s, List<ExportStep> simpler) {
    if (s.again() != null) {
      simpler.add(with(s, s.setup(), null, s.pages()));
    }
    if (s.pages() > 1) {
      // The mapping and what it shows get shorter together: else nothing is right any more.
      Of of = s.setup().of();
      Of one = new Of(of.name(), of.locked(), of.off(), Size.pages(1));
      simpler.add(with(s, with(s.setup(), one), s.again(), 1));
    }
    for (Of of : of(s.setup().of())) {
      simpler.add(with(s, with(s.setup(), of), s.again(), s.pages()));
    }
    for (Setup u : setups(s.setup())) {
      simpler.add(with(s, u, s.again(), s.pages()));
    }
    if (s.page() != 0) {
      simpler.add(
          new ExportStep.Map(
              s.name(),
              s.proc(),
              0,
              s.pages(),
              s.prot(),
              s.share(),
              s.opened(),
              s.setup(),
              s.again(),
              s.entry(),
              s.map()));
    }
    boolean plain =
        s.prot() == RW && s.share() == MapFlag.MAP_SHARED && s.opened() == RW && s.entry() == 0;
    if (!plain || s.map() != 0) {
      ExportStep.Map p = ExportStep.Map.plain(s.name(), s.proc(), s.page(), s.pages(), s.setup());
      simpler.add(with(p, s.setup(), s.again(), s.pages()));
    }
  }

  private static List<Setup> setups(Setup s) {
    List<Setup> simpler = new ArrayList<>();
    if (s.callbacks() != 0) {
      simpler.add(new Setup(s.of(), s.maxprot(), s.flags(), 0));
    }
    if (s.flags() != 0) {
      simpler.add(new Setup(s.of(), s.maxprot(), 0, s.callbacks()));
      simpler.add(new Setup(s.of(), s.maxprot(), s.flags() & ~1, s.callbacks()));
    }
    if (s.maxprot() != Prot.ALL) {
      simpler.add(new Setup(s.of(), Prot.ALL, s.flags(), s.callbacks()));
    }
    simpler.removeIf(s::equals);
    return simpler;
  }

  private static List<Of> of(Of of) {
    List<Of> simpler = new ArrayList<>();
    if (!of.off().equals(Size.bytes(0)) && !of.off().equals(Size.pages(0))) {
      simpler.add(new Of(of.name(), of.locked(), Size.pages(0), of.len()));
      for (Size off : Simpler.sizes(of.off())) {
        simpler.add(new Of(of.name(), of.locked(), off, of.len()));
      }
    }
    for (Size len : Simpler.sizes(of.len())) {
      simpler.add(new Of(of.name(), of.locked(), of.off(), len));
    }
    return simpler;
  }

  private static Setup with(Setup s, Of of) {
    return new Setup(of, s.maxprot(), s.flags(), s.callbacks());
  }

  private static ExportStep with(ExportStep.Map s, Setup setup, Setup again, long pages) {
    return new ExportStep.Map(
        s.name(),
        s.proc(),
        s.page(),
        pages,
        s.prot(),
        s.share(),
        s.opened(),
        setup,
        again,
        s.entry(),
        s.map());
  }
}
