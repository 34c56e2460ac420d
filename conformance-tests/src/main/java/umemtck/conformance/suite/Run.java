package umemtck.conformance.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.catalogue.Clause;
import umemtck.conformance.catalogue.Facet;
import umemtck.conformance.judge.Situation;
import umemtck.conformance.plan.LockStep;
import umemtck.conformance.plan.Plainly;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Shrinker;
import umemtck.conformance.plan.Step;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Choice;
import umemtck.conformance.session.Led;
import umemtck.conformance.session.Trial;
import umemtck.conformance.tour.Toured;
import umemtck.reference.model.Breach;
import umemtck.spec.Strength;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.Feature;

/**
 * One run of the suite over one subject: which facets are asked, and what came of it. A breach
 * belongs to the clause that the judge names, not to the property that was running.
 */
public final class Run {
  /** How many plans that break a facet are shrunk at most before one ends by breaking it. */
  private static final int SHRINKS = 10;

  /** How many other orders are tried at most to make calls that overlap shorter and simpler. */
  private static final int OTHER_ORDERS = 1_500;

  /** How often the subject may fail while a facet is asked: then it is asked no more. */
  private static final int FAULTS = 10;

  /** That what is counted for each process is right. */
  private static final String PROCESSES = "ACCT.conservation/process";

  private static volatile Run current;

  private final Bench bench;
  private final Catalogue catalogue;
  private final RunSettings settings;
  private final Map<String, FacetRecord> records = new LinkedHashMap<>();
  private final Map<String, Integer> shrunk = new HashMap<>();
  private final Losses losses;
  private final List<Toured> toured = new CopyOnWriteArrayList<>();
  private int calls;
  private boolean over;
  private boolean countsProcesses = true;

  /** A run that is not begun. */
  public Run(Bench bench, Catalogue catalogue, RunSettings settings) {
    this.bench = bench;
    this.catalogue = catalogue;
    this.settings = settings;
    losses = new Losses(bench);
  }

  static Run current() {
    if (current == null) {
      throw new IllegalStateException("no run is under way: properties run through umem-tck run");
    }
    return current;
  }

  static void begin(Run run) {
    current = run;
  }

