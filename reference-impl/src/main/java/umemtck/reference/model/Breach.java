package umemtck.reference.model;

/**
 * What forbids a step.
 *
 * @param facet clause and facet that say otherwise, for instance {@code ALLOC.round-up/usable}; or
 *     {@link #UNDECLARED}
 * @param expected what should have come, in a phrase that goes on after "expected"
 */
public record Breach(String facet, String expected) {
  /** Not a clause: the subject does not behave as it declares, so nothing can be concluded. */
  public static final String UNDECLARED = "UNDECLARED";

  /** The clause, without the facet. */
  public String clause() {
    return facet.split("/", 2)[0];
  }
}
