package umemtck.conformance.zoo;

import java.util.List;
import java.util.Optional;

/** Subjects that are wrong on purpose, and some that only look wrong. */
public final class Zoo {
  private Zoo() {}

  /** All residents, in a fixed order. */
  public static List<Resident> residents() {
    return List.of();
  }

  /** A resident by its name. */
  public static Optional<Resident> find(String name) {
    return residents().stream().filter(r -> r.name().equals(name)).findFirst();
  }

  /** All names, in the order of the residents. */
  public static List<String> names() {
    return residents().stream().map(Resident::name).toList();
  }
}
