package umemtck.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.conformance.Faulty;
import umemtck.conformance.judge.Situation;
import umemtck.conformance.plan.LockRecipe;
import umemtck.conformance.plan.MisusePlans;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Recipe;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.kernel.LayoutChange;
import umemtck.reference.kernel.Lock;
import umemtck.spec.Profile;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.Waits;

/** A subject that is served over the protocol gives the same trials as in this process. */
final class ServedIsInProcessTest {
  private static final int SEEDS = 8;

  private final Pair sound = new Pair(Faulty.none(), Profile.DOCUMENTED);

  /** A subject on two benches. */
  private static final class Pair {
    private final Bench here;
    private final Bench served;

    Pair(UmemSubject subject, Profile profile) {
      here = new Bench(subject, profile);
      served =
          new Bench(new ExecSubject(() -> new ServedWire(subject), "0.1.0", SEEDS, null), profile);
    }

    Trial same(Plan plan, long seed) {
      Trial trial = here.run(plan, seed);
      Trial over = served.run(plan, seed);
      assertEquals(trial.history().events(), over.history().events(), here.subject().name());
      assertEquals(trial, over, here.subject().name());
      return trial;
    }

    void close() {
      served.subject().close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void plans_about_allocations(Recipe recipe) {
    for (int seed = 0; seed < SEEDS; seed++) {
      sound.same(recipe.plan(new Random(seed), sound.here.declared()), seed);
    }
    sound.close();
  }

  @ParameterizedTest
  @EnumSource
  void plans_about_locked_memory(LockRecipe recipe) {
    for (int seed = 0; seed < SEEDS; seed++) {
      sound.same(recipe.plan(new Random(seed), sound.here.declared()), seed);
    }
    sound.close();
  }

  @ParameterizedTest
  @EnumSource
  void plans_that_misuse(MisusePlans.Duty duty) {
    for (int seed = 0; seed < SEEDS; seed++) {
      sound.same(MisusePlans.plan(duty, new Random(seed), sound.here.declared()), seed);
    }
    sound.close();
  }

  /** Else equal trials would show little: sleepers, callbacks and the worker were in them. */
  @Test
  void the_plans_contain_all_that_the_protocol_is_for() {
    Set<Situation> seen = EnumSet.noneOf(Situation.class);
    for (LockRecipe recipe : List.of(LockRecipe.EVENTS, LockRecipe.DEFERRED)) {
      for (int seed = 0; seed < SEEDS; seed++) {
        Plan plan = recipe.plan(new Random(seed), sound.here.declared());
        seen.addAll(sound.here.run(plan, seed).situations());
      }
    }
    assertTrue(seen.size() > 40, seen.toString());
  }

  @Test
  void residents_of_the_zoo_break_the_contract_in_the_same_way() {
    Set<Class<?>> ends = new HashSet<>();
    int number = 0;
    for (Resident r : Zoo.residents()) {
      ends.addAll(ends(r, ++number));
    }
    // Whose leak shows late is told that he declares otherwise: a fault, the same in both.
    assertTrue(ends.containsAll(Set.of(Trial.Sound.class, Trial.Broken.class)), ends.toString());
  }

  private static Set<Class<?>> ends(Resident r, int number) {
    Pair pair = new Pair(r.subject().get(), r.profile());
    Declaration declared = pair.here.declared();
    Recipe recipe = Recipe.values()[number % Recipe.values().length];
    LockRecipe lock = LockRecipe.values()[number % LockRecipe.values().length];
    Set<Class<?>> ends = new HashSet<>();
    ends.add(pair.same(recipe.plan(new Random(number), declared), number).end().getClass());
    if (!declared.mappings().isEmpty()) {
      ends.add(pair.same(lock.plan(new Random(number), declared), number).end().getClass());
    }
    pair.close();
    return ends;
  }

  /** Callbacks by a thread of the machine's own are seen for what they are. */
  @Test
  void a_resident_that_calls_from_a_thread_of_its_own() {
    Resident r = Zoo.find("CallsFromAThreadOfItsOwn").orElseThrow();
    Pair pair = new Pair(r.subject().get(), r.profile());
    int broken = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Plan plan = LockRecipe.EVENTS.plan(new Random(seed), pair.here.declared());
      broken += pair.same(plan, seed).end() instanceof Trial.Broken ? 1 : 0;
    }
    pair.close();
    assertTrue(broken > 0, "else this test shows nothing");
  }

  /** A thread that was not begun through Waits calls a cleanup function: no reply can say so. */
  @Test
  void what_the_protocol_has_no_word_for_is_a_fault() {
    Pair pair = new Pair(Faulty.of("strange", Strange::new), Profile.DOCUMENTED);
    Set<String> ends = new TreeSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Plan plan = LockRecipe.EVENTS.plan(new Random(seed), pair.here.declared());
      ends.add(pair.served.run(plan, seed).end().toString());
    }
    pair.close();
    assertTrue(ends.toString().contains("a thread that the kit does not know"), ends.toString());
  }

  private static final class Strange extends Kernel {
    Strange(KernelOptions options, Waits waits) {
      super(options, waits);
    }

    @Override
    protected void callBack(LayoutChange change, Lock l) {
      Thread stranger = new Thread(() -> super.callBack(change, l));
      stranger.start();
      try {
        stranger.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
