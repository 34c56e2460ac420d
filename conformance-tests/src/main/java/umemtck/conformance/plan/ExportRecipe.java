package umemtck.conformance.plan;

import java.util.Random;
import umemtck.spec.subject.Declaration;

/** Makes plans about mapped devices, with a leaning. Each recipe can make any step. */
public enum ExportRecipe {
  /** A bit of everything; most setups are right. */
  GENERAL(15, 12, 6, 50),
  /** Setups and remaps that are wrong, and at every edge. */
  ERRORS(75, 14, 3, 25),
  /** Mappings that are remapped. */
  REMAPS(20, 45, 4, 70),
  /** Several processes, forks, and many mappings of one cookie. */
  PROCESSES(8, 8, 30, 30);

  private final int errors;
  private final int remaps;
  private final int processes;
  private final int motifs;

  ExportRecipe(int errors, int remaps, int processes, int motifs) {
    this.errors = errors;
    this.remaps = remaps;
    this.processes = processes;
    this.motifs = motifs;
  }

  /** Makes a plan for a subject; the same randomness gives the same plan. */
  public Plan plan(Random random, Declaration declared) {
    return new ExportCook(random, declared, errors, remaps, processes, motifs).plan();
  }

  /** Makes a plan about the driver of Example 10-4. */
  public static Plan shared(Random random, Declaration declared) {
    return new SharedCook(random, declared).plan();
  }
}
