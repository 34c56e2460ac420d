package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.ddi.Call.DevmapUmemSetup;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemSetup;
import umemtck.spec.subject.Feature;

/** Why a {@code devmap_umem_setup} must, or may, be refused. */
final class SetupCauses {
  private final ModelConfig config;
  private final ExportCookies cookies;

  SetupCauses(ModelConfig config) {
    this.config = config;
    cookies = new ExportCookies(config);
  }

  /**
   * Why a setup is refused.
   *
   * @param must the facets that a success would break
   * @param may whether it may be refused even if there are none
   */
  record Why(List<Breach> must, boolean may) {
    boolean right() {
      return must.isEmpty() && !may;
    }
  }

  /** Whether a mapping is to be shared with more than the device was opened for. */
  static boolean isBeyondOpenMode(DevmapUmemSetup m) {
    return m.share() == MapFlag.MAP_SHARED && (m.prot() & ~m.opened()) != 0;
  }

  /** Finds them, for a setup of a mapping. */
  Why of(UmemState s, DevmapUmemSetup m, UmemSetup u) {
    List<Breach> must = new ArrayList<>();
    if (isBeyondOpenMode(m)) {
      refuse(must, "DEVMAP.maxprot-subset/opened", "it is opened to be read alone");
    }
    boolean may = flags(u, must);
    if ((m.prot() & ~u.maxprot()) != 0) {
      refuse(must, "DEVMAP.maxprot-subset/refused", "maxprot lacks a protection of the mapping");
    }
    if ((u.maxprot() & Prot.USER) == 0) {
      refuse(must, "DEVMAP.maxprot-subset/user", "maxprot lacks PROT_USER");
      may = true; // Only one profile demands it, and both allow it.
    }
    if (u.cookie() == 0) {
      refuse(must, "DEVMAP.null-cookie/refused", "the cookie is NULL");
      return new Why(must, may);
    }
    boolean within = within(s, u);
    boolean trash = ExportCookies.isTrash(s, u.cookie());
    if (!within && !trash) {
      for (String facet : cookies.bounds(s, u.cookie(), u.koff(), u.len())) {
        refuse(must, facet, "the range does not lie in the cookie's memory");
      }
    }
    // K-24; and what is owed to who breaks DEVMAP.page-aligned, nobody says (K-14).
    may |= !within || !cookies.aligned(u.koff(), u.len());
    return new Why(must, may);
  }

  /** Whether it is refused for its range; of TRASH nobody need ask (K-24). */
  boolean surelyBeyond(UmemState s, UmemSetup u) {
    return !within(s, u) && !ExportCookies.isTrash(s, u.cookie());
  }

  /** Whether its range lies in the memory of its cookie, which is not NULL. */
  boolean within(UmemState s, UmemSetup u) {
    return ExportCookies.within(u.koff(), u.len(), cookies.size(s, u.cookie()));
  }

  private static void refuse(List<Breach> must, String facet, String why) {
    must.add(new Breach(facet, "-1: " + why));
  }

  private boolean flags(UmemSetup u, List<Breach> must) {
    int f = u.flags();
    boolean named = (f & DevmapFlag.IOMEM_DATA_MASK & ~0x70000) == 0;
    if (DevmapFlag.cacheAttributes(f) > 1 || !named) {
      refuse(must, "DEVMAP.cache-attr/refused", "there is no such cache attribute");
    }
    if (DevmapFlag.invalid(f) && !DevmapFlag.allowsRemap(f)) {
      refuse(must, "DEVMAP.invalid-needs-remap/refused", "MAPPING_INVALID without ALLOW_REMAP");
    }
    boolean remapFlags =
        (f & ~(DevmapFlag.DEVMAP_MAPPING_INVALID | DevmapFlag.DEVMAP_ALLOW_REMAP)) == 0;
    boolean declared = config.offers(Feature.REMAP) && remapFlags && DevmapFlag.allowsRemap(f);
    // DEVMAP.flags-zero: none is no reason. DEVMAP.flags-other: any other may be one (K-12).
    return f != DevmapFlag.DEVMAP_DEFAULTS && !declared;
  }
}
