package umemtck.conformance.subject;

import static umemtck.spec.subject.Feature.*;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import umemtck.conformance.UserError;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSystem;

/**
 * Whether a machine has the roles that its subject declares, and the declaration what they need.
 */
final class Roles {
  /**
   * A role.
   *
   * @param where one finds it
   * @param there whether a machine has it
   * @param by which features ask for it
   */
  private record Role(String where, Predicate<UmemSystem> there, List<Feature> by) {}

  private static final List<Role> ROLES =
      List.of(
          new Role(
              "World.budgets()",
              s -> s.world().budgets().isPresent(),
              List.of(PAGES, SWAP, ADDRESS, COOKIES)),
          new Role("World.contexts()", s -> s.world().contexts().isPresent(), List.of(CONTEXTS)),
          new Role(
              "World.paging()", s -> s.world().paging().isPresent(), List.of(PAGING, USER_PAGING)),
          new Role("locking()", s -> s.locking().isPresent(), List.of(LOCK)),
          new Role("devmap()", s -> s.devmap().isPresent(), List.of(DEVMAP)),
          new Role(
              "World.deviceMappings()",
              s -> s.world().deviceMappings().isPresent(),
              List.of(DEVMAP)),
          new Role(
              "World.dataModels()", s -> s.world().dataModels().isPresent(), List.of(DATA_MODELS)),
          // The kit's own driver needs nothing but devmap().
          new Role(
              "sharedDriver()",
              s -> s.sharedDriver().isPresent() || s.devmap().isPresent(),
              List.of(SHARED_DRIVER)),
          new Role(
              "World.mappings()",
              s -> s.world().mappings().isPresent(),
              List.of(LOCK, DEVMAP, SHARED_DRIVER)),
          new Role("lockMemory()", s -> s.lockMemory().isPresent(), List.of(LOCKMEMORY)),
          new Role(
              "World.processes()",
              s -> s.world().processes().isPresent(),
              List.of(PROCESSES, EXIT, VFORK, FORK)),
          new Role(
              "World.projects()", s -> s.world().projects().isPresent(), List.of(PROJECTS, ZONES)),
          new Role(
              "World.lockedMemory()",
              s -> s.world().lockedMemory().isPresent(),
              List.of(PROJECT_LIMIT, ZONE_LIMIT, USAGE, MLOCK)),
          new Role(
              "World.lockFaults()",
              s -> s.world().lockFaults().isPresent(),
              List.of(FAULTS, WORKER)),
          new Role("iosetup()", s -> s.iosetup().isPresent(), List.of(IOSETUP)),
          new Role("World.transfers()", s -> s.world().transfers().isPresent(), List.of(TRANSFERS)),
          new Role(
              "World.userMemory()", s -> s.world().userMemory().isPresent(), List.of(USER_MEMORY)));

  /** What a feature is of no use without: one of these. */
  private static final Map<Feature, List<Feature>> NEEDS =
      Map.ofEntries(
          Map.entry(LOCKMEMORY, List.of(LOCK)),
          Map.entry(PROTECTION, List.of(LOCK, DEVMAP)),
          Map.entry(USER_PAGING, List.of(PAGING)),
          Map.entry(EXIT, List.of(PROCESSES)),
          Map.entry(VFORK, List.of(EXIT)),
          Map.entry(ZONES, List.of(PROJECTS)),
          Map.entry(MLOCK, List.of(LOCK)),
          Map.entry(FAULTS, List.of(LOCK)),
          Map.entry(WORKER, List.of(SETTLE)),
          Map.entry(STALLS, List.of(SETTLE)),
          Map.entry(TRANSFERS, List.of(IOSETUP)),
          Map.entry(USER_MEMORY, List.of(LOCK, DEVMAP, SHARED_DRIVER)),
          Map.entry(REMAP, List.of(DEVMAP)),
          Map.entry(DEVMAP_CALLBACKS, List.of(DEVMAP)),
          Map.entry(FORK, List.of(PROCESSES)),
          Map.entry(DATA_MODELS, List.of(PROCESSES)));

  private Roles() {}

  /**
   * Looks for roles that are declared and not there.
   *
   * @throws UserError with status 3, if one is
   */
  static void present(UmemSystem system, Declaration declared) {
    for (Role role : ROLES) {
      for (Feature f : role.by()) {
        if (declared.offers(f) && !role.there().test(system)) {
          throw UserError.adapter(
              "The subject declares " + f + ", but " + role.where() + " is empty.",
              "Offer the role, or declare Declaration.without(" + f + ", \"why\").");
        }
      }
    }
    boolean kits = declared.offers(SHARED_DRIVER) && system.sharedDriver().isEmpty();
    if (kits && !declared.offers(DEVMAP_CALLBACKS)) {
      throw UserError.adapter(
          "The subject declares SHARED_DRIVER, but sharedDriver() is empty; and the kit's own driver"
              + " of Example 10-4 needs DEVMAP_CALLBACKS: else it never knows that it is unmapped.",
          "Offer either, or declare Declaration.without(SHARED_DRIVER, \"why\").");
    }
  }

  /**
   * Looks for what a declaration lacks.
   *
   * @throws UserError with status 3, if there is something
   */
  static void declared(Declaration declared) {
    for (Feature f : Feature.values()) {
      List<Feature> needs = NEEDS.getOrDefault(f, List.of());
      if (declared.offers(f) && !needs.isEmpty() && needs.stream().noneMatch(declared::offers)) {
        String what = needs.stream().map(Feature::name).collect(Collectors.joining(" or "));
        throw UserError.adapter(
            "The subject declares " + f + ", but not " + what + ", which it needs.",
            "Declare both, or Declaration.without(" + f + ", \"why\").");
      }
    }
    capacity(declared);
    window(declared);
  }

  private static void capacity(Declaration declared) {
    for (Resource r : Resource.values()) {
      Feature f = Feature.settable(r);
      if (declared.offers(f) && declared.capacity() < 1) {
        throw UserError.adapter(
            "The subject declares " + f + ", but no capacity.",
            "Say Declaration.withCapacity(pages): the kit sets budgets up to it.");
      }
    }
  }

  private static void window(Declaration declared) {
    for (Feature f : List.of(LOCK, DEVMAP, SHARED_DRIVER)) {
      if (declared.offers(f)) {
        window(declared, f);
      }
    }
    if (declared.offers(LOCK) && declared.mappings().isEmpty()) {
      throw nowhere(LOCK);
    }
  }

  private static void window(Declaration declared, Feature f) {
    long odd = declared.window().base() & (declared.pageSize() - 1);
    if (declared.window().pages() < WINDOW || odd != 0) {
      throw nowhere(f);
    }
  }

  private static UserError nowhere(Feature f) {
    return UserError.adapter(
        "The subject declares "
            + f
            + ", but nowhere to map what is "
            + (f == LOCK ? "locked." : "exported."),
        "Say Declaration.mapping(new Window(base, pages), kinds): at least "
            + WINDOW
            + " pages, from the start of a page"
            + (f == LOCK ? ", and at least one kind." : "."));
  }

  /** The kit's plans map up to this page of the window. */
  private static final int WINDOW = 48;
}
