package umemtck.tla.equivalence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import umemtck.reference.model.Answer;
import umemtck.reference.model.UmemState;
import umemtck.tla.EditedGraphs;
import umemtck.tla.Graphs;
import umemtck.tla.ModelTable;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.LockBounds;
import umemtck.tla.graph.LockState;
import umemtck.tla.graph.Step;

/**
 * The comparison of locking sees one step too few, one too many, one that leads astray, and an
 * answer of Java that is not what it was; and it does not take a known difference for an excuse.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LockGraphAgainstModelTest {
  private final Graph limits = load("ci/MCLockLimits");
  private final Graph charge = load("ci/MCLockCharge");
  private final Graph deferred = load("ci/MCLockDeferred");
  private final Graph exit = load("ci/MCLockExit");
  private final Graph moves = load("ci/MCLockMove");

  private static Graph load(String name) {
    try {
      return Graphs.committed(ModelTable.load().model(name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> differences(Graph g) {
    return new LockGraphAgainstModel(g).differences();
  }

  /** What is found if Java answers otherwise. */
  private static List<String> lied(Graph g, BiFunction<Step, Answer, Answer> lie) {
    LockSide liar =
        new LockSide((LockBounds) g.bounds()) {
          @Override
          Answer take(UmemState s, Step step) {
            return lie.apply(step, super.take(s, step));
          }
        };
    return new LockGraphAgainstModel(g, liar).differences();
  }

  /** What is forbidden is allowed, and leads somewhere. */
  private static Answer anyway(Answer a) {
    return a instanceof Answer.Next ? a : new Answer.Next(UmemState.INIT);
  }

  private static void tells(List<String> differences, String... words) {
    assertFalse(differences.isEmpty(), "no difference was found");
    for (String w : words) {
      assertTrue(differences.get(0).contains(w), () -> "no '" + w + "' in " + differences.get(0));
    }
  }

  /** The first state that has a step. */
  private static int having(Graph g, Step step) {
    return IntStream.range(0, g.states().size())
        .filter(n -> g.steps().get(n).containsKey(step))
        .findFirst()
        .orElseThrow();
  }

  private static LockState state(Graph g, int n) {
    return (LockState) g.states().get(n);
  }

  private static Graph without(Graph g, Step step) {
    Graph edited = g;
    for (int n = 0; n < g.states().size(); n++) {
      edited = EditedGraphs.without(edited, n, step);
    }
    return edited;
  }

  @Test
  void withoutADenial() {
    Step denial = Step.of("UmemLockDenied", "kernel", 1, 4, 8, 2);
    int n = having(limits, denial);
    tells(
        differences(EditedGraphs.without(limits, n, denial)),
        "ddi_umem_lock(0x4, 8, DDI_UMEMLOCK_WRITE) by kernel for process 1 -> ENOMEM, cookie NULL",
        "the specification     does not have it",
        "the Java model        allows it");
  }

  @Test
  void withADenialForNothing() {
    Step denial = Step.of("UmemLockDenied", "kernel", 1, 4, 8, 2);
    tells(
        differences(EditedGraphs.with(limits, limits.init(), denial, limits.init())),
        "-> ENOMEM, cookie NULL",
        "nothing locked",
        "the Java model        forbids it");
  }

  @Test
  void withoutACharge() {
    Step charged = Step.of("UmemLockCharged", "kernel", 1, 4, 4, 2, "charged");
    tells(
        differences(EditedGraphs.without(limits, limits.init(), charged)),
        "ddi_umem_lock(0x4, 4, DDI_UMEMLOCK_WRITE) by kernel for process 1 -> 0, cookie 0x1",
        "the specification     does not have it");
  }

  @Test
  void withAnotherCharge() {
    Step less = Step.of("UmemLockCharged", "kernel", 1, 4, 4, 2, "charged");
    Step more = Step.of("UmemLockCharged", "kernel", 1, 4, 8, 2, "charged");
    int to = limits.steps().get(limits.init()).get(more);
    tells(
        differences(EditedGraphs.with(limits, limits.init(), less, to)),
        "the specification     goes on to cookie 0x1: 8 bytes",
        "the Java model        goes on to cookie 0x1: 4 bytes");
  }

  @Test
  void withoutAnUncountedLock() {
    Step uncounted = Step.of("UmemLockCharged", "kernel", 1, 4, 4, 2, "uncounted");
    tells(
        differences(without(deferred, uncounted)),
        "the Java model        goes on to cookie 0x1: 4 bytes at 0x4 of process 1, project 1"
            + " uncounted");
  }

  @Test
  void withAMoveThatLeavesTheChargeBehind() {
    Step join = Step.of("Settaskid", 1, 2);
    int n =
        IntStream.range(0, moves.states().size())
            .filter(i -> moves.steps().get(i).containsKey(join))
            .filter(i -> state(moves, i).used().get(1L) == 4L && !state(moves, i).locking())
            .findFirst()
            .orElseThrow();
    tells(
        differences(EditedGraphs.with(moves, n, join, n)),
        "process 1 joins project 2",
        "the Java model        goes on to");
  }

  @Test
  void javaThatForgetsALimit() {
    tells(
        lied(
            limits,
            (step, a) ->
                step.action().equals("SetLimit") && step.word(0).equals("0")
                    ? Answer.forbid("ACCT.observable/limit", "a lie")
                    : a),
        "limit of the zone set to 4",
        "the Java model        forbids it: ACCT.observable/limit");
  }

  @Test
  void javaThatUnlocksAtOnceInAnInterrupt() {
    tells(
        lied(
            deferred,
            (step, a) ->
                step.action().equals("UmemUnlockQueued")
                    ? Answer.forbid("UNLOCK.immediate/usage", "a lie")
                    : a),
        "ddi_umem_unlock(0x1) by interrupt is left to the worker",
        "the Java model        forbids it");
  }

  @Test
  void javaThatLetsSomebodyElseQueue() {
    tells(
        lied(deferred, (step, a) -> step.action().equals("UmemUnlockQueued") ? anyway(a) : a),
        "is left to the worker",
        "the specification     does not have it");
  }

  @Test
  void javaThatLetsAnExitSleepOn() {
    LockSide sleepy =
        new LockSide((LockBounds) exit.bounds()) {
          @Override
          Answer rests(UmemState s) {
            return new Answer.Next(s);
          }
        };
    tells(
        new LockGraphAgainstModel(exit, sleepy).differences(),
        "nothing can run, and what is out is still out",
        "the specification     does not have it",
        "the Java model        allows it");
  }

  /** UNLOCK.deferred-fifo excuses another order, not another cookie. */
  @Test
  void aWorkerThatUnlocksWhatIsNotQueued() {
    tells(
        lied(
            deferred,
            (step, a) ->
                step.equals(Step.of("UmemUnlockUnpinned", LockState.WORKER, 1)) ? anyway(a) : a),
        "ddi_umem_unlock(0x1) by worker unpins",
        "the specification     does not have it");
  }

  /** ACCT.exit: nothing excuses an exit. */
  @Test
  void anExitThatIsNotThere() {
    Step done = Step.of("ExitDone", 1);
    tells(
        differences(without(exit, done)),
        "process 1 is gone",
        "the specification     does not have it");
  }

  /** LOCKMEM.callback-after-unlock excuses a late call only if it may come before, too. */
  @Test
  void aCallThatMayNotComeBeforeTheUnlockEither() {
    Step began = Step.of("CallbackBegan", 1, 1);
    Graph edited = without(exit, began);
    assertEquals(
        0,
        new LockGraphAgainstModel(exit).differences().size(),
        "the graph itself must be without a difference");
    tells(
        differences(edited),
        "the cleanup function of cookie 0x1 in process 1 begins",
        "the specification     does not have it");
  }

  /** ACCT.overflow excuses a success only where nothing is limited. */
  @Test
  void aLockAboveALimit() {
    tells(
        lied(
            limits,
            (step, a) ->
                step.equals(Step.of(LockLabels.LOCK, "kernel", 1, 4, 8, 2, "0", 1))
                    ? anyway(a)
                    : a),
        "ddi_umem_lock(0x4, 8, DDI_UMEMLOCK_WRITE) by kernel for process 1 -> 0, cookie 0x1",
        " of {0=4, 1=15}",
        "the specification     does not have it");
  }

  /** What was compared, and what was not, by hand: a graph that is half walked is seen here. */
  @Test
  void eachKnownDifferenceIsMet() {
    assertEquals("[ACCT.unlimited-bypass, LOCK.validation-order]", met(charge));
    assertEquals("[ACCT.overflow, UNLOCK.deferred-fifo]", met(limits));
    assertEquals("[LOCKMEM.callback-after-unlock]", met(exit));
    LockGraphAgainstModel walk = new LockGraphAgainstModel(charge);
    walk.differences();
    assertTrue(walk.concurrent() > 0);
    assertTrue(walk.concurrent() < charge.transitions() + charge.refusals());
  }

  private static String met(Graph g) {
    LockGraphAgainstModel walk = new LockGraphAgainstModel(g);
    assertEquals(List.of(), walk.differences());
    return walk.explained().keySet().toString();
  }
}
