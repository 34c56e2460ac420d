package umemtck.conformance.judge;

import static umemtck.conformance.judge.Exporting.*;
import static umemtck.conformance.judge.Situation.*;
import static umemtck.conformance.judge.SituationRow.of;
import static umemtck.conformance.judge.Watched.P;
import static umemtck.spec.ddi.DevmapFlag.DEVMAP_ALLOW_REMAP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.stream.Stream;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;

/** Remaps of two pages of the kernel's memory, and what is seen then. */
final class RemapRows {
  private static final int USER_READ = Prot.READ | Prot.USER;

  private RemapRows() {}

  static Stream<SituationRow> rows() {
    return Stream.of(refused(), lengths(), seen()).flatMap(s -> s);
  }

  private static Stream<SituationRow> refused() {
    return Stream.of(
        of(
            REMAP_WITHOUT_ALLOW,
            w -> remaps(all().made(memory(w)), KERNEL, 0, 2 * P, Prot.ALL, 0),
            w -> right(w)),
        of(
            REMAP_WITHOUT_ALLOW,
            w -> remaps(all().made(memory(w)), KERNEL, 0, 2 * P, Prot.ALL, 0),
            w -> remaps(all().made(memory(w)), KERNEL, P, 2 * P, Prot.ALL, 0)),
        of(
            REMAP_WITHOUT_ALLOW,
            w -> remaps(all().made(memory(w)), KERNEL, 0, 2 * P, Prot.ALL, 0),
            w -> remaps(all().made(memory(w)), 0, 0, 2 * P, Prot.ALL, 0)),
        of(REMAP_WITH_FLAGS, w -> with(w, Prot.ALL, 2), w -> with(w, USER_READ, 2)),
        of(REMAP_WITH_FLAGS, w -> with(w, Prot.ALL, 1), w -> range(w, 0, 2 * P, 0, 1)),
        of(REMAP_WITH_FLAGS, w -> with(w, Prot.ALL, 1), w -> range(w, P, 2 * P, KERNEL, 1)),
        of(REMAP_BEYOND_MAXPROT, w -> with(w, USER_READ, 0), w -> with(w, RW | Prot.USER, 1)),
        of(REMAP_BEYOND_MAXPROT, w -> with(w, USER_READ, 0), w -> with(w, Prot.READ, USER_READ, 0)),
        of(
            REMAP_BEYOND_MAXPROT,
            w -> with(w, USER_READ, 0),
            w -> remaps(made(w), 0, 0, 2 * P, USER_READ, 0)),
        of(REMAP_NULL_COOKIE, w -> range(w, 0, 2 * P, 0, 0), w -> range(w, 0, 2 * P, 0, 1)),
        of(REMAP_NULL_COOKIE, w -> range(w, 0, 2 * P, 0, 0), w -> range(w, P, 2 * P)));
  }

  private static Stream<SituationRow> lengths() {
    return Stream.of(
        of(REMAP_BEYOND_END, w -> range(w, P, 2 * P), w -> range(w, P, P)),
        of(REMAP_BEYOND_END, w -> range(w, 0, 3 * P), RemapRows::right),
        of(REMAP_BEYOND_END, w -> range(w, 0, 3 * P), w -> range(w, 0, 3 * P, KERNEL, 1)),
        of(REMAP_SHRINKING, w -> range(w, P, P), w -> range(w, P, 2 * P)),
        of(REMAP_SHRINKING, w -> range(w, P, P), w -> remapped(made(w), KERNEL, 0, P)),
        of(REMAP_NEGATIVE_OFFSET, w -> range(w, -P, P), w -> range(w, P, -P)),
        of(REMAP_WRAPPING, w -> range(w, P, -P), w -> range(w, -P, P)),
        of(REMAP_WRAPPING, w -> range(w, P, -P), w -> range(w, P, 2 * P)),
        of(REMAPPED_WITH_OTHER_LENGTH, w -> remapped(made(w), KERNEL, 0, P), RemapRows::right),
        of(REMAPPED_WITH_OTHER_LENGTH, w -> range(w, P, P), w -> range(w, 0, P, KERNEL, 1)));
  }

