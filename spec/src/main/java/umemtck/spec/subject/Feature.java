package umemtck.spec.subject;

import umemtck.spec.ddi.Resource;

/** What a subject may or may not offer. Whatever is not declared as offered is not asked for. */
public enum Feature {
  /** The free PAGES can be set and read ({@link Budgets}). */
  PAGES,
  /** The free SWAP can be set and read ({@link Budgets}). */
  SWAP,
  /** The free ADDRESS can be set ({@link Budgets}). */
  ADDRESS,
  /** The free COOKIES can be set and read ({@link Budgets}). */
  COOKIES,
  /** The context of a call can be set ({@link Contexts}). */
  CONTEXTS,
  /** Memory can be paged out on demand, and asked whether it is resident ({@link Paging}). */
  PAGING,
  /** {@code DDI_UMEM_TRASH} is accepted (ALLOC.trash). */
  TRASH,
  /** The subject blocks through {@link Waits} and in no other way. */
  SETTLE,
  /**
   * Misuse that the contract leaves undefined is diagnosed: the machine panics and says why. The
   * kit then breaks caller duties on purpose, each on a machine of its own.
   */
  CHECKED;

  /** The feature under which a resource can be set. */
  public static Feature settable(Resource resource) {
    return switch (resource) {
      case PAGES -> PAGES;
      case SWAP -> SWAP;
      case ADDRESS -> ADDRESS;
      case COOKIES -> COOKIES;
    };
  }
}
