package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;

/**
 * A history of a small machine, drawn from a seed: right and wrong events, each put to {@link
 * Explanations} and to {@link EagerExplanations}. What both forbid did not happen.
 */
abstract class RandomHistory {
  private static final int OUT = 5;

  /** Of everything that is drawn. */
  protected final Random random;

  /** By which both judge. */
  protected final UmemModel model;

  private final Explanations lazy;
  private final EagerExplanations eager;
  private final List<String> told = new ArrayList<>();
  private int calls;
  private List<UmemState> unmoved = List.of(UmemState.INIT);

  /** Of a machine that was just booted. */
  protected RandomHistory(Random random, ModelConfig config) {
    this.random = random;
    model = new UmemModel(config);
    lazy = new Explanations(model);
    eager = new EagerExplanations(model);
    told.add(config.toString());
  }

  /** Something that may be called now; null for nothing. */
  protected abstract Call call(List<Pending> out);

  /** In which context. */
  protected abstract Context context(Call call);

  /** How a call may end, or may not. */
  protected abstract Outcome outcome(Call call);

  /** Whether only a machine that has moved by itself explains what was seen. */
  final boolean movedByItself() {
    return unmoved.isEmpty();
  }

  /** A number that no call has had. */
  protected final int calls() {
    return calls;
  }

  /** What {@link Explanations} takes for the state. */
  protected final UmemState any() {
    return lazy.any();
  }

  /** One of all the states that the machine may be in. */
  protected final UmemState oneOfAll() {
    List<UmemState> all = eager.states();
    return all.get(random.nextInt(all.size()));
  }

  /** One more event; whether it was accepted. */
  final boolean step() {
    List<Pending> out = lazy.any().pending();
    int dice = random.nextInt(10);
    if (dice == 0) {
      return settle();
    }
    Call call = out.size() < OUT && (out.isEmpty() || dice < 5) ? call(out) : null;
    if (call != null) {
      return invoke(call);
    }
    if (out.isEmpty()) {
      return true;
    }
    Pending p = out.get(random.nextInt(out.size()));
    return end(p.id(), outcome(p.call()));
  }

  /** A call is made, and ends. */
  protected final void does(Call call, Outcome outcome) {
    invoke(call);
    end(calls, outcome);
  }

  private boolean invoke(Call call) {
    int id = ++calls;
    Context context = context(call);
    if (lazy.duty(Ids.PROCESS, context, call) != null) {
      return true; // Nobody makes such a call.
    }
    return agree(
        id + ": " + context + " " + call,
        eager.invoked(id, context, call),
        lazy.invoked(id, context, call),
        s -> model.invoke(s, id, context, call));
  }

  private boolean end(int id, Outcome outcome) {
    return agree(
        id + " " + outcome,
        eager.returned(id, outcome),
        lazy.returned(id, outcome),
        s -> model.returned(s, id, outcome));
  }

  private boolean settle() {
    return agree("settled", eager.rested(), lazy.rested(), model::mayRest);
  }

  private boolean agree(
      String event, boolean eagerly, Answer lazily, Function<UmemState, Answer> question) {
    told.add(event);
    boolean accepted = lazily instanceof Answer.Next;
    assertEquals(eagerly, accepted, () -> String.join("\n", told) + "\n" + lazily);
    if (accepted) {
      unmoved = EagerExplanations.after(unmoved, question);
    } else {
      told.remove(told.size() - 1);
    }
    return accepted;
  }
}
