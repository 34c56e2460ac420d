package umemtck.conformance.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import umemtck.conformance.judge.Situation;
import umemtck.spec.Profile;
import umemtck.spec.Strength;
import umemtck.spec.subject.Feature;

/**
 * One obligation of a clause that is tested by itself.
 *
 * @param clause id of its clause
 * @param name its own name in the clause
 * @param says the obligation, in a sentence
 * @param strength how much it binds, by profile
 * @param features what a subject must declare for it to be asked
 * @param situations what must have happened for a PASS to mean anything: each of them in some plan,
 *     where the subject offers what it is about
 * @param records what the verdict says of, where the contract leaves a choice
 * @param needs the later area without which it cannot be asked
 * @param check what to look at first if it fails
 */
public record Facet(
    String clause,
    String name,
    String says,
    Map<Profile, Strength> strength,
    List<Feature> features,
    List<Situation> situations,
    List<Situation> records,
    Optional<String> needs,
    String check) {

  /** Whether it is about calls that overlap. */
  public boolean isOfOverlaps() {
    return name.equals("overlapping");
  }

  /** Clause and facet, as failures name it: {@code ALLOC.round-up/usable}. */
  public String id() {
    return clause + "/" + name;
  }
}
