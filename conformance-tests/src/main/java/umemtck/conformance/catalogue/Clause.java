package umemtck.conformance.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import umemtck.spec.Profile;
import umemtck.spec.Strength;

/**
 * One clause of the contract.
 *
 * @param id fixed for ever
 * @param level as in its source: MUST, SHOULD, MAY, UNDEFINED
 * @param duty whose: implementation, caller, driver, model
 * @param strength how much it binds, by profile
 * @param statement what it says
 * @param source where that is said
 * @param conflict which conflicts between sources it settles
 * @param note what a reader should know besides
 * @param testability tested, model-only, untestable
 * @param reason how it shows from outside, or why it does not
 * @param needs the later area without which it cannot be tested
 * @param facets what is tested of it
 */
public record Clause(
    String id,
    String level,
    String duty,
    Map<Profile, Strength> strength,
    String statement,
    String source,
    List<String> conflict,
    Optional<String> note,
    String testability,
    String reason,
    Optional<String> needs,
    List<Facet> facets) {

  /** The area: what stands before the dot. */
  public String area() {
    return id.substring(0, id.indexOf('.'));
  }

  /** Whether it is the kind of clause that tests decide. */
  public boolean tested() {
    return testability.equals("tested");
  }
}
