package umemtck.conformance.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** Makes one plan about the driver of Example 10-4 and the applications that map its device. */
final class SharedCook {
  private static final int STEPS = 24;

  private final Random random;
  private final Declaration declared;
  private final List<Step> steps = new ArrayList<>();
  private final List<Integer> processes = new ArrayList<>(List.of(0));
  private final List<Mapped> mapped = new ArrayList<>();
  private long nextPage;
  private int lastName;

  /**
   * A mapping that was asked for.
   *
   * @param proc whose
   * @param page where
   */
  private record Mapped(int proc, long page) {}

  SharedCook(Random random, Declaration declared) {
    this.random = random;
    this.declared = declared;
  }

  Plan plan() {
    Map<Resource, Long> free = new EnumMap<>(Resource.class);
    boolean settable = declared.offers(Feature.PAGES);
    boolean little = settable && chance(35);
    for (Resource r : Resource.values()) {
      if (declared.offers(Feature.settable(r))) {
        long most = declared.capacity() < 0 ? 16 : Math.min(16, declared.capacity());
        free.put(r, r == Resource.PAGES && little ? Math.min(most, random.nextInt(2)) : most);
      }
    }
    for (int i = declared.offers(Feature.PROCESSES) ? 1 + random.nextInt(3) : 0; i > 0; i--) {
      steps.add(new LockStep.NewProcess(++lastName, 0));
      processes.add(lastName);
    }
    if (declared.offers(Feature.DATA_MODELS)) {
      processes.stream()
          .filter(p -> chance(50))
          .forEach(p -> steps.add(new ExportStep.Model(p, DataModel.DDI_MODEL_ILP32)));
    }
    if (little) {
      shortAtFirst();
    }
    while (steps.size() < STEPS) {
      step();
    }
    return new Plan(free, false, steps);
  }

  /** Two applications map while there is no memory; then there is. */
  private void shortAtFirst() {
    map(1, 0);
    map(1, 0);
    steps.add(new Step.Settle());
    steps.add(new Step.SetFree(Resource.PAGES, 8));
    steps.add(new Step.Settle());
    map(1, 0);
  }

  private void step() {
    int dice = random.nextInt(100);
    if (dice < 34) {
      map(1, 0);
    } else if (dice < 40) {
      map(chance(50) ? 2 : 1, chance(50) ? 1 : 0);
    } else if (dice < 66) {
      steps.add(new ExportStep.SharedTouch(chance(35) ? ExportStep.NULL : any(processes)));
    } else if (dice < 80 && !mapped.isEmpty()) {
      unmap(mapped.remove(random.nextInt(mapped.size())));
    } else if (dice < 86) {
      steps.add(new ExportStep.SharedDetach());
    } else if (dice < 91) {
      List.copyOf(mapped).forEach(this::unmap);
      mapped.clear();
      if (chance(50)) {
        steps.add(new ExportStep.SharedDetach());
      }
      map(1, 0);
    } else if (dice < 95 && declared.offers(Feature.FORK)) {
      int parent = any(processes);
      steps.add(new ExportStep.Fork(++lastName, parent));
      if (chance(50)) { // Then the child alone has it mapped.
        List.copyOf(mapped).forEach(this::unmap);
        mapped.clear();
        steps.add(new ExportStep.SharedDetach());
      }
    } else if (dice < 97 && processes.size() > 1) {
      steps.add(new LockStep.Exit(processes.remove(processes.size() - 1)));
    } else {
      steps.add(new ExportStep.SharedTouch(ExportStep.NULL));
    }
  }

  private void map(long pages, long off) {
    Mapped m = new Mapped(any(processes), nextPage);
    nextPage = (nextPage + 3) % 36;
    mapped.add(m);
    steps.add(new ExportStep.SharedMap(m.proc(), m.page(), pages, off));
  }

  private void unmap(Mapped m) {
    steps.add(new LockStep.Munmap(m.proc(), m.page(), 1));
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
