package umemtck.spec.catalogue;

/**
 * Something wrong with the catalogue.
 *
 * @param rule the id of the rule that is broken
 * @param where the file, clause or facet
 * @param text what is wrong, and what is allowed
 */
record Finding(String rule, String where, String text) {
  @Override
  public String toString() {
    return where + ": " + text + " [" + rule + "]";
  }
}
