package umemtck.tla.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.value.IValue;
import umemtck.tla.trace.Instance;
import util.UniqueString;

/** The actions of a specification. TLC evaluates the instances that fit an event, and no others. */
final class TraceActions {
  private static final UniqueString ANSWER = UniqueString.uniqueStringOf("answer");

  private final FastTool tool;
  private final Map<String, OpDefNode> actions = new HashMap<>();
  private final List<TLCState> inits = new ArrayList<>();
  private final IValue boot;

  TraceActions(FastTool tool) {
    this.tool = tool;
    for (OpDefNode op : tool.getRootModule().getOpDefs()) {
      actions.put(op.getName().toString(), op);
    }
    StateVec states = tool.getInitStates();
    for (int i = 0; i < states.size(); i++) {
      inits.add(states.elementAt(i));
    }
    boot = inits.get(0).lookup(ANSWER);
  }

  List<TLCState> inits() {
    return inits;
  }

  /** The successors of a state by one instance of an action. */
  List<TLCState> apply(TLCState from, Instance step) {
    OpDefNode op = actions.get(step.action());
    if (op == null) {
      throw new IllegalStateException("no action is called " + step.action());
    }
    FormalParamNode[] params = op.getParams();
    if (params.length != step.args().size()) {
      throw new IllegalStateException(step + " has not the arguments of its action");
    }
    Context context = Context.Empty;
    for (int i = 0; i < params.length; i++) {
      context = context.cons(params[i], step.args().get(i));
    }
    StateVec states = tool.getNextStates(new Action(op.getBody(), context, op), from);
    List<TLCState> next = new ArrayList<>(states.size());
    for (int i = 0; i < states.size(); i++) {
      // What was answered never decides what comes next; it is the event.
      next.add(states.elementAt(i).bind(ANSWER, boot));
    }
    return next;
  }
}
