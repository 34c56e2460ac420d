package umemtck.conformance.tour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/**
 * The processes and projects of a graph on a machine. Where the machine can make none, the first of
 * each is the one that is there at boot.
 */
final class Household {
  private final Declaration declared;
  private final List<Long> processes;
  private final List<Long> projects;
  private final Size limit;
  private final Map<Long, Long> projectOf = new HashMap<>();

  Household(Declaration declared, List<Long> processes, List<Long> projects, Size limit) {
    this.limit = limit;
    this.declared = declared;
    this.processes = processes;
    this.projects = projects;
    if (!declared.offers(Feature.PROJECTS)) {
      projectOf.put(Ids.PROJECT, projects.get(0));
    }
  }

  /** The name of a process in plans. */
  int process(long p) {
    return declared.offers(Feature.PROCESSES) ? (int) p : 0;
  }

  /** The name of a project in plans. */
  int project(long j) {
    return declared.offers(Feature.PROJECTS) ? (int) j : 0;
  }

  /** What makes them all, with their limits. */
  List<Step> opening() {
    List<Step> steps = new ArrayList<>();
    for (long j : projects) {
      if (declared.offers(Feature.PROJECTS)) {
        steps.add(new LockStep.NewProject(project(j), 0));
      }
      if (declared.offers(Feature.PROJECT_LIMIT)) {
        steps.add(new LockStep.Limit(Holder.PROJECT, project(j), limit));
      }
    }
    if (declared.offers(Feature.ZONE_LIMIT)) {
      steps.add(new LockStep.Limit(Holder.ZONE, 0, limit));
    }
    for (long p : processes) {
      if (declared.offers(Feature.PROCESSES)) {
        steps.add(new LockStep.NewProcess(process(p), project(projects.get(0))));
      }
    }
    return steps;
  }

  /** Takes note of the projects that are made, in order. */
  void hear(Event.Completed event, Call call) {
    if (call instanceof Call.NewProject && event.outcome() instanceof Outcome.Created made) {
      projectOf.put(made.id(), projects.get(projectOf.size()));
    }
  }

  /** The number of a holder in the graph: 0 for the zone; null for one that is not there. */
  Long holder(Call.GetLocked read) {
    return switch (read.of()) {
      case PROJECT -> projectOf.get(read.id());
      case ZONE -> (Long) 0L;
      case PROCESS -> null;
    };
  }

  /** A page of a kind that a graph names. */
  static LockStep.Mmap page(int proc, long page, String kind) {
    int prot = kind.equals("read-only") ? Prot.READ : Prot.READ | Prot.WRITE;
    return new LockStep.Mmap(proc, page, 1, kind(kind), prot);
  }

  /** What backs it. */
  static MappingKind kind(String word) {
    return switch (word) {
      case "shared-file" -> MappingKind.FILE_SHARED;
      case "not-lockable" -> MappingKind.NOT_LOCKABLE;
      default -> MappingKind.ANON_PRIVATE;
    };
  }

  /** The context of a driver's thread. */
  Context context(boolean interrupt) {
    return interrupt
        ? Context.INTERRUPT
        : declared.offers(Feature.CONTEXTS) ? Context.KERNEL : Context.USER;
  }
}
