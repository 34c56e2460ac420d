package umemtck.conformance.plan;

import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_LONGTERM;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_READ;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import umemtck.conformance.plan.ExportStep.Of;
import umemtck.conformance.plan.ExportStep.Setup;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.conformance.plan.LockStep.Reaction;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/**
 * Makes one plan in which calls overlap: what they are about first, one call after the other, then
 * two to four threads of a few calls each. What is left is unlocked, freed and read at its end.
 */
final class OverlapCook {
  private static final int PAGES = 6;

  /** Where nothing is mapped. */
  private static final int HOLE = 30;

  private final Random random;
  private final Declaration declared;
  private final List<Step> steps = new ArrayList<>();
  private final List<List<Step>> threads = new ArrayList<>();
  private final List<Integer> held = new ArrayList<>();
  private final Map<Resource, Long> free = new EnumMap<>(Resource.class);
  private int lastName;

  OverlapCook(Random random, Declaration declared) {
    this.random = random;
    this.declared = declared;
  }

  private Plan plan() {
    steps.add(new OverlapStep(threads, List.of()));
    return new Plan(free, false, steps);
  }

  // ---- The recipes.

  Plan limits() {
    maps(0);
    limit(20);
    locksBefore(0, random.nextInt(3));
    if (declared.offers(Feature.ZONE_LIMIT) && chance(35)) { // What one allows, the other denies.
      room(2, 1);
      add(threads(), lock(0, 0, 2));
      add(threads(), lock(0, 2, 1));
      return plan();
    }
    room(random.nextInt(3), random.nextInt(4));
    int count = threads(2, 3);
    for (int t = 0; t < count; t++) {
      add(t, lock(0, chance(25) ? HOLE : random.nextInt(PAGES - 1), 1 + random.nextInt(2)));
      if (chance(40)) {
        unlockAny(t, 0);
      }
    }
    return plan();
  }

  Plan unlocks() {
    maps(0);
    limit(20);
    locksBefore(0, 2 + random.nextInt(3));
    room(random.nextInt(2), 2);
    int count = threads(2, 4);
    for (int t = 0; t < count; t++) {
      unlockAny(t, t < 2 ? 85 : 50);
      if (chance(35)) {
        add(t, lock(0, random.nextInt(PAGES - 1), 1));
      }
      if (chance(40)) {
        unlockAny(t, 65);
      }
    }
    return plan();
  }

  Plan events() {
    maps(0);
    limit(20);
    locksBefore(0, 1 + random.nextInt(2));
    int count = threads(2, 4);
    long page = random.nextInt(2);
    for (int t = 0; t < count; t++) {
      int dice = random.nextInt(t == 0 ? 40 : 100);
      if (dice < 30) {
        add(t, new LockStep.Munmap(0, page, 1));
        page++;
      } else if (dice < 40) {
        add(t, new LockStep.Mprotect(0, page, 1, Prot.READ));
        page++;
      } else if (dice < 70) {
        unlockAny(t, 30);
      } else {
        add(t, chance(60) ? lockMemory(0, random.nextInt(3)) : lock(0, random.nextInt(3), 2));
        if (chance(30)) {
          unlockAny(t, 30);
        }
      }
    }
    return plan();
  }

  Plan exits() {
    int proc = 1;
    if (declared.offers(Feature.PROJECTS) && chance(30)) {
      steps.add(new LockStep.NewProject(1, 0));
      steps.add(new LockStep.NewProcess(proc, 1));
    } else {
      steps.add(new LockStep.NewProcess(proc, 0));
    }
    maps(proc);
    limit(20);
    locksBefore(proc, 1 + random.nextInt(2));
    int exits = threads();
    add(exits, new LockStep.Exit(proc));
    if (chance(60)) { // Nothing is charged for it any more: there is room.
      maps(0);
      Size used = new Size(Size.Base.USED, 0, 0);
      steps.add(new LockStep.Limit(Holder.PROJECT, 0, used));
      add(exits, lock(0, 0, 1));
    }
    int more = 1 + random.nextInt(2);
    for (int i = 0; i < more; i++) {
      unlockAny(threads(), 40);
    }
    return plan();
  }

  Plan allocations(int sleepers) {
    long pages = 2 + random.nextInt(4);
    for (Resource r : Resource.values()) {
      if (declared.offers(Feature.settable(r))) {
        long most = declared.capacity() < 0 ? 16 : Math.min(16, declared.capacity());
        free.put(r, Math.min(most, r == Resource.PAGES || chance(25) ? pages : 16));
      }
    }
    int before = random.nextInt(3);
    for (int i = 0; i < before; i++) {
      steps.add(alloc(false));
      held.add(lastName);
    }
    int count = threads(2, 3);
    for (int t = 0; t < count; t++) {
      boolean frees = !held.isEmpty() && chance(45);
      if (frees) {
        add(t, new Step.Free(held.remove(random.nextInt(held.size())), Context.USER));
      }
      if (!frees || chance(50)) {
        add(t, alloc(chance(sleepers)));
        if (chance(40)) {
          add(t, new Step.Rewrite(lastName));
        }
        if (chance(30)) {
          add(t, new Step.Free(lastName, Context.USER));
        }
      }
    }
    return plan();
  }

