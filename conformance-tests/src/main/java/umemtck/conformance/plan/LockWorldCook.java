package umemtck.conformance.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** The processes, projects, zones and mappings of a plan. */
final class LockWorldCook {
  /** Where each process has its one large mapping. */
  static final long LARGE = 32;

  /**
   * A mapping.
   *
   * @param page its first page
   * @param pages how many
   */
  record Segment(long page, int pages) {}

  private final Random random;
  private final Declaration declared;
  private final List<MappingKind> kinds;
  private final List<Integer> processes = new ArrayList<>(List.of(0));
  private final List<Integer> projects = new ArrayList<>(List.of(0));
  private final List<Integer> zones = new ArrayList<>(List.of(0));
  private final List<List<Segment>> segments = new ArrayList<>();
  private final Map<Integer, Integer> homes = new HashMap<>(Map.of(0, 0));
  private int lastName;

  LockWorldCook(Random random, Declaration declared) {
    this.random = random;
    this.declared = declared;
    kinds = declared.mappings().stream().sorted().toList();
  }

  void begin(List<Step> steps) {
    if (declared.offers(Feature.ZONES) && chance(45)) {
      int name = ++lastName;
      steps.add(new LockStep.NewZone(name));
      zones.add(name);
      projects.add(name);
    }
    if (declared.offers(Feature.PROJECTS) && chance(60)) {
      int name = ++lastName;
      steps.add(new LockStep.NewProject(name, 0));
      projects.add(name);
    }
    int more = declared.offers(Feature.PROCESSES) ? random.nextInt(3) : 0;
    for (int i = 0; i < more; i++) {
      int name = ++lastName;
      int project = project();
      steps.add(new LockStep.NewProcess(name, project));
      processes.add(name);
      homes.put(name, project);
    }
    for (int proc : processes) {
      segments.add(mappings(steps, proc));
    }
  }

  /** A few mappings side by side, with a hole here and there; behind them a large one. */
  private List<Segment> mappings(List<Step> steps, int proc) {
    List<Segment> all = new ArrayList<>();
    long page = 0;
    int count = 3 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      int pages = 1 + random.nextInt(4);
      steps.add(new LockStep.Mmap(proc, page, pages, kind(), prot()));
      all.add(new Segment(page, pages));
      page += pages + (chance(30) ? 1 : 0);
    }
    int rw = Prot.READ | Prot.WRITE;
    steps.add(new LockStep.Mmap(proc, LARGE, 16, kinds.get(0), rw));
    all.add(new Segment(LARGE, 16));
    return all;
  }

  private MappingKind kind() {
    return chance(45) ? kinds.get(0) : kinds.get(random.nextInt(kinds.size()));
  }

  private int prot() {
    int rw = Prot.READ | Prot.WRITE;
    if (!declared.offers(Feature.PROTECTION) || chance(70)) {
      return rw;
    }
    int[] some = {Prot.READ, Prot.READ, Prot.NONE, Prot.WRITE};
    return some[random.nextInt(some.length)];
  }

  /** A page where nothing is mapped. */
  long hole() {
    return chance(50) ? 30 - random.nextInt(2) : LARGE + 16 - random.nextInt(2);
  }

  void move(List<Step> steps) {
    if (declared.offers(Feature.ZONES) && chance(40)) {
      steps.add(new LockStep.ZoneEnter(process(), zone()));
    } else {
      steps.add(new LockStep.Settaskid(process(), project()));
    }
  }

  void exit(List<Step> steps) {
    steps.add(new LockStep.Exit(last()));
  }

  void vfork(List<Step> steps) {
    int name = ++lastName;
    steps.add(new LockStep.Vfork(name, process()));
    steps.add(new LockStep.Exit(name));
  }

  /** The process that exits before all others. */
  int last() {
    return processes.get(processes.size() - 1);
  }

  int process() {
    return pick(processes);
  }

  int project() {
    return pick(projects);
  }

  /** The project in which a process began. */
  int projectOf(int proc) {
    return homes.get(proc);
  }

  /** A project in which a process did not begin, if there is one. */
  int otherProject(int proc) {
    List<Integer> others =
        projects.stream().filter(p -> p != homes.get(proc) && !zones.contains(p)).toList();
    return others.isEmpty() ? project() : pick(others);
  }

  int zone() {
    return pick(zones);
  }

  List<Integer> projects() {
    return projects;
  }

  List<Integer> zones() {
    return zones;
  }

  Segment segment(int proc) {
    List<Segment> of = segments.get(processes.indexOf(proc));
    return of.get(random.nextInt(of.size()));
  }

  private int pick(List<Integer> some) {
    return some.get(random.nextInt(some.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
