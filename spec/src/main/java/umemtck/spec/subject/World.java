package umemtck.spec.subject;

import java.util.Optional;

/**
 * What the kit can arrange around a subject. Each part is optional: what is empty here, and so not
 * declared, makes the facets that need it UNSUPPORTED, with the reason that the subject declares.
 */
public interface World {
  /** A world in which nothing can be arranged. */
  World FIXED = new World() {};

  /** Needed by the features PAGES, SWAP, ADDRESS and COOKIES. */
  default Optional<Budgets> budgets() {
    return Optional.empty();
  }

  /** Needed by the feature CONTEXTS. */
  default Optional<Contexts> contexts() {
    return Optional.empty();
  }

  /** Needed by the feature PAGING. */
  default Optional<Paging> paging() {
    return Optional.empty();
  }
}