  Bench bench() {
    return bench;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  RunSettings settings() {
    return settings;
  }

  int tries() {
    return settings.tries();
  }

  int calls() {
    return calls;
  }

  /** What is known of a facet. */
  FacetRecord record(String facet) {
    return records.computeIfAbsent(facet, f -> new FacetRecord());
  }

  /** Whether a facet is asked of this subject at all. */
  boolean asks(String facet) {
    Facet f = catalogue.facet(facet);
    return !over
        && settings.selected().test(f)
        && strength(f) != Strength.ABSENT
        && missing(f) == null
        && missingKind(f) == null;
  }

  /** A kind of memory that a facet is about and the subject cannot map, or null. */
  MappingKind missingKind(Facet f) {
    for (Situation s : f.situations()) {
      if (s.kind().isPresent() && !bench.declared().mappings().contains(s.kind().get())) {
        return s.kind().get();
      }
    }
    return null;
  }

  /** A feature that a facet needs and the subject does not offer, or null. */
  Feature missing(Facet f) {
    for (Feature feature : f.features()) {
      if (!bench.declared().offers(feature)) {
        return feature;
      }
    }
    return null;
  }

  /** What must have been seen for a PASS of a facet to mean anything, with this subject. */
  List<Situation> needed(Facet f) {
    return f.situations().stream()
        .filter(s -> s.feature().map(bench.declared()::offers).orElse(true))
        .toList();
  }

  Strength strength(Facet f) {
    return f.strength().get(bench.profile());
  }

  /** The same for a facet whatever else is selected, so that a part of a run repeats the whole. */
  long seedFor(String facet) {
    return mix(settings.seed() ^ mix(facet.hashCode()));
  }

  /** Whether what the run was for is found, or the facet's verdict is given already. */
  boolean isAnswered(String facet) {
    return over || record(facet).finding != null || record(facet).faults >= FAULTS;
  }

  /** All plans of a facet are carried out, or as many as were wanted. */
  void asked(String facet) {
    record(facet).asked = true;
  }

  /**
   * Carries one plan out for a facet and records what the judge says.
   *
   * @return between whom there was a choice while calls overlapped
   */
  List<Choice> try_(String facet, Plan plan, int number) {
    if (isAnswered(facet)) {
      return List.of();
    }
    FacetRecord r = record(facet);
    r.tries++;
    long seed = mix(seedFor(facet) + number);
    Tried tried = beyondWhatDoesNotBind(r, plan, seed);
    Trial trial = tried.trial();
    calls += trial.calls();
    if (trial.end() instanceof Trial.Fault fault) {
      lost(r, fault, facet, tried.plan(), seed, trial);
    } else if (trial.end() instanceof Trial.Broken broken) {
      broken(r, facet, tried.plan(), seed, broken, trial);
    } else if (needed(catalogue.facet(facet)).stream().anyMatch(trial.situations()::contains)) {
      r.exercised++;
      r.seen.addAll(trial.situations());
    }
    over = settings.until().filter(this::failed).isPresent();
    return trial.choices();
  }

  /**
   * What was carried out, and what was seen.
   *
   * @param plan without the steps that showed a quality that is not met
   */
  private record Tried(Plan plan, Trial trial) {}

  /**
   * Carries a plan out; where a quality is not met, that is noted, and the plan is carried out
   * again without the step that showed it: what does not bind must not keep the rest from being
   * judged.
   */
  private Tried beyondWhatDoesNotBind(FacetRecord asking, Plan plan, long seed) {
    Plan rest = countsProcesses ? plan : withoutProcesses(plan);
    while (true) {
      Trial trial = bench.run(rest, seed);
      if (!(trial.end() instanceof Trial.Broken broken) || binds(broken.breaches().get(0))) {
        return new Tried(rest, trial);
      }
      Breach quality = broken.breaches().get(0);
      note(quality, rest, seed, trial);
      if (quality.facet().equals(PROCESSES) && countsProcesses) {
        countsProcesses = false; // Else each step that locks would show it, and be left out.
        rest = withoutProcesses(rest);
        continue;
      }
      asking.unmet = quality.facet();
      if (trial.step() < 0) {
        return new Tried(rest, trial);
      }
      List<Step> steps = new ArrayList<>(rest.steps());
      steps.remove(trial.step());
      rest = rest.with(steps);
    }
  }

  private void lost(
      FacetRecord r, Trial.Fault fault, String facet, Plan plan, long seed, Trial trial) {
    r.faults++;
    r.fault = r.fault == null ? fault.text() : r.fault;
    r.lost = r.lost == null ? losses.of(facet, plan, seed, trial) : r.lost;
  }

  /** A tour walked on a machine: what the judge says of it is recorded like that of a plan. */
  void toured(Led led, long seed) {
    calls += led.trial().calls();
    if (led.trial().end() instanceof Trial.Broken broken) {
      lay(broken.breaches().get(0), led.plan(), seed, led.trial());
    }
  }

  /** The tour of a model is over. */
  void toured(Toured of) {
    toured.add(of);
  }

  /** The models that were toured so far. */
  List<Toured> toured() {
    return List.copyOf(toured);
  }

  /** Whether a clause was seen broken, whatever was asked. */
  boolean isBroken(Clause c) {
    return c.facets().stream().anyMatch(f -> record(f.id()).finding != null);
  }

  private static Plan withoutProcesses(Plan plan) {
    if (plan.steps().stream().noneMatch(LockStep.class::isInstance)) {
      return plan;
    }
    List<Step> steps = new ArrayList<>(plan.steps());
    steps.add(0, new LockStep.Unread(Holder.PROCESS));
    return plan.with(steps);
  }

  private void note(Breach breach, Plan plan, long seed, Trial trial) {
    FacetRecord open = record(breach.facet());
    open.noted = open.noted == null ? new Finding(breach, plan, seed, trial, true) : open.noted;
  }

  private boolean failed(String clause) {
    return records.entrySet().stream()
        .anyMatch(e -> e.getValue().finding != null && e.getKey().startsWith(clause + "/"));
  }

  private void broken(
      FacetRecord asking, String facet, Plan plan, long seed, Trial.Broken broken, Trial trial) {
    Breach first = broken.breaches().get(0);
    lay(first, plan, seed, trial);
    if (asking.finding == null
        && binds(first)
        && first.facet().equals(facet)
        && shrunk.merge("asked for " + facet, 1, Integer::sum) <= SHRINKS) {
      // What was asked for was found; the shortest plan of all happened to break something else.
      shrink(plan, trial, seed, new Keeping(facet, plan)::test);
    }
    if (!first.facet().equals(facet) || (binds(first) && asking.finding == null)) {
      asking.cutShort++;
      asking.cutShortBy = first.facet();
    }
  }

  private void lay(Breach first, Plan plan, long seed, Trial trial) {
    if (!binds(first)) {
      note(first, plan, seed, trial);
      return;
    }
    // A shorter plan may break something else first, so that this one is left without a finding.
    if (record(first.facet()).finding == null
        && shrunk.merge(first.facet(), 1, Integer::sum) <= SHRINKS) {
      shrink(plan, trial, seed, (p, b) -> true);
    }
  }

  /**
   * Takes plans that break a facet, and one that does the same in a plainer way and breaks
   * anything: then the way does not matter, and whoever is blamed for it is not to blame.
   */
  private static final class Keeping {
    private final String facet;
    private Plan last;

    Keeping(String facet, Plan from) {
      this.facet = facet;
      last = from;
    }

    boolean test(Plan p, Trial.Broken broken) {
      boolean taken =
          broken.breaches().get(0).facet().equals(facet)
              || Plainly.steps(p).equals(Plainly.steps(last));
      last = taken ? p : last;
      return taken;
    }
  }

  /** Blame is laid after shrinking: a long plan often breaks something else first. */
  private void shrink(Plan plan, Trial seen, long seed, BiPredicate<Plan, Trial.Broken> keeps) {
    Shortest shortest = new Shortest(plan, seen);
    Shrinker.inAnyOrder(p -> shortest.failing(p, seed, keeps)).shrink(plan);
    // A subject that is not the same each time may have failed by chance: that is said.
    boolean again = bench.run(shortest.plan, seed).end() instanceof Trial.Broken;
    for (Breach breach : ((Trial.Broken) shortest.trial.end()).breaches()) {
      FacetRecord blamed = record(breach.facet());
      Finding finding = new Finding(breach, shortest.plan, seed, shortest.trial, again);
      if (binds(breach) && isShorter(finding, blamed.finding)) {
        blamed.finding = finding;
      }
    }
  }

  /** The last plan that was seen to fail, and how it did. */
  private final class Shortest {
    private Plan plan;
    private Trial trial;
    private int others = OTHER_ORDERS;

    Shortest(Plan plan, Trial trial) {
      this.plan = plan;
      this.trial = trial;
    }

    /** The plan; if its calls overlap, in an order in which it still fails. Null if it does not. */
    Plan failing(Plan p, long seed, BiPredicate<Plan, Trial.Broken> keeps) {
      if (fails(p, bench.run(p, seed), keeps)) {
        return p;
      }
      if (!Schedules.overlaps(p)) {
        return null;
      }
      if (bench.subject().runsFreely()) {
        return failsFreely(p, seed, keeps);
      }
      Schedules orders = Schedules.systematic(p, seed);
      for (Plan next = orders.next(); next != null && others-- > 0; next = orders.next()) {
        Trial t = bench.run(next, seed);
        if (fails(next, t, keeps)) {
          return next;
        }
        orders.carriedOut(Schedules.turns(next), t.choices());
      }
      return null;
    }

    private Plan failsFreely(Plan p, long seed, BiPredicate<Plan, Trial.Broken> keeps) {
      for (int i = 1; i < Asked.FREELY; i++) {
        if (fails(p, bench.run(p, seed), keeps)) {
          return p;
        }
      }
      return null;
    }

    boolean fails(Plan p, Trial t, BiPredicate<Plan, Trial.Broken> keeps) {
      boolean fails =
          t.end() instanceof Trial.Broken b && binds(b.breaches().get(0)) && keeps.test(p, b);
      if (fails) {
        plan = p;
        trial = t;
      }
      return fails;
    }
  }

  private static boolean isShorter(Finding a, Finding than) {
    return than == null || a.plan().steps().size() < than.plan().steps().size();
  }

  private boolean binds(Breach breach) {
    return bench.binds(breach);
  }

  /** Spreads the bits of a seed (the finalizer of SplitMix64). */
  private static long mix(long seed) {
    long z = seed + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
