package umemtck.reference.cases;

import java.util.EnumMap;
import java.util.Map;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/**
 * A machine of the table.
 *
 * @param free what is free at boot of each resource that can be set
 */
record MachineSpec(Declaration declaration, Map<Resource, Long> free) {
  static MachineSpec of(Map<String, Object> m) {
    Declaration d =
        Declaration.ofPageSize(number(m.get("page")))
            .withCapacity(number(m.get("capacity")))
            .offering(
                Yaml.words(m.get("offers")).stream().map(Feature::valueOf).toArray(Feature[]::new));
    for (Map.Entry<Resource, Long> o : amounts(m.get("overhead")).entrySet()) {
      d = d.withOverhead(o.getKey(), o.getValue());
    }
    return new MachineSpec(d, amounts(m.get("free")));
  }

  private static Map<Resource, Long> amounts(Object node) {
    Map<Resource, Long> amounts = new EnumMap<>(Resource.class);
    Yaml.map(node).forEach((r, n) -> amounts.put(Resource.valueOf(r), number(n)));
    return amounts;
  }

  private static long number(Object node) {
    return ((Number) node).longValue();
  }
}
