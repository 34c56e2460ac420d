package umemtck.spec.ddi;

/**
 * What an allocation uses up, and what can be short. An allocation of k pages needs k {@link
 * #PAGES} (and k {@link #SWAP} if pageable), k {@link #ADDRESS} and 1 {@link #COOKIES}; with TRASH
 * only 1 {@link #COOKIES}. Each plus the overhead that the subject declares.
 */
public enum Resource {
  /** Pages of memory. */
  PAGES,
  /** Pages of swap, reserved by pageable memory. */
  SWAP,
  /** Contiguous pages of kernel address space. */
  ADDRESS,
  /** Cookies. */
  COOKIES
}
