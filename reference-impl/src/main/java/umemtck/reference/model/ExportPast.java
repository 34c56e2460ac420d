package umemtck.reference.model;

import java.util.List;

/**
 * What happened to mapped devices: it decides nothing, and tells who is to blame. Immutable.
 *
 * @param deserted cookies whose last mapping went away
 * @param remapped handle of the latest remap; 0 for none
 * @param stored the mapping through which an application stored last; null for none
 * @param value what it stored then
 * @param failed whether a mapping of the driver of Example 10-4 has failed for lack of memory
 * @param refused the mmaps that failed
 */
record ExportPast(
    List<Long> deserted,
    long remapped,
    Export stored,
    int value,
    boolean failed,
    List<Refused> refused) {
  /** Nothing has happened. */
  static final ExportPast NONE = new ExportPast(List.of(), 0, null, 0, false, List.of());

  /**
   * An mmap of a device that failed.
   *
   * @param space whose address space
   * @param where which pages are as they were before
   * @param facet which says so
   */
  record Refused(long space, Extent where, String facet) {}

  ExportPast deserted(List<Long> next) {
    return new ExportPast(next, remapped, stored, value, failed, refused);
  }

  ExportPast remapped(long dhp) {
    return new ExportPast(deserted, dhp, stored, value, failed, refused);
  }

  ExportPast stored(Export by, int with) {
    return new ExportPast(deserted, remapped, by, with, failed, refused);
  }

  ExportPast failed(boolean next) {
    return new ExportPast(deserted, remapped, stored, value, next, refused);
  }

  ExportPast refused(List<Refused> next) {
    return new ExportPast(deserted, remapped, stored, value, failed, next);
  }
}
