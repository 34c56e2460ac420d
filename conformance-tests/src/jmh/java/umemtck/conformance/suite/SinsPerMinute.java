package umemtck.conformance.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import umemtck.conformance.plan.OverlapRecipe;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.JavaSubject;
import umemtck.conformance.session.Trial;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;

/**
 * How many sins are found a minute in calls that overlap: driven from stall to stall, against plain
 * stress, in which the threads of the same plans on the same subjects run freely, twenty times
 * each. Arguments: how many plans of each kind, then residents of the zoo. Found is whoever is
 * blamed for a clause that binds; what it takes to make the call list short is not counted.
 */
public final class SinsPerMinute {
  private static final double MINUTE = 60e9;

  private SinsPerMinute() {}

  /** Measures. */
  public static void main(String[] args) {
    int plans = Integer.parseInt(args[0]);
    List<Resident> all = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      all.add(Zoo.find(args[i]).orElseThrow());
    }
    for (Resident r : all) { // Both are warmed up.
      isFound(r, false, 2);
      isFound(r, true, 2);
    }
    double driven = perMinute(all, false, plans);
    double stress = perMinute(all, true, plans);
    System.out.printf(
        "driven %.1f a minute, stress %.1f: %.1f times%n", driven, stress, driven / stress);
    System.exit(0);
  }

  private static double perMinute(List<Resident> all, boolean freely, int plans) {
    long start = System.nanoTime();
    int found = 0;
    for (Resident r : all) {
      long begun = System.nanoTime();
      boolean is = isFound(r, freely, plans);
      found += is ? 1 : 0;
      System.out.printf(
          "%-7s %-34s %-6s %.2f s%n",
          freely ? "stress" : "driven",
          r.name(),
          is ? "found" : "-",
          (System.nanoTime() - begun) / 1e9);
    }
    return found * MINUTE / (System.nanoTime() - start);
  }

  private static boolean isFound(Resident r, boolean freely, int plans) {
    Bench bench = new Bench(new JavaSubject(r.subject().get(), freely), r.profile());
    for (int i = 0; i < plans; i++) {
      for (OverlapRecipe recipe : OverlapRecipe.values()) {
        Plan plan = recipe.plan(new Random(i), bench.declared());
        if (freely ? freelyFound(bench, plan, i) : drivenFound(bench, plan, i)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean freelyFound(Bench bench, Plan plan, long seed) {
    for (int i = 0; i < Asked.FREELY; i++) {
      if (isBroken(bench, bench.run(plan, seed))) {
        return true;
      }
    }
    return false;
  }

  /** One plan in twenty systematically, the first among them: as in a run. */
  private static boolean drivenFound(Bench bench, Plan plan, long seed) {
    Schedules orders =
        seed % 20 == 0 ? Schedules.systematic(plan, seed) : Schedules.drawn(plan, seed);
    for (Plan p = orders.next(); p != null; p = orders.next()) {
      Trial trial = bench.run(p, seed);
      if (isBroken(bench, trial)) {
        return true;
      }
      orders.carriedOut(Schedules.turns(p), trial.choices());
    }
    return false;
  }

  private static boolean isBroken(Bench bench, Trial trial) {
    return trial.end() instanceof Trial.Broken b && bench.binds(b.breaches().get(0));
  }
}
