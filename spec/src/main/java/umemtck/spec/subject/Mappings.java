package umemtck.spec.subject;

import umemtck.spec.ddi.MappingKind;

/**
 * The address spaces of the processes. The kit maps and unmaps whole pages inside the window of the
 * {@link Declaration}, in which nothing is mapped when a process starts. Mappings side by side are
 * kept apart, unless the subject would join them.
 */
public interface Mappings {
  /**
   * Maps pages where nothing is mapped.
   *
   * @param proc whose
   * @param addr first byte, page aligned
   * @param len bytes, whole pages
   * @param kind one of those declared
   * @param prot bits of {@link umemtck.spec.ddi.Prot}
   */
  void mmap(long proc, long addr, long len, MappingKind kind, int prot);

  /**
   * Takes mapped pages away. Blocks while one of them is locked (LOCK.blocks-layout-change).
   *
   * @param proc whose
   * @param addr first byte, page aligned
   * @param len bytes, whole pages
   */
  void munmap(long proc, long addr, long len);

  /**
   * Changes the protection of mapped pages. Blocks while one of them is locked
   * (LOCK.blocks-layout-change). Called only with {@link Feature#PROTECTION}.
   *
   * @param proc whose
   * @param addr first byte, page aligned
   * @param len bytes, whole pages
   * @param prot bits of {@link umemtck.spec.ddi.Prot}
   */
  void mprotect(long proc, long addr, long len, int prot);
}
