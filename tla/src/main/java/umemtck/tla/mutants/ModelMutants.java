package umemtck.tla.mutants;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import umemtck.tla.Fork;
import umemtck.tla.ModelOptions;

/**
 * Drops or weakens one thing of the specification after the other, and shows which check notices
 * and which does not.
 */
public final class ModelMutants {
  private final Spec spec;
  private final MutantCheck check;
  private final List<Found> found;
  private final PrintStream print;

  private ModelMutants(Spec spec, MutantCheck check, List<Found> found, PrintStream print) {
    this.spec = spec;
    this.check = check;
    this.found = found;
    this.print = print;
  }

  /**
   * Runs the mutants of some modules, and writes {@code mutants.json}: what was not run now is as
   * it is committed, or, if it is new, not run.
   *
   * @param options the lane is not used
   * @param only modules, MODULE/Operator, or ids; all if empty
   * @param print where progress goes
   * @return the exit status
   */
  public static int run(ModelOptions options, List<String> only, PrintStream print)
      throws IOException, InterruptedException {
    Spec spec = Spec.shipped();
    Fork fork = new Fork(options.tla2tools(), options.budget());
    Path work = Files.createDirectories(options.work());
    List<Found> found = MutantFinder.find(Family.all(), spec, fork, work);
    ModelMutants all = new ModelMutants(spec, new MutantCheck(spec, fork, work), found, print);
    return all.run(only, options.forks(), options.out());
  }

  private int run(List<String> only, int forks, Optional<Path> out)
      throws IOException, InterruptedException {
    MutantRows rows = new MutantRows(found, MutantFiles.results());
    List<Mutant> chosen = rows.mutants().stream().filter(m -> chosen(m, only)).toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("no mutant is called so: " + only);
    }
    ExecutorService pool = Executors.newFixedThreadPool(forks);
    try {
      for (String root : chosen.stream().flatMap(m -> roots(m).stream()).distinct().toList()) {
        asItIs(root);
      }
      Map<Mutant, Future<Row>> running = new HashMap<>();
      chosen.forEach(m -> running.put(m, pool.submit(() -> one(m))));
      for (Mutant m : chosen) {
        Row row = running.get(m).get();
        rows.put(row);
        print(row);
        if (out.isPresent()) {
          MutantFiles.write(rows.all(), out.get());
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a mutant could not be run: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
    List<String> wrong = rows.wrong(MutantFiles.survivors(), chosen);
    print.print(rows.summary(chosen));
    wrong.forEach(print::println);
    return wrong.isEmpty() ? 0 : 1;
  }

  private static boolean chosen(Mutant m, List<String> only) {
    return only.isEmpty()
        || only.stream().anyMatch(o -> m.id().equals(o) || m.id().startsWith(o + "/"));
  }

  /** The root modules whose models have the module, its own first. */
  private List<String> roots(Mutant m) {
    List<String> roots = new ArrayList<>();
    for (Found f : found) {
      if (f.mutants().contains(m)) {
        roots.add(f.root());
      }
    }
    for (Found f : found) {
      if (f.modules().contains(m.module()) && !roots.contains(f.root())) {
        roots.add(f.root());
      }
    }
    return roots;
  }

  /** The specification as it is must be noticed by nothing: else a mutant's death means nothing. */
  private void asItIs(String root) throws IOException, InterruptedException {
    try {
      Map<Layer, Sight> sights = check.ask(null, List.of(root));
      List<Sight> saw = sights.values().stream().filter(Sight::saw).toList();
      if (!saw.isEmpty() || sights.isEmpty()) {
        throw new IllegalStateException(root + " is noticed as it is: " + saw);
      }
      print.println("ok   " + root + " as it is: nothing is noticed");
    } catch (MutantCheck.Undecided e) {
      throw new IllegalStateException(root + " as it is could not be run: " + e.getMessage(), e);
    }
  }

  private Row one(Mutant m) throws IOException, InterruptedException {
    try {
      Map<Layer, Sight> sights = check.ask(m, roots(m));
      return sights.isEmpty() ? Row.without(m, Row.DOES_NOT_PARSE) : Row.of(m, sights, true);
    } catch (MutantCheck.Undecided e) {
      print.println("     " + m.id() + ": " + e.getMessage());
      return Row.of(m, e.sights(), false);
    }
  }

  private void print(Row r) {
    print.printf("%-9s %s: %s  ->  %s%n", r.verdict(), r.id(), r.before(), r.after());
    r.sees().forEach((layer, what) -> print.println("            " + layer + "  " + what));
  }
}
