package umemtck.conformance.plan;

import java.util.List;
import java.util.Locale;

/** Which locks, processes, projects and zones a step names; each sort has names of its own. */
final class LockNames {
  private LockNames() {}

  /** What has a name. */
  enum Sort {
    LOCK,
    PROCESS,
    PROJECT,
    ZONE
  }

  /**
   * A name.
   *
   * @param sort of what
   * @param number as in the plan
   */
  record Name(Sort sort, int number) {
    @Override
    public String toString() {
      return sort.name().toLowerCase(Locale.ROOT) + " " + number;
    }
  }

  /** What the step makes. */
  static List<Name> madeBy(LockStep step) {
    if (step instanceof LockStep.Lock s) {
      return List.of(lock(s.name()));
    }
    if (step instanceof LockStep.LockMemory s) {
      return List.of(lock(s.name()));
    }
    if (step instanceof LockStep.NewProcess s) {
      return List.of(process(s.name()));
    }
    if (step instanceof LockStep.Vfork s) {
      return List.of(process(s.name()));
    }
    if (step instanceof LockStep.NewProject s) {
      return List.of(project(s.name()));
    }
    return step instanceof LockStep.NewZone s
        ? List.of(zone(s.name()), project(s.name()))
        : List.of();
  }

  /** What has to be there before the step. */
  static List<Name> usedBy(LockStep step) {
    if (step instanceof LockStep.Lock s) {
      return List.of(process(s.by()));
    }
    if (step instanceof LockStep.LockMemory s) {
      boolean current = s.owner() == LockStep.LockMemory.CURRENT;
      return List.of(process(s.by()), process(current ? s.by() : s.owner()));
    }
    if (step instanceof LockStep.Unlock s) {
      return List.of(lock(s.name()), process(s.by()));
    }
    if (step instanceof LockStep.Resume s) {
      return List.of(lock(s.name()));
    }
    if (step instanceof LockStep.NewProcess s) {
      return List.of(project(s.project()));
    }
    if (step instanceof LockStep.NewProject s) {
      return List.of(zone(s.zone()));
    }
    if (step instanceof LockStep.Settaskid s) {
      return List.of(process(s.proc()), project(s.project()));
    }
    if (step instanceof LockStep.ZoneEnter s) {
      return List.of(process(s.proc()), zone(s.zone()));
    }
    if (step instanceof LockStep.Limit s) {
      return switch (s.of()) {
        case PROJECT -> List.of(project(s.name()));
        case ZONE -> List.of(zone(s.name()));
        case PROCESS -> List.of(process(s.name()));
      };
    }
    return addressSpace(step);
  }

  private static List<Name> addressSpace(LockStep step) {
    if (step instanceof LockStep.Mmap s) {
      return List.of(process(s.proc()));
    }
    if (step instanceof LockStep.UserFill s) {
      return List.of(process(s.proc()));
    }
    if (step instanceof LockStep.UserLook s) {
      return List.of(process(s.proc()));
    }
    if (step instanceof LockStep.Munmap s) {
      return List.of(process(s.proc()));
    }
    if (step instanceof LockStep.Mprotect s) {
      return List.of(process(s.proc()));
    }
    if (step instanceof LockStep.Exit s) {
      return List.of(process(s.proc()));
    }
    if (step instanceof LockStep.Vfork s) {
      return List.of(process(s.proc()));
    }
    if (step instanceof LockStep.Mlock s) {
      return List.of(process(s.proc()));
    }
    return step instanceof LockStep.Munlock s ? List.of(process(s.proc())) : List.of();
  }

  private static Name lock(int number) {
    return new Name(Sort.LOCK, number);
  }

  private static Name process(int number) {
    return new Name(Sort.PROCESS, number);
  }

  private static Name project(int number) {
    return new Name(Sort.PROJECT, number);
  }

  private static Name zone(int number) {
    return new Name(Sort.ZONE, number);
  }
}
