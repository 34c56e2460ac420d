package umemtck.conformance.matrix;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Clause;
import umemtck.conformance.catalogue.Facet;
import umemtck.conformance.suite.Asks;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.zoo.Zoo;
import umemtck.reference.ReferenceSubject;
import umemtck.spec.Profile;
import umemtck.spec.Strength;
import umemtck.spec.subject.Feature;

/** What each layer has of each clause; and where it has nothing, why. */
public final class Matrix {
  private static final String BINDS_NOWHERE =
      "It binds in no profile: nobody can break what is a quality, or allowed.";

  private final Map<Layer, Map<String, List<String>>> has;
  private final Holes holes;

  Matrix(Map<Layer, Map<String, List<String>>> has, Holes holes) {
    this.has = has;
    this.holes = holes;
  }

  /** Of the kit as it is. */
  public static Matrix load() {
    return new Matrix(asItIs(), Holes.load());
  }

  static Map<Layer, Map<String, List<String>>> asItIs() {
    Map<Layer, Map<String, List<String>>> has = new EnumMap<>(Layer.class);
    has.put(Layer.TLA, Citations.of(Layer.TLA));
    has.put(Layer.MODEL, Citations.of(Layer.MODEL));
    has.put(Layer.KERNEL, judged());
    has.put(Layer.PROPERTIES, asked());
    has.put(Layer.ZOO, sinners());
    return has;
  }

  /** What a layer has of a clause. */
  public Cell cell(Clause c, Layer layer) {
    List<String> names = has.get(layer).getOrDefault(c.id(), List.of());
    return new Cell(names, names.isEmpty() ? why(c, layer) : Optional.empty());
  }

  private Optional<String> why(Clause c, Layer layer) {
    if (layer == Layer.TLA || layer == Layer.MODEL) {
      return holes.why(layer, c.id());
    }
    if (!c.tested()) {
      return Optional.of(c.testability() + ": " + c.reason());
    }
    boolean binds = c.facets().stream().anyMatch(f -> f.strength().containsValue(Strength.MUST));
    return layer == Layer.ZOO && !binds ? Optional.of(BINDS_NOWHERE) : Optional.empty();
  }

  /** The properties that ask about a facet. */
  public static List<String> asking(Facet f) {
    return properties()
        .filter(m -> m.getAnnotation(Asks.class).value().equals(f.id()))
        .map(m -> m.getDeclaringClass().getSimpleName() + "." + m.getName())
        .sorted()
        .toList();
  }

  private static java.util.stream.Stream<Method> properties() {
    return Suite.PROPERTIES.stream()
        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
        .filter(m -> m.isAnnotationPresent(Asks.class));
  }

  private static Map<String, List<String>> asked() {
    Map<String, List<String>> by = new TreeMap<>();
    for (Facet f : Catalogue.load().facets()) {
      asking(f).forEach(p -> add(by, f.clause(), p));
    }
    return by;
  }

  private static Map<String, List<String>> sinners() {
    Map<String, List<String>> by = new TreeMap<>();
    Zoo.residents().forEach(r -> r.sin().ifPresent(sin -> add(by, sin, r.name())));
    return by;
  }

  /** The profiles whose reference kernel offers all that some facet needs. */
  private static Map<String, List<String>> judged() {
    Map<String, List<String>> by = new TreeMap<>();
    for (Profile p : Profile.values()) {
      var offers = new ReferenceSubject(p).declaration().offers();
      for (Clause c : Catalogue.load().clauses()) {
        if (c.tested() && c.facets().stream().anyMatch(f -> isAsked(f, p, offers))) {
          add(by, c.id(), p.word());
        }
      }
    }
    return by;
  }

  private static boolean isAsked(Facet f, Profile p, java.util.Set<Feature> offers) {
    return f.strength().get(p) != Strength.ABSENT && offers.containsAll(f.features());
  }

  private static void add(Map<String, List<String>> by, String clause, String name) {
    by.computeIfAbsent(clause, c -> new ArrayList<>()).add(name);
  }
}
