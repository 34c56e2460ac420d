package umemtck.conformance.zoo;

import java.util.Optional;
import java.util.function.Supplier;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSubject;

/**
 * One subject of the zoo.
 *
 * @param name for its sin, and that of its class; the subject is called {@code zoo:NAME}
 * @param profile by whose contract it sins, or is legal
 * @param facet which it breaks, {@code CLAUSE/facet}; empty if it is odd but legal
 * @param does in one sentence
 * @param subject makes it
 */
public record Resident(
    String name,
    Profile profile,
    Optional<String> facet,
    String does,
    Supplier<UmemSubject> subject) {

  /** The clause that it breaks; empty if it is odd but legal. */
  public Optional<String> sin() {
    return facet.map(f -> f.substring(0, f.indexOf('/')));
  }

  static Resident faulty(Supplier<UmemSubject> subject, String facet, String does) {
    return resident(subject, Profile.DOCUMENTED, Optional.of(facet), does);
  }

  static Resident faultyInIllumos(Supplier<UmemSubject> subject, String facet, String does) {
    return resident(subject, Profile.ILLUMOS, Optional.of(facet), does);
  }

  static Resident legal(Supplier<UmemSubject> subject, String does) {
    return resident(subject, Profile.DOCUMENTED, Optional.empty(), does);
  }

  static Resident legalInIllumos(Supplier<UmemSubject> subject, String does) {
    return resident(subject, Profile.ILLUMOS, Optional.empty(), does);
  }

  private static Resident resident(
      Supplier<UmemSubject> subject, Profile profile, Optional<String> facet, String does) {
    String name = subject.get().name().substring(Zoo.PREFIX.length());
    return new Resident(name, profile, facet, does, subject);
  }
}
