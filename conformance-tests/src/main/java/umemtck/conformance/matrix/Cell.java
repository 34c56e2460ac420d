package umemtck.conformance.matrix;

import java.util.List;
import java.util.Optional;

/**
 * What a layer has of a clause.
 *
 * @param names modules, classes, profiles, properties or residents; none in a hole
 * @param why the reason for a hole; empty if it has none, which is a fault of the kit
 */
public record Cell(List<String> names, Optional<String> why) {

  /** Whether the layer has nothing of the clause. */
  public boolean isHole() {
    return names.isEmpty();
  }

  /** Whether there is a hole and nobody says why. */
  public boolean isUnexplained() {
    return isHole() && why.isEmpty();
  }
}
