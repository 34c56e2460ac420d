package umemtck.conformance.suite;

import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import umemtck.conformance.plan.BufRecipe;
import umemtck.conformance.plan.ExportRecipe;
import umemtck.conformance.plan.LockRecipe;
import umemtck.conformance.plan.MisusePlans;
import umemtck.conformance.plan.MisusePlans.Duty;
import umemtck.conformance.plan.OverlapRecipe;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Recipe;

/** What the property classes share: plans for the subject on the bench, and the way to it. */
abstract class Properties {

  /** Carries a plan out, and lets whatever the judge says be recorded. */
  final void holds(Plan plan) {
    Asked.now().hold(plan);
  }

  @Provide
  Arbitrary<Plan> anything() {
    return plans(Recipe.GENERAL);
  }

  @Provide
  Arbitrary<Plan> sizes() {
    return plans(Recipe.SIZES);
  }

  @Provide
  Arbitrary<Plan> shortage() {
    return plans(Recipe.SHORTAGE);
  }

  @Provide
  Arbitrary<Plan> sleepers() {
    return plans(Recipe.SLEEPERS);
  }

  @Provide
  Arbitrary<Plan> contexts() {
    return plans(Recipe.CONTEXTS);
  }

  @Provide
  Arbitrary<Plan> paging() {
    return plans(Recipe.PAGING);
  }

  @Provide
  Arbitrary<Plan> trash() {
    return plans(Recipe.TRASH);
  }

  @Provide
  Arbitrary<Plan> locks() {
    return plans(LockRecipe.GENERAL);
  }

  @Provide
  Arbitrary<Plan> lockErrors() {
    return plans(LockRecipe.ERRORS);
  }

  @Provide
  Arbitrary<Plan> limits() {
    return plans(LockRecipe.LIMITS);
  }

  @Provide
  Arbitrary<Plan> lowered() {
    return plans(LockRecipe.LOWERED);
  }

  @Provide
  Arbitrary<Plan> deferred() {
    return plans(LockRecipe.DEFERRED);
  }

  @Provide
  Arbitrary<Plan> events() {
    return plans(LockRecipe.EVENTS);
  }

  @Provide
  Arbitrary<Plan> moves() {
    return plans(LockRecipe.MOVES);
  }

  @Provide
  Arbitrary<Plan> lockPaging() {
    return plans(LockRecipe.PAGING);
  }

  @Provide
  Arbitrary<Plan> bufs() {
    return plans(BufRecipe.GENERAL);
  }

  @Provide
  Arbitrary<Plan> bufErrors() {
    return plans(BufRecipe.ERRORS);
  }

  @Provide
  Arbitrary<Plan> bufShortage() {
    return plans(BufRecipe.SHORTAGE);
  }

  @Provide
  Arbitrary<Plan> exports() {
    return plans(ExportRecipe.GENERAL);
  }

  @Provide
  Arbitrary<Plan> exportErrors() {
    return plans(ExportRecipe.ERRORS);
  }

  @Provide
  Arbitrary<Plan> remaps() {
    return plans(ExportRecipe.REMAPS);
  }

  @Provide
  Arbitrary<Plan> exportProcesses() {
    return plans(ExportRecipe.PROCESSES);
  }

  @Provide
  Arbitrary<Plan> sharing() {
    return from(random -> ExportRecipe.shared(random, Asked.now().declared()));
  }

  final Arbitrary<Plan> plans(OverlapRecipe recipe) {
    return from(random -> recipe.plan(random, Asked.now().declared()));
  }

  private static Arbitrary<Plan> plans(ExportRecipe recipe) {
    return from(random -> recipe.plan(random, Asked.now().declared()));
  }

  private static Arbitrary<Plan> plans(BufRecipe recipe) {
    return from(random -> recipe.plan(random, Asked.now().declared()));
  }

  private static Arbitrary<Plan> plans(Recipe recipe) {
    return from(random -> recipe.plan(random, Asked.now().declared()));
  }

  private static Arbitrary<Plan> plans(LockRecipe recipe) {
    return from(random -> recipe.plan(random, Asked.now().declared()));
  }

  static Arbitrary<Plan> breaking(Duty duty) {
    return from(random -> MisusePlans.plan(duty, random, Asked.now().declared()));
  }

  private static Arbitrary<Plan> from(Function<Random, Plan> make) {
    return Arbitraries.randomValue(make);
  }
}