  Plan mappers() {
    int count = 2 + random.nextInt(2);
    for (int i = 1; i <= count; i++) {
      steps.add(new LockStep.NewProcess(i, 0));
      if (declared.offers(Feature.DATA_MODELS) && chance(40)) {
        steps.add(new ExportStep.Model(i, DataModel.DDI_MODEL_ILP32));
      }
    }
    if (chance(20)) {
      steps.add(new ExportStep.SharedMap(1, 40, 1, 0));
      steps.add(new LockStep.Munmap(1, 40, 1));
    }
    for (int i = 1; i <= count; i++) {
      add(threads(), new ExportStep.SharedMap(i, 0, 1, 0));
    }
    return plan();
  }

  Plan remaps() {
    for (int i = 1; i <= 2; i++) {
      steps.add(new Step.Alloc(i, Size.pages(1), UmemFlag.DDI_UMEM_NOSLEEP, Context.USER));
    }
    Setup setup = new Setup(whole(1), Prot.ALL, DevmapFlag.DEVMAP_ALLOW_REMAP, 0);
    steps.add(ExportStep.Map.plain(3, 0, 0, 1, setup));
    steps.add(new ExportStep.Touch(3));
    int remapper = threads();
    int remaps = 2 + random.nextInt(2);
    for (int i = 0; i < remaps; i++) { // Behind the first a load is a fault.
      add(remapper, new ExportStep.Remap(3, whole(2 - i % 2), Prot.ALL, 0));
    }
    int loads = 1 + random.nextInt(2);
    for (int i = 0; i < loads; i++) {
      int loader = threads();
      add(loader, new ExportStep.Load(3));
      add(loader, new ExportStep.Load(3));
    }
    return plan();
  }

  private static Of whole(int name) {
    return new Of(name, false, Size.bytes(0), Size.pages(1));
  }

  // ---- What they are made of.

  private int threads(int from, int to) {
    int count = from + random.nextInt(to - from + 1);
    for (int i = 0; i < count; i++) {
      threads();
    }
    return count;
  }

  private int threads() {
    threads.add(new ArrayList<>());
    return threads.size() - 1;
  }

  private void add(int thread, Step step) {
    threads.get(thread).add(step);
  }

  private void maps(int proc) {
    MappingKind kind = declared.mappings().stream().sorted().findFirst().orElseThrow();
    steps.add(new LockStep.Mmap(proc, 0, PAGES, kind, Prot.READ | Prot.WRITE));
  }

  /** Without a limit illumos counts nothing (ACCT.unlimited-bypass). */
  private void limit(int pages) {
    if (declared.offers(Feature.PROJECT_LIMIT)) {
      steps.add(new LockStep.Limit(Holder.PROJECT, 0, Size.pages(pages)));
    }
  }

  /** Leaves so many pages for further locks. */
  private void room(int project, int zone) {
    if (declared.offers(Feature.PROJECT_LIMIT)) {
      Size left = new Size(Size.Base.USED, project, 0);
      steps.add(new LockStep.Limit(Holder.PROJECT, 0, left));
    }
    if (declared.offers(Feature.ZONE_LIMIT)) {
      steps.add(new LockStep.Limit(Holder.ZONE, 0, new Size(Size.Base.USED, zone, 0)));
    }
  }

  private void locksBefore(int proc, int count) {
    for (int i = 0; i < count; i++) {
      steps.add(chance(50) ? lockMemory(proc, i) : lock(proc, i, 1 + random.nextInt(2)));
      held.add(lastName);
    }
  }

  private Step lock(int proc, long page, long pages) {
    Range at = Range.pages(page, pages);
    return new LockStep.Lock(++lastName, proc, at, DDI_UMEMLOCK_READ, Context.USER);
  }

  private Step lockMemory(int proc, long page) {
    if (!declared.offers(Feature.LOCKMEMORY)) {
      return lock(proc, page, 2);
    }
    int flags = DDI_UMEMLOCK_READ | DDI_UMEMLOCK_LONGTERM;
    Reaction reaction = chance(50) ? Reaction.UNLOCK : Reaction.RECORD;
    Range at = Range.pages(page, 1 + random.nextInt(2));
    int name = ++lastName;
    int current = LockStep.LockMemory.CURRENT;
    return new LockStep.LockMemory(
        name, proc, current, at, flags, CallbackVector.CLEANUP, reaction);
  }

  /** Unlocks what was locked before, or what this thread has locked. */
  private void unlockAny(int thread, int interrupts) {
    int name;
    List<Step> mine = threads.get(thread);
    Step last = mine.isEmpty() ? null : mine.get(mine.size() - 1);
    if (last instanceof LockStep.Lock l && chance(50)) {
      name = l.name();
    } else if (last instanceof LockStep.LockMemory l && chance(50)) {
      name = l.name();
    } else if (!held.isEmpty()) {
      name = held.remove(random.nextInt(held.size()));
    } else {
      return;
    }
    Context context = chance(interrupts) ? Context.INTERRUPT : Context.USER;
    add(thread, new LockStep.Unlock(name, 0, context, false));
  }

  private Step alloc(boolean sleeps) {
    int flag = sleeps ? UmemFlag.DDI_UMEM_SLEEP : UmemFlag.DDI_UMEM_NOSLEEP;
    flag |= chance(30) ? UmemFlag.DDI_UMEM_PAGEABLE : 0;
    return new Step.Alloc(++lastName, Size.pages(1 + random.nextInt(2)), flag, Context.USER);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
