package umemtck.conformance.plan;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import umemtck.conformance.plan.LockNames.Name;
import umemtck.conformance.plan.LockNames.Sort;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Prot;

/** Finds in the steps of a plan that are about locked memory what this kit would never do. */
final class LockPlanCheck {
  private static final Set<Size.Base> OF_A_LOCK =
      EnumSet.of(Size.Base.ZERO, Size.Base.SIZE_MAX, Size.Base.ROOM);
  private static final Set<Size.Base> OF_A_LIMIT =
      EnumSet.of(Size.Base.ZERO, Size.Base.SIZE_MAX, Size.Base.USED);

  private final Plan plan;
  private final Set<Integer> allocations;
  private final Set<Name> made =
      new HashSet<>(
          Set.of(new Name(Sort.PROCESS, 0), new Name(Sort.PROJECT, 0), new Name(Sort.ZONE, 0)));

  /**
   * A check of one plan.
   *
   * @param allocations the names that its steps have given to allocations so far
   */
  LockPlanCheck(Plan plan, Set<Integer> allocations) {
    this.plan = plan;
    this.allocations = allocations;
  }

  /** Whether something so named is there. */
  boolean has(Name name) {
    return made.contains(name);
  }

  /** Something so named is there from now on; false if it was already. */
  boolean make(Name name) {
    return made.add(name);
  }

  /** Whether a step so far has made a lock. */
  boolean hasLock(int name) {
    return made.contains(new Name(Sort.LOCK, name));
  }

  /** What is wrong with the next step, in a sentence that goes on after its number; or null. */
  String problem(LockStep step) {
    for (Name used : LockNames.usedBy(step)) {
      if (!made.contains(used)) {
        return "names " + used + ", which no step before it makes";
      }
    }
    for (Name name : LockNames.madeBy(step)) {
      if (!made.add(name)) {
        return "makes " + name + " again";
      }
    }
    String problem = contract(step);
    return problem != null ? problem : arranged(step);
  }

  private String contract(LockStep step) {
    if (step instanceof LockStep.Lock s) {
      boolean user = s.context() == Context.USER;
      return highLevel(s.context())
          ? "calls from a high-level interrupt (LOCK.context)"
          : user || plan.misuse()
              ? counted(s.at().len(), OF_A_LOCK)
              : "locks outside user context (LOCK.context), and the plan does not say 'misuse'";
    }
    if (step instanceof LockStep.LockMemory s) {
      return counted(s.at().len(), OF_A_LOCK);
    }
    if (step instanceof LockStep.Unlock s && highLevel(s.context())) {
      return "calls from a high-level interrupt (UNLOCK.interrupt-level)";
    }
    if (step instanceof LockStep.UnlockAllocated s) {
      return !allocations.contains(s.name())
          ? "unlocks allocation " + s.name() + ", which no step before it makes"
          : plan.misuse()
              ? null
              : "unlocks an allocation (UNLOCK.alloc-cookie), and the plan does not say 'misuse'";
    }
    return null;
  }

  private static boolean highLevel(Context context) {
    return context == Context.HIGH_LEVEL_INTERRUPT;
  }

  private static String counted(Size size, Set<Size.Base> right) {
    return right.contains(size.base())
        ? null
        : "counts from " + size.base() + ", and there is only " + right + " here";
  }

  private static String arranged(LockStep step) {
    if (step instanceof LockStep.Mmap s) {
      return s.prot() == (s.prot() & (Prot.READ | Prot.WRITE))
          ? pages(s.page(), s.pages())
          : "has bits of prot without a meaning";
    }
    if (step instanceof LockStep.Mprotect s) {
      return s.prot() == (s.prot() & (Prot.READ | Prot.WRITE))
          ? pages(s.page(), s.pages())
          : "has bits of prot without a meaning";
    }
    if (step instanceof LockStep.Munmap s) {
      return pages(s.page(), s.pages());
    }
    if (step instanceof LockStep.Mlock s) {
      return pages(s.page(), s.pages());
    }
    if (step instanceof LockStep.Munlock s) {
      return pages(s.page(), s.pages());
    }
    if (step instanceof LockStep.Unread s) {
      return s.of() == Holder.PROCESS
          ? null
          : "leaves a " + s.of() + " unread: only what is counted for processes can be left";
    }
    if (step instanceof LockStep.Limit s) {
      return s.of() == Holder.PROCESS
          ? "limits a process: only projects and zones have limits"
          : counted(s.amount(), OF_A_LIMIT);
    }
    return step instanceof LockStep.FailNext s
            && s.errno() != Errno.EAGAIN
            && s.errno() != Errno.ENOMEM
        ? "lets a step fail with " + Errno.text(s.errno()) + ", and a shortage gives 11 or 12"
        : null;
  }

  /** Outside the window nothing is mapped, so that only locks go there. */
  private static String pages(long page, long pages) {
    return page < 0 || pages < 0 ? "has a negative number of pages" : null;
  }
}
