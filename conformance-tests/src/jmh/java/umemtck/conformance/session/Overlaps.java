package umemtck.conformance.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.reference.model.Explanations;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemLockFlag;

/** Histories in which threads lock and unlock, all at once, below a limit that denies some. */
final class Overlaps {
  private static final int PAGES = 8;
  private static final int LIMIT = 4;
  private static final int TURNS = 120;

  /**
   * Calls that overlapped.
   *
   * @param from the state before them
   * @param events what was seen of them
   */
  record History(UmemState from, List<Event> events) {}

  private Overlaps() {}

  /** So many that a subject was seen to make, in orders that are drawn. */
  static List<History> of(Bench bench, UmemModel model, int threads, int calls, int many) {
    List<History> all = new ArrayList<>();
    for (int seed = 0; all.size() < many; seed++) {
      Trial trial = bench.run(plan(new Random(seed), threads, calls), seed);
      if (!(trial.end() instanceof Trial.Sound)) {
        throw new IllegalStateException("not sound: " + trial.end());
      }
      List<Event> events = trial.history().events();
      int first = first(events);
      if (first >= 0) {
        int last = first;
        while (!(events.get(last) instanceof Event.Settled)) {
          last++;
        }
        all.add(new History(state(model, events.subList(0, first)), events.subList(first, last)));
      }
    }
    return all;
  }

  private static Plan plan(Random random, int threads, int calls) {
    List<List<Step>> all = new ArrayList<>();
    int name = 0;
    for (int t = 0; t < threads; t++) {
      List<Step> steps = new ArrayList<>();
      List<Integer> mine = new ArrayList<>();
      for (int c = 0; c < calls; c++) {
        if (!mine.isEmpty() && random.nextBoolean()) {
          Context context = random.nextInt(3) == 0 ? Context.INTERRUPT : Context.USER;
          steps.add(new LockStep.Unlock(mine.remove(0), 0, context, false));
        } else {
          mine.add(++name);
          LockStep.Range at =
              LockStep.Range.pages(random.nextInt(PAGES - 1), 1 + random.nextInt(2));
          int read = UmemLockFlag.DDI_UMEMLOCK_READ;
          steps.add(new LockStep.Lock(name, 0, at, read, Context.USER));
        }
      }
      all.add(steps);
    }
    List<OverlapStep.Turn> turns = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      if (random.nextBoolean()) {
        turns.add(new OverlapStep.Turn(i, 1 + random.nextInt(OverlapStep.THREADS - 1)));
      }
    }
    int rw = Prot.READ | Prot.WRITE;
    return new Plan(
        Map.of(),
        false,
        List.of(
            new LockStep.Mmap(0, 0, PAGES, MappingKind.ANON_PRIVATE, rw),
            new LockStep.Limit(Holder.PROJECT, 0, Size.pages(LIMIT)),
            new OverlapStep(all, turns)));
  }

  /** Where the first call is made beside another. */
  private static int first(List<Event> events) {
    for (int i = 0; i + 1 < events.size(); i++) {
      if (events.get(i) instanceof Event.Invoked && events.get(i + 1) instanceof Event.Invoked) {
        return i;
      }
    }
    return -1;
  }

  private static UmemState state(UmemModel model, List<Event> before) {
    Explanations seen = new Explanations(model);
    for (Event e : before) {
      if (e instanceof Event.Invoked i) {
        seen.invoked(i.id(), i.proc(), i.context(), i.call());
      } else if (e instanceof Event.Completed c) {
        seen.returned(c.id(), c.outcome());
      }
    }
    return seen.any();
  }
}
