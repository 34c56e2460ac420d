package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Call.DevmapUmemRemap;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Feature;

/** {@code devmap_umem_remap}: an established mapping shows other memory from now on. */
final class DevmapUmemRemapAction implements Action {
  private final ModelConfig config;
  private final ExportCookies cookies;

  DevmapUmemRemapAction(ModelConfig config) {
    this.config = config;
    cookies = new ExportCookies(config);
  }

  @Override
  public Answer.Undefined duty(UmemState s, long proc, Context context, Call called) {
    DevmapUmemRemap r = (DevmapUmemRemap) called;
    Export e = s.exports().find(r.dhp());
    if (e == null
        || !config.offers(Feature.REMAP)
        || !e.whole()
        || LayoutAction.changing(s, e.space(), e.where())) {
      return new Answer.Undefined("REMAP.after-map", "a mapping that is there, whole");
    }
    if (e.isPrivate() || e.isArea() || !context.maySleep()) {
      return new Answer.Undefined("REMAP.after-map", "a shared mapping, from where it may sleep");
    }
    return cookies.mayBePassed(s, r.cookie())
        ? null
        : new Answer.Undefined("COOKIE.valid-interval", "a cookie that is valid, or NULL");
  }

  @Override
  public Answer returned(UmemState s, Pending p, Outcome outcome) {
    DevmapUmemRemap r = (DevmapUmemRemap) p.call();
    Export e = s.exports().find(r.dhp());
    List<Breach> must = must(s, e, r);
    if (outcome instanceof Outcome.Panicked) {
      return must.isEmpty()
          ? Answer.forbid(target(s, e, r), "a return: every argument has an answer")
          : new Answer.Forbidden(must);
    }
    UmemState next = s.ended(p.id());
    int answer = ((Outcome.Result) outcome).errno();
    if (answer != 0 && answer != -1) {
      String first = must.isEmpty() ? target(s, e, r) : must.get(0).facet();
      return Answer.forbid(first, "0 or -1, and nothing else");
    }
    if (answer != 0) {
      return must.isEmpty() && !mayBeRefused(s, e, r)
          ? Answer.forbid(target(s, e, r), "0: the arguments are right")
          : new Answer.Next(refused(next, e, must));
    }
    return must.isEmpty() ? new Answer.Next(remapped(s, next, e, r)) : new Answer.Forbidden(must);
  }

  private List<Breach> must(UmemState s, Export e, DevmapUmemRemap r) {
    List<Breach> must = new ArrayList<>();
    if (!e.remappable()) {
      must.add(new Breach("REMAP.needs-setup/refused", "-1: set up without ALLOW_REMAP"));
    }
    if (r.flags() != 0) {
      must.add(new Breach("REMAP.flags-zero/refused", "-1: flags are not 0"));
    }
    if (((prot(s, e) | Prot.USER) & ~r.maxprot()) != 0) {
      must.add(new Breach("REMAP.maxprot/refused", "-1: maxprot lacks a protection it has"));
    }
    if (r.cookie() == 0) {
      must.add(new Breach("REMAP.null-cookie/refused", "-1: the cookie is NULL"));
    } else if (!within(s, e, r) && !ExportCookies.isTrash(s, r.cookie())) {
      // What must hold in every profile comes first.
      must.add(0, new Breach("REMAP.in-bounds/refused", "-1: the mapping does not fit from there"));
    }
    return must;
  }

  private boolean within(UmemState s, Export e, DevmapUmemRemap r) {
    long size = cookies.size(s, r.cookie());
    return ExportCookies.within(r.off(), r.len(), size)
        && ExportCookies.within(r.off(), e.where().len(), size);
  }

  /** What is open: K-14, K-24, and another length than the mapping's. */
  private boolean mayBeRefused(UmemState s, Export e, DevmapUmemRemap r) {
    return !cookies.aligned(r.off(), r.len()) || r.len() != e.where().len() || !within(s, e, r);
  }

  /** The protections that pages of a mapping have now. */
  private static int prot(UmemState s, Export e) {
    int all = 0;
    for (Mapping m : s.locking().mapped(e.space(), e.where())) {
      all |= m.prot();
    }
    return all;
  }

  /** Who is to blame if the new memory is not shown. */
  private String target(UmemState s, Export e, DevmapUmemRemap r) {
    if (ExportCookies.isTrash(s, r.cookie())) {
      return "REMAP.trash/junk";
    }
    if (!e.valid()) {
      return "REMAP.validates/valid";
    }
    return r.len() == e.where().len() ? "REMAP.switch/new-target" : "REMAP.length-fixed/whole";
  }

  private UmemState remapped(UmemState s, UmemState next, Export e, DevmapUmemRemap r) {
    boolean exact = cookies.aligned(r.off(), r.len()) && within(s, e, r);
    boolean replaces = config.profile() == Profile.ILLUMOS; // Nothing is documented of it.
    int least = replaces ? r.maxprot() : r.maxprot() & e.least();
    int most = replaces ? r.maxprot() : r.maxprot() | e.most();
    Export to = e.remapped(r.cookie(), r.off(), exact, least, most, List.of(target(s, e, r)));
    return next.with(next.exports().remapped(e, to));
  }

  /** After a refusal the mapping shows what it showed. */
  private static UmemState refused(UmemState next, Export e, List<Breach> must) {
    return must.isEmpty()
        ? next
        : next.with(next.exports().replaced(e, e.blaming(must.get(0).facet())));
  }

  @Override
  public Breach mustNotRest(UmemState s, Pending p) {
    return new Breach("REMAP.switch/new-target", "a return: a remap does not wait");
  }
}
