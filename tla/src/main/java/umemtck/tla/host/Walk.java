package umemtck.tla.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import tla2sany.semantic.AssumeNode;
import tla2sany.semantic.ExprNode;
import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;

/**
 * Walks through all states of a model with TLC's own evaluator, and asks every invariant and every
 * property of a step, until one is broken. It is much quicker than a TLC in a JVM of its own, and
 * worth what {@code ModelMutantsTest} says: of every model as it is committed it must say what TLC
 * says.
 */
final class Walk {
  private final FastTool tool;
  private final long limit;
  private final Set<String> broken = new TreeSet<>();
  private long generated;
  private long distinct;
  private boolean stopped;

  private Walk(FastTool tool, long limit) {
    this.tool = tool;
    this.limit = limit;
  }

  /**
   * What was seen.
   *
   * @param generated states, as TLC counts them
   * @param distinct states
   * @param broken what the first state, or step, that is wrong breaks; with nothing broken all
   *     states were visited, unless it stopped
   * @param stopped whether there were more states than the limit
   */
  record Seen(long generated, long distinct, Set<String> broken, boolean stopped) {}

  /** Walks until something is broken, there is nothing left, or there are too many states. */
  static Seen of(FastTool tool, long limit) {
    Walk walk = new Walk(tool, limit);
    walk.assumptions();
    if (walk.broken.isEmpty() && tool.getNextStateSpec() != null) {
      walk.states();
    }
    return new Seen(walk.generated, walk.distinct, walk.broken, walk.stopped);
  }

  private void assumptions() {
    for (AssumeNode a : tool.getRootModule().getAssumptions()) {
      holds(a);
    }
    ExprNode[] all = tool.getAssumptions();
    for (int i = 0; i < all.length; i++) {
      if (!tool.getAssumptionIsAxiom()[i] && !tool.isValid(all[i])) {
        broken.add("the assumption at " + all[i].getLocation());
      }
    }
  }

  /** By its name, if it has one. */
  private void holds(AssumeNode a) {
    if (a.getDef() != null && !tool.isValid(a.getAssume())) {
      broken.add(a.getDef().getName().toString());
    }
  }

  private void states() {
    Deque<TLCState> open = new ArrayDeque<>();
    Set<Long> seen = new HashSet<>();
    StateVec inits = tool.getInitStates();
    for (int i = 0; i < inits.size(); i++) {
      TLCState init = inits.elementAt(i);
      generated++;
      if (seen.add(init.fingerPrint())) {
        ask(tool.getImpliedInits(), tool.getImpliedInitNames(), init, null);
        isNew(init);
        open.add(init);
      }
    }
    while (!open.isEmpty() && broken.isEmpty()) {
      stopped = distinct > limit;
      if (stopped) {
        return;
      }
      TLCState from = open.remove();
      for (Action action : tool.getActions()) {
        StateVec next = tool.getNextStates(action, from);
        for (int i = 0; i < next.size() && broken.isEmpty(); i++) {
          TLCState to = next.elementAt(i);
          generated++;
          if (!tool.isGoodState(to)) {
            throw new IllegalStateException(
                action.getName() + " leaves a variable without a value");
          }
          if (seen.add(to.fingerPrint())) {
            isNew(to);
            open.add(to);
          }
          ask(tool.getImpliedActions(), tool.getImpliedActNames(), from, to);
        }
      }
    }
  }

  private void isNew(TLCState state) {
    distinct++;
    ask(tool.getInvariants(), tool.getInvNames(), state, null);
  }

  private void ask(Action[] asked, String[] names, TLCState from, TLCState to) {
    for (int i = 0; i < asked.length; i++) {
      boolean holds = to == null ? tool.isValid(asked[i], from) : tool.isValid(asked[i], from, to);
      if (!holds) {
        broken.add(names[i]);
      }
    }
  }
}
