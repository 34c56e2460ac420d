package umemtck.conformance.plan;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import umemtck.spec.ddi.Resource;

/**
 * What to do to one machine, from its boot.
 *
 * @param free how much of each resource is free at first, where it can be set
 * @param misuse whether steps that break a duty of the caller are done, on a subject that declares
 *     CHECKED; the first of them ends the plan
 * @param steps in order
 */
public record Plan(
    @JsonSerialize(contentUsing = ToStringSerializer.class) Map<Resource, Long> free,
    boolean misuse,
    List<Step> steps) {
  /** Keeps copies, in a fixed order. */
  public Plan {
    free = java.util.Collections.unmodifiableMap(new TreeMap<>(free));
    steps = List.copyOf(steps);
  }

  /** The same beginning with other steps. */
  public Plan with(List<Step> others) {
    return new Plan(free, misuse, others);
  }
}
