package umemtck.tla.mutants;

import java.util.List;
import umemtck.tla.Expectation;

/**
 * What a forked JVM asks of one mutant.
 *
 * @param root the root module of all of it
 * @param graphs the models whose committed graph is compared, the smallest first
 * @param passes the models that must pass, the smallest first
 * @param refinements the properties that are refinements
 * @param fails the models that must fail by a state or a step; asked only if nothing else kills
 */
public record Job(
    String root,
    List<Expectation> graphs,
    List<Expectation> passes,
    List<String> refinements,
    List<Expectation> fails) {
  /** The exit status if the mutant is not TLA+. */
  public static final int DOES_NOT_PARSE = 3;

  /** The name of the configuration of a model; of models in two folders too. */
  public static String configuration(Expectation model) {
    return model.name().replace('/', '-');
  }
}
