package umemtck.conformance.report;

import java.util.List;
import umemtck.conformance.zoo.Unenforced;

/**
 * {@code without.json}: its schema is {@code schema/without-1.json}.
 *
 * @param schema which schema
 * @param kit version of the kit
 * @param tries plans for each facet
 * @param seed of the runs
 * @param clauses those that were left out, one after the other
 */
public record WithoutFile(
    String schema, String kit, int tries, long seed, List<Unenforced.Row> clauses) {
  /** The name of the schema. */
  public static final String SCHEMA = "umem-tck/without/1";
}
