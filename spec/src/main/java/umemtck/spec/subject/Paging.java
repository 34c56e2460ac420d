package umemtck.spec.subject;

/** Memory pressure. */
public interface Paging {
  /**
   * Pages out whatever may be paged out, pages of processes too. Memory that is not pageable stays
   * (ALLOC.default-locked), and pages that are locked (LOCK.success).
   *
   * @return pages that left memory
   */
  long pageOut();

  /**
   * Says whether a page is in memory, without bringing it in.
   *
   * @param address any byte of a page of a live allocation
   */
  boolean isResident(long address);

  /**
   * Says whether a page of a process is in memory, without bringing it in. Called only with {@link
   * Feature#USER_PAGING}.
   *
   * @param proc whose
   * @param addr any byte of a mapped page
   */
  default boolean isUserResident(long proc, long addr) {
    throw new UnsupportedOperationException("USER_PAGING is declared; isUserResident is missing");
  }
}
