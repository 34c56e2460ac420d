package umemtck.tla;

import java.util.Locale;
import java.util.Set;

/** Which models are run: the folders of the specification that hold their {@code .cfg}. */
public enum Lane {
  /** What every build runs: safety, refinement, and the models that must fail. */
  CI("ci", "must-fail"),
  /** Liveness, and the proof that its antecedent is reached. */
  LIVE("live", "reach"),
  /** Larger bounds. */
  DEEP("deep"),
  /** Everything. */
  ALL("ci", "must-fail", "live", "reach", "deep");

  private final Set<String> folders;

  Lane(String... folders) {
    this.folders = Set.of(folders);
  }

  /** Whether models of this folder belong to the lane. */
  public boolean runs(String folder) {
    return folders.contains(folder);
  }

  /** The lane's name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
