package umemtck.spec.subject;

import java.util.Optional;

/**
 * What the kit can arrange around a subject. Each part is optional: what is empty here, and so not
 * declared, makes the facets that need it UNSUPPORTED, with the reason that the subject declares.
 */
public interface World {
  /** A world in which nothing can be arranged. */
  World FIXED = new World() {};

  /** Needed by the features PAGES, SWAP, ADDRESS and COOKIES. */
  default Optional<Budgets> budgets() {
    return Optional.empty();
  }

  /** Needed by the feature CONTEXTS. */
  default Optional<Contexts> contexts() {
    return Optional.empty();
  }

  /** Needed by the feature PAGING. */
  default Optional<Paging> paging() {
    return Optional.empty();
  }

  /** Needed by the feature LOCK. */
  default Optional<Mappings> mappings() {
    return Optional.empty();
  }

  /** Needed by the features PROCESSES, EXIT, VFORK and FORK. */
  default Optional<Processes> processes() {
    return Optional.empty();
  }

  /** Needed by the features PROJECTS and ZONES. */
  default Optional<Projects> projects() {
    return Optional.empty();
  }

  /** Needed by the features PROJECT_LIMIT, ZONE_LIMIT, USAGE and MLOCK. */
  default Optional<LockedMemory> lockedMemory() {
    return Optional.empty();
  }

  /** Needed by the feature USER_MEMORY. */
  default Optional<UserMemory> userMemory() {
    return Optional.empty();
  }

  /** Needed by the feature TRANSFERS. */
  default Optional<Transfers> transfers() {
    return Optional.empty();
  }

  /** Needed by the feature DEVMAP. */
  default Optional<DeviceMappings> deviceMappings() {
    return Optional.empty();
  }

  /** Needed by the feature DATA_MODELS. */
  default Optional<DataModels> dataModels() {
    return Optional.empty();
  }

  /** Needed by the features FAULTS and WORKER. */
  default Optional<LockFaults> lockFaults() {
    return Optional.empty();
  }
}
