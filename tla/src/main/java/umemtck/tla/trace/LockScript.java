package umemtck.tla.trace;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import umemtck.reference.model.ModelConfig;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;

/** Locking, and the accounting of locked memory: {@code TraceUmemLock.tla}. */
final class LockScript implements Script {
  private final ModelConfig config;
  private final Threads threads = new Threads();
  private final TreeSet<Long> processes = new TreeSet<>(List.of(Ids.PROCESS));
  private final TreeSet<Long> projects = new TreeSet<>(List.of(project(Ids.PROJECT)));
  private final TreeSet<Object> pages = new TreeSet<>();

  LockScript(ModelConfig config) {
    this.config = config;
  }

  @Override
  public String module() {
    return "TraceUmemLock";
  }

  /** In the specification 0 is no project, but the zone. */
  static long project(long id) {
    return id + 1;
  }

  ModelConfig config() {
    return config;
  }

  Threads threads() {
    return threads;
  }

  /** A process that there is. */
  long process(long id) {
    processes.add(id);
    return id;
  }

  /** A project that there is. */
  long holder(long id) {
    projects.add(project(id));
    return project(id);
  }

  /** A page on which something is mapped at some time. */
  Object page(long addr) {
    Object page = Word64.of(addr);
    pages.add(page);
    return page;
  }

  /** What is mapped: its kind and its protection. */
  static String mapping(MappingKind kind, int prot) {
    return kind + " " + (prot & (Prot.READ | Prot.WRITE));
  }

  @Override
  public Map<String, Object> constants() {
    TreeMap<String, TreeSet<String>> kinds = new TreeMap<>();
    for (String set : List.of("Unlockable", "SharedFiles", "Readable", "Writable")) {
      kinds.put(set, new TreeSet<>());
    }
    for (MappingKind kind : MappingKind.values()) {
      for (int prot = 0; prot <= (Prot.READ | Prot.WRITE); prot++) {
        String name = mapping(kind, prot);
        add(kinds, "Unlockable", kind == MappingKind.NOT_LOCKABLE, name);
        add(kinds, "SharedFiles", kind == MappingKind.FILE_SHARED, name);
        add(kinds, "Readable", (prot & Prot.READ) != 0, name);
        add(kinds, "Writable", (prot & Prot.WRITE) != 0, name);
      }
    }
    Map<String, Object> all = new TreeMap<>();
    kinds.forEach((set, names) -> all.put(set, Map.of("set", names)));
    all.put("WordMax", Word64.MAX);
    all.put("PageSize", config.pageSize());
    all.put("Profile", config.profile() == Profile.ILLUMOS ? "illumos" : "documented");
    all.put("Threads", threads.all());
    all.put("Interrupts", threads.interrupts());
    all.put("Processes", Map.of("set", processes));
    all.put("Projects", Map.of("set", projects));
    all.put("UserPages", Map.of("set", pages));
    return all;
  }

  private static void add(Map<String, TreeSet<String>> kinds, String set, boolean is, String name) {
    if (is) {
      kinds.get(set).add(name);
    }
  }

  @Override
  public Told tell(List<Event> events) {
    threads.boot();
    LockMachine machine = new LockMachine(this);
    for (int i = 0; i < events.size(); i++) {
      machine.see(i, events.get(i));
    }
    return machine.told();
  }
}
