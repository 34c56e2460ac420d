package umemtck.reference.model;

import java.util.List;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.MapFlag;

/**
 * A mapped device, or what is left of it: which memory an application sees there.
 *
 * @param dhp its handle; 0 where nobody was told, as of a forked child's
 * @param space whose address space
 * @param where the pages that are mapped still
 * @param start address that shows {@code koff}: the first byte of what was once mapped
 * @param cookie whose memory it shows; 0 for the shared area of the driver of Example 10-4
 * @param koff bytes into that memory
 * @param exact whether offset and length were whole pages; else only containment is asked for
 * @param whole whether nothing of it was unmapped
 * @param flags bits of {@link DevmapFlag} of the setup
 * @param valid whether it is not marked invalid
 * @param share {@link MapFlag#MAP_SHARED} or MAP_PRIVATE
 * @param opened bits of {@code Prot}: how the device was opened
 * @param least bits of {@code Prot} that it may surely have
 * @param most bits of {@code Prot} that it may perhaps have
 * @param blame facets that are to blame first if it shows other bytes; the latest first
 */
public record Export(
    long dhp,
    long space,
    Extent where,
    long start,
    long cookie,
    long koff,
    boolean exact,
    boolean whole,
    int flags,
    boolean valid,
    int share,
    int opened,
    int least,
    int most,
    List<String> blame) {

  /** Whether {@code devmap_umem_remap} may be called on it. */
  public boolean remappable() {
    return DevmapFlag.allowsRemap(flags);
  }

  /** Whether what is stored through it stays with the process. */
  boolean isPrivate() {
    return share == MapFlag.MAP_PRIVATE;
  }

  /** Whether it shows the shared area of the driver of Example 10-4. */
  public boolean isArea() {
    return cookie == 0;
  }

  /** Offset in its memory of the byte that an address of it shows. */
  long offset(long addr) {
    return koff + (addr - start);
  }

  /** The same, and a facet that is to blame first. */
  Export blaming(String facet) {
    return new Export(
        dhp,
        space,
        where,
        start,
        cookie,
        koff,
        exact,
        whole,
        flags,
        valid,
        share,
        opened,
        least,
        most,
        Exports.first(facet, blame));
  }

  /** What a forked child has of it. */
  Export forked(long child, String facet) {
    return new Export(
        0,
        child,
        where,
        start,
        cookie,
        koff,
        exact,
        false,
        flags,
        valid,
        share,
        opened,
        least,
        most,
        Exports.first(facet, blame));
  }

  /** A part of it. */
  Export left(Extent part) {
    return new Export(
        dhp, space, part, start, cookie, koff, exact, false, flags, valid, share, opened, least,
        most, blame);
  }

  /**
   * The same mapping, once it shows other memory.
   *
   * @param maxprot bits of {@code Prot} that it may surely have from now on
   * @param perhaps bits of {@code Prot} that it may perhaps have
   */
  Export remapped(
      long to, long off, boolean aligned, int maxprot, int perhaps, List<String> facets) {
    return new Export(
        dhp,
        space,
        where,
        start,
        to,
        off,
        aligned,
        whole,
        flags,
        true,
        share,
        opened,
        maxprot & opened,
        perhaps & opened,
        facets);
  }
}
