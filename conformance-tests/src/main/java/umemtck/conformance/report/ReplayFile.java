package umemtck.conformance.report;

import umemtck.conformance.plan.Plan;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.Shown;
import umemtck.spec.SpecVersion;

/**
 * A plan that was seen to fail, to be carried out again: its schema is {@code
 * schema/replay-1.json}.
 *
 * @param schema which schema
 * @param specVersion the plug-in interface it was made for
 * @param subject who failed
 * @param profile by whose contract
 * @param seed of the machine, decimal
 * @param facet that was broken
 * @param plan what was done
 */
public record ReplayFile(
    String schema,
    String specVersion,
    String subject,
    String profile,
    String seed,
    String facet,
    Plan plan) {
  /** The name of the schema. */
  public static final String SCHEMA = "umem-tck/replay/1";

  /** What is to be written of a finding. */
  public static ReplayFile of(Results results, Shown f) {
    return new ReplayFile(
        SCHEMA,
        SpecVersion.CURRENT,
        results.bench().subject().name(),
        results.bench().profile().word(),
        Long.toString(f.seed()),
        f.facet(),
        f.plan());
  }
}
