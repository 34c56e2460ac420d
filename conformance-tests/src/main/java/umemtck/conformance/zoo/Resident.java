package umemtck.conformance.zoo;

import java.util.Optional;
import java.util.function.Supplier;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSubject;

/**
 * A subject in the zoo.
 *
 * @param name the simple name of its class
 * @param profile by whose contract it is judged
 * @param sin the clause that it breaks; empty if it is odd but legal
 * @param does what it does, in a sentence
 * @param subject makes it
 */
public record Resident(
    String name,
    Profile profile,
    Optional<String> sin,
    String does,
    Supplier<UmemSubject> subject) {}
