package umemtck.reference.cases;

import java.util.EnumMap;
import java.util.Map;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Window;

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
    if (m.containsKey("window")) {
      Fields window = new Fields(Yaml.map(m.get("window")));
      d =
          d.mapping(
              new Window(window.bits("base"), window.number("pages")),
              Yaml.words(m.get("mappings")).stream()
                  .map(MappingKind::valueOf)
                  .toArray(MappingKind[]::new));
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
