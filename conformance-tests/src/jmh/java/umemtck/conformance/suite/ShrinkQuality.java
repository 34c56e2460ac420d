package umemtck.conformance.suite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;

/**
 * How short the call lists are that the shrinker finds, against the shortest that exhaustive search
 * by length finds for the same sin, the same machine and the same beginning. Arguments: number of
 * seeds, then residents of the zoo. A ratio of 1 is the minimum.
 */
public final class ShrinkQuality {
  private final Resident resident;
  private final Bench bench;
  private long tried;

  private ShrinkQuality(Resident resident) {
    this.resident = resident;
    this.bench = new Bench(resident.subject().get(), resident.profile());
  }

  /** Measures. */
  public static void main(String[] args) {
    int seeds = Integer.parseInt(args[0]);
    for (int i = 1; i < args.length; i++) {
      new ShrinkQuality(Zoo.find(args[i]).orElseThrow()).measure(seeds);
    }
  }

  private void measure(int seeds) {
    double sum = 0;
    double worst = 0;
    StringBuilder pairs = new StringBuilder();
    for (int seed = 1; seed <= seeds; seed++) {
      Finding f = find(seed);
      int found = f.plan().steps().size();
      int shortest = shortest(f);
      double ratio = (double) found / shortest;
      sum += ratio;
      worst = Math.max(worst, ratio);
      pairs.append(' ').append(found).append('/').append(shortest);
    }
    System.out.printf(
        "%-34s mean %.3f worst %.3f; found/shortest%s; %d plans searched%n",
        resident.name(), sum / seeds, worst, pairs, tried);
  }

  private Finding find(int seed) {
    Results results =
        Suite.run(
            bench,
            Catalogue.load(),
            RunSettings.of(seed),
            KnownIssues.NONE,
            Suite.Progress.SILENT);
    return results.verdicts().stream()
        .filter(v -> v.clause().id().equals(resident.sin().orElseThrow()))
        .findFirst()
        .flatMap(ClauseVerdict::finding)
        .orElseThrow(() -> new IllegalStateException("not caught with seed " + seed));
  }

  private int shortest(Finding f) {
    int found = f.plan().steps().size();
    for (int length = 0; length < found; length++) {
      if (some(f, new ArrayList<>(), length, 0)) {
        return length;
      }
    }
    return found;
  }

  /** Whether some list of this length breaks the same clause. */
  private boolean some(Finding f, List<Step> begun, int length, int names) {
    if (begun.size() == length) {
      tried++;
      Trial.End end = bench.run(f.plan().with(begun), f.seed()).end();
      return end instanceof Trial.Broken b
          && b.breaches().get(0).clause().equals(f.breach().clause());
    }
    for (Step step : alphabet(f.plan(), names)) {
      begun.add(step);
      boolean hit =
          some(f, begun, length, step instanceof Step.Alloc ? names + 1 : names);
      begun.remove(begun.size() - 1);
      if (hit) {
        return true;
      }
    }
    return false;
  }

  /** Every step that could matter, given how many allocations there are already. */
  private Set<Step> alphabet(Plan plan, int names) {
    Set<Step> all = new LinkedHashSet<>();
    Set<Size> sizes = new LinkedHashSet<>(List.of(Size.bytes(1), Size.pages(1), Size.pages(2)));
    Set<Integer> flags = new LinkedHashSet<>(List.of(UmemFlag.DDI_UMEM_NOSLEEP));
    Set<Context> contexts = new LinkedHashSet<>(List.of(Context.USER));
    for (Step s : plan.steps()) {
      if (s instanceof Step.Alloc a) {
        sizes.add(a.size());
        flags.add(a.flag());
        contexts.add(a.context());
      } else if (!(s instanceof Step.Free) && !(s instanceof Step.Rewrite)) {
        all.add(s);
      }
    }
    all.addAll(List.of(new Step.PageOut(), new Step.Settle(), new Step.FreeNull(Context.USER)));
    all.add(new Step.SetFree(Resource.PAGES, 0));
    for (Size size : sizes) {
      for (int flag : flags) {
        for (Context context : contexts) {
          all.add(new Step.Alloc(names + 1, size, flag, context));
        }
      }
    }
    for (int name = 1; name <= names; name++) {
      all.add(new Step.Free(name, Context.USER));
      all.add(new Step.Rewrite(name));
    }
    return all;
  }
}
