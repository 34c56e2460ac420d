package umemtck.tla.mutants;

/**
 * What one layer says of a mutant.
 *
 * @param layer which
 * @param saw whether it notices
 * @param model the model by which, or null
 * @param what it says, or null
 * @param whole whether all its models were asked, or one that notices
 */
public record Sight(Layer layer, boolean saw, String model, String what, boolean whole) {
  /** The same, but some of its models were not asked. */
  public Sight partly() {
    return new Sight(layer, saw, model, what, saw);
  }
}
