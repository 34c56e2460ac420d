package umemtck.tla;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How models are run.
 *
 * @param lane which models
 * @param tla2tools a tla2tools.jar; if empty, the one on the class path is used
 * @param work a folder for working files; every run makes a folder of its own in it
 * @param out where {@code models.json} and {@code equivalence.json} go; nowhere if empty
 * @param budget after this long a run is killed and is an error, never a verdict
 * @param forks how many JVMs run at a time, 1 or more
 */
public record ModelOptions(
    Lane lane,
    Optional<Path> tla2tools,
    Path work,
    Optional<Path> out,
    Duration budget,
    int forks) {

  /** A lane with the usual settings: two JVMs at a time, ten minutes for each model. */
  public static ModelOptions of(Lane lane, Path work) {
    return new ModelOptions(
        lane, Optional.empty(), work, Optional.empty(), Duration.ofMinutes(10), 2);
  }

  /** The same with another TLC. */
  public ModelOptions withTla2tools(Path jar) {
    return new ModelOptions(lane, Optional.of(jar), work, out, budget, forks);
  }

  /** The same, and the machine-readable results go to this folder. */
  public ModelOptions withOut(Path folder) {
    return new ModelOptions(lane, tla2tools, work, Optional.of(folder), budget, forks);
  }

  /** The same with another limit for one run. */
  public ModelOptions withBudget(Duration limit) {
    return new ModelOptions(lane, tla2tools, work, out, limit, forks);
  }
}
