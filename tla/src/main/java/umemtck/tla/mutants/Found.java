package umemtck.tla.mutants;

import java.util.List;

/**
 * What was found below one root module.
 *
 * @param root the root module
 * @param modules all modules that it extends or instantiates, and itself
 * @param mutants in the order of the modules, and from the top in each
 */
public record Found(String root, List<String> modules, List<Mutant> mutants) {}
