package umemtck.spec.subject;

/** Memory pressure. */
public interface Paging {
  /**
   * Pages out whatever may be paged out. Memory that is not pageable stays (ALLOC.default-locked).
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
}
