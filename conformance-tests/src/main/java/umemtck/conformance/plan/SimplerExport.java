package umemtck.conformance.plan;

import java.util.ArrayList;
import java.util.List;
import umemtck.conformance.plan.ExportStep.Of;
import umemtck.conformance.plan.ExportStep.Setup;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Prot;

/** What would be simpler than a step that is about mapped devices; the simplest first. */
final class SimplerExport {
  private static final int RW = Prot.READ | Prot.WRITE;

  private final List<ExportStep> simpler = new ArrayList<>();
  private final ExportStep than;

  private SimplerExport(ExportStep than) {
    this.than = than;
  }

  static List<ExportStep> than(ExportStep step) {
    SimplerExport s = new SimplerExport(step);
    if (step instanceof ExportStep.Map m) {
      s.map(m);
    } else if (step instanceof ExportStep.Remap r) {
      s.remap(r);
    } else if (step instanceof ExportStep.Protect p) {
      s.add(new ExportStep.Protect(0, p.page(), p.pages(), p.prot()));
    } else if (step instanceof ExportStep.Fork f) {
      s.add(new ExportStep.Fork(f.name(), 0));
    } else if (step instanceof ExportStep.Model m) {
      s.add(new ExportStep.Model(0, m.model()));
    } else if (step instanceof ExportStep.SharedMap m) {
      s.add(new ExportStep.SharedMap(m.proc(), m.page(), 1, m.off()));
      s.add(new ExportStep.SharedMap(m.proc(), m.page(), m.pages(), 0));
      s.add(new ExportStep.SharedMap(m.proc(), 0, m.pages(), m.off()));
      s.add(new ExportStep.SharedMap(0, m.page(), m.pages(), m.off()));
    }
    return s.simpler;
  }

  private void add(ExportStep candidate) {
    if (!candidate.equals(than)) {
      simpler.add(candidate);
    }
  }

  private void remap(ExportStep.Remap r) {
    for (Of of : of(r.of())) {
      add(new ExportStep.Remap(r.name(), of, r.maxprot(), r.flags()));
    }
    add(new ExportStep.Remap(r.name(), r.of(), Prot.ALL, r.flags()));
    add(new ExportStep.Remap(r.name(), r.of(), r.maxprot(), 0));
  }

  private void map(ExportStep.Map s) {
    add(with(s, List.of(s.setup()), s.pages()));
    for (long fewer : s.pages() > 2 ? List.of(1L, s.pages() - 1) : List.of(1L)) {
      // The mapping and what it shows get shorter together: else nothing is right any more.
      add(with(s, s.setups().stream().map(u -> with(u, fewer)).toList(), fewer));
    }
    add(with(s, s.setups(), 1)); // What is refused need not fit.
    for (Setup u : setups(s.setup())) {
      add(with(s, s.again() == null ? List.of(u) : List.of(u, s.again()), s.pages()));
    }
    if (s.again() != null) {
      Setup same = new Setup(s.setup().of(), Prot.ALL, 0, 0);
      add(with(s, List.of(s.setup(), same), s.pages()));
    }
    add(with(s, s.proc(), 0));
    add(with(s, 0, s.page()));
    add(with(s, RW, s.share(), s.opened()));
    add(with(s, s.prot(), MapFlag.MAP_SHARED, s.opened()));
    add(with(s, s.prot(), s.share(), RW));
    add(returning(s, 0, s.map()));
    add(returning(s, s.entry(), 0));
  }

  private static List<Setup> setups(Setup s) {
    List<Setup> simpler = new ArrayList<>();
    of(s.of()).forEach(of -> simpler.add(new Setup(of, s.maxprot(), s.flags(), s.callbacks())));
    simpler.add(new Setup(s.of(), s.maxprot(), s.flags(), 0));
    simpler.add(new Setup(s.of(), s.maxprot(), 0, s.callbacks()));
    int valid = s.flags() & ~DevmapFlag.DEVMAP_MAPPING_INVALID;
    simpler.add(new Setup(s.of(), s.maxprot(), valid, s.callbacks()));
    simpler.add(new Setup(s.of(), Prot.ALL, s.flags(), s.callbacks()));
    return simpler;
  }

  private static List<Of> of(Of of) {
    List<Of> simpler = new ArrayList<>();
    if (!of.off().equals(Size.pages(0))) {
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

  private static Setup with(Setup s, long pages) {
    Of of = new Of(s.of().name(), s.of().locked(), s.of().off(), Size.pages(pages));
    return new Setup(of, s.maxprot(), s.flags(), s.callbacks());
  }

  private static ExportStep.Map with(ExportStep.Map s, List<Setup> setups, long pages) {
    return new ExportStep.Map(
        s.name(),
        s.proc(),
        s.page(),
        pages,
        s.prot(),
        s.share(),
        s.opened(),
        setups,
        s.entry(),
        s.map());
  }

  private static ExportStep.Map with(ExportStep.Map s, int proc, long page) {
    return new ExportStep.Map(
        s.name(),
        proc,
        page,
        s.pages(),
        s.prot(),
        s.share(),
        s.opened(),
        s.setups(),
        s.entry(),
        s.map());
  }

  private static ExportStep.Map with(ExportStep.Map s, int prot, int share, int opened) {
    return new ExportStep.Map(
        s.name(),
        s.proc(),
        s.page(),
        s.pages(),
        prot,
        share,
        opened,
        s.setups(),
        s.entry(),
        s.map());
  }

  private static ExportStep.Map returning(ExportStep.Map s, int entry, int map) {
    return new ExportStep.Map(
        s.name(),
        s.proc(),
        s.page(),
        s.pages(),
        s.prot(),
        s.share(),
        s.opened(),
        s.setups(),
        entry,
        map);
  }
}