  private static Stream<SituationRow> seen() {
    return Stream.of(
        of(REMAPPED_THEN_SEEN, w -> sees(right(w), 1, 10, 0), RemapRows::right),
        of(
            REMAPPED_THEN_SEEN,
            w -> sees(right(w), 1, 10, 0),
            w -> sees(range(w, P, 2 * P), 1, 10, 0)),
        of(
            REMAPPED_THEN_SEEN,
            w -> sees(right(w), 1, 10, 0),
            w -> sees(shows(OTHER, 0, P).at(14).made(right(w), DHP2), 1, 14, 0)),
        of(
            REMAPPED_THEN_SEEN,
            w -> sees(right(w), 1, 10, 0),
            w -> sees(all().made(unmaps(right(w), 10, 2)), 1, 10, 0)),
        of(REMAPPED_BESIDE_OTHERS, w -> sees(beside(w), 1, 14, 0), RemapRows::beside),
        of(REMAPPED_BESIDE_OTHERS, w -> sees(beside(w), 1, 14, 0), w -> sees(beside(w), 1, 10, 0)),
        of(
            REMAPPED_THEN_SEEN_BEHIND,
            w -> sees(remapped(behind(w), OTHER, 0, 2 * P), 1, 12, 0),
            w -> sees(remapped(behind(w), OTHER, 0, 2 * P), 1, 11, 0)),
        of(
            REMAPPED_THEN_SEEN_BEHIND,
            w -> sees(remapped(behind(w), OTHER, 0, 2 * P), 1, 12, 0),
            w -> sees(behind(w), 1, 12, 0)),
        // Behind another one than that which was remapped.
        of(
            REMAPPED_THEN_SEEN_BEHIND,
            w -> sees(remapped(behind(w), OTHER, 0, 2 * P), 1, 12, 0),
            w -> sees(behindAnother(w), 1, 17, 0)),
        of(
            REMAPPED_INVALID_THEN_SEEN,
            w -> sees(validated(w), 1, 10, 0),
            w -> sees(right(w), 1, 10, 0)),
        of(REMAPPED_INVALID_THEN_SEEN, w -> sees(validated(w), 1, 10, 0), RemapRows::validated),
        of(
            REMAPPED_TO_TRASH_THEN_STORED,
            w -> stores(junk(w), 1, 10, 4),
            w -> sees(junk(w), 1, 10, 4)),
        of(
            REMAPPED_TO_TRASH_THEN_STORED,
            w -> stores(junk(w), 1, 10, 4),
            w -> stores(right(w), 1, 10, 4)),
        of(
            REMAPPED_TO_TRASH_THEN_STORED,
            w -> stores(junk(w), 1, 10, 4),
            w -> stores(all().made(memory(w, DDI_UMEM_TRASH)), 1, 10, 4)));
  }

  // ---- What the rows are told with.

  private static Watched made(Watched w, int flags, int prot) {
    Exporting e = shows(KERNEL, 0, 2 * P, flags).to(prot, 1, RW);
    return e.made(other(memory(w), 0));
  }

  private static Watched made(Watched w) {
    return made(w, DEVMAP_ALLOW_REMAP, RW);
  }

  /** It shows the other memory from now on. */
  private static Watched right(Watched w) {
    return remapped(made(w), OTHER, 0, 2 * P);
  }

  private static Watched with(Watched w, int prot, int maxprot, int flags) {
    boolean right = (prot & ~maxprot) == 0 && flags == 0;
    return remaps(
        made(w, DEVMAP_ALLOW_REMAP, prot), DHP, OTHER, 0, 2 * P, maxprot, flags, right ? 0 : -1);
  }

  private static Watched with(Watched w, int maxprot, int flags) {
    return with(w, RW, maxprot, flags);
  }

  /** A remap that is refused. */
  private static Watched range(Watched w, long off, long len, long cookie, int flags) {
    return remaps(made(w), cookie, off, len, Prot.ALL, flags);
  }

  private static Watched range(Watched w, long off, long len) {
    return range(w, off, len, KERNEL, 0);
  }

  /** A second mapping at 14; the first is remapped. */
  private static Watched beside(Watched w) {
    return remapped(shows(KERNEL, 0, P).at(14).made(made(w), DHP2), OTHER, 0, 2 * P);
  }

  /** Private memory behind the mapping. */
  private static Watched behind(Watched w) {
    return made(w).maps(12, 1, MappingKind.ANON_PRIVATE, RW);
  }

  private static Watched behindAnother(Watched w) {
    Watched both = shows(KERNEL, 0, P, 2).at(16).made(behind(w), DHP2);
    return remapped(both.maps(17, 1, MappingKind.ANON_PRIVATE, RW), OTHER, 0, 2 * P);
  }

  private static Watched validated(Watched w) {
    return remapped(made(w, 3, RW), OTHER, 0, 2 * P);
  }

  private static Watched junk(Watched w) {
    Exporting e = shows(KERNEL, 0, 2 * P, DEVMAP_ALLOW_REMAP);
    return remapped(e.made(other(memory(w), DDI_UMEM_TRASH)), OTHER, 0, 2 * P);
  }
}
