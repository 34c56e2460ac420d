package umemtck.conformance.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All clauses, in the catalogue's order. Immutable. */
public final class Catalogue {
  /** The areas, in the order of the contract. */
  public static final List<String> AREAS =
      List.of(
          "ALLOC", "FREE", "COOKIE", "LOCK", "UNLOCK", "ACCT", "LOCKMEM", "IOSETUP", "DEVMAP",
          "REMAP", "SHARED");

  private final Map<String, Clause> clauses = new LinkedHashMap<>();
  private final Map<String, Facet> facets = new LinkedHashMap<>();

  Catalogue(List<Clause> all) {
    for (Clause c : all) {
      clauses.put(c.id(), c);
      c.facets().forEach(f -> facets.put(f.id(), f));
    }
  }

  /** The catalogue that the specification ships. */
  public static Catalogue load() {
    return Shipped.CATALOGUE;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final Catalogue CATALOGUE = CatalogueReader.read();
  }

  /** All clauses. */
  public Collection<Clause> clauses() {
    return clauses.values();
  }

  /** All facets. */
  public Collection<Facet> facets() {
    return facets.values();
  }

  /** A clause by its id. */
  public Optional<Clause> clause(String id) {
    return Optional.ofNullable(clauses.get(id));
  }

  /**
   * A facet by its id.
   *
   * @throws IllegalArgumentException if there is none: a fault of the kit
   */
  public Facet facet(String id) {
    Facet f = facets.get(id);
    if (f == null) {
      throw new IllegalArgumentException("the catalogue has no facet " + id);
    }
    return f;
  }
}
