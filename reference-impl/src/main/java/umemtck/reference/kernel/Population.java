package umemtck.reference.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import umemtck.spec.ddi.Ids;

/** Which processes, projects and zones there are, and the numbers that were given out. */
final class Population {
  private final Map<Long, Proc> procs = new HashMap<>();
  private final Map<Long, Long> zoneOfProject = new HashMap<>();
  private long lastProc = Ids.PROCESS - 1;

  /** Projects and zones share their numbers: a zone has that of its default project. */
  private long lastProject = Ids.PROJECT;

  Population() {
    zoneOfProject.put(Ids.PROJECT, Ids.ZONE);
    newProc(Ids.PROJECT, null);
  }

  /** A process by its number. */
  Proc proc(long id) {
    Proc p = procs.get(id);
    if (p == null) {
      throw new IllegalArgumentException("there is no process " + id);
    }
    return p;
  }

  Collection<Proc> procs() {
    return procs.values();
  }

  /** The zone that a project is in. */
  long zoneOf(long project) {
    Long zone = zoneOfProject.get(project);
    if (zone == null) {
      throw new IllegalArgumentException("there is no project " + project);
    }
    return zone;
  }

  Proc newProc(long project, UserSpace borrowed) {
    Proc p = new Proc(++lastProc, project, zoneOf(project), borrowed);
    procs.put(p.id(), p);
    return p;
  }

  void remove(Proc p) {
    procs.remove(p.id());
  }

  long newProject(long zone) {
    mustBeZone(zone);
    zoneOfProject.put(++lastProject, zone);
    return lastProject;
  }

  long newZone() {
    lastProject++;
    zoneOfProject.put(lastProject, lastProject);
    return lastProject;
  }

  void mustBeZone(long zone) {
    Long of = zoneOfProject.get(zone);
    if (of == null || of != zone) {
      throw new IllegalArgumentException("there is no zone " + zone);
    }
  }
}
