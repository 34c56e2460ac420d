package umemtck.tla.mutants;

import java.util.List;

/**
 * Where mutants are sought.
 *
 * @param root the root module
 * @param steps definitions visible there: what they reach is mutated
 * @param modules but only in these
 */
public record Sought(String root, List<String> steps, List<String> modules) {}
