package umemtck.reference.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Explanations;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.Pending;
import umemtck.reference.model.UmemModel;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;

/** Plays the steps of one case on the model. */
final class CasePlayer {
  private final Explanations seen;
  private final Map<Integer, Integer> callOf = new HashMap<>();
  private int last;

  /** Boots, and makes free what the machine has free. */
  CasePlayer(MachineSpec machine, Profile profile) {
    seen = new Explanations(new UmemModel(ModelConfig.of(machine.declaration(), profile)));
    machine
        .free()
        .forEach(
            (resource, amount) -> {
              seen.invoked(++last, Context.USER, new Call.SetFree(resource, amount));
              seen.returned(last, Outcome.Done.INSTANCE);
            });
  }

  /** Plays one step; what the model says of it. */
  Answer play(CaseStep step) {
    return switch (step.what()) {
      case "settle" -> settle(step);
      case "returns" -> end(step, callOf.get(step.of()));
      case "callback_began" ->
          seen.callbackBegan(callOf.get(step.inside()), callOf.get(step.of()), step.cookie());
      case "callback_ended" -> seen.callbackEnded(callOf.get(step.of()));
      default -> call(step);
    };
  }

  /**
   * Whether a call that was just left out may be: one that may sleep for a while, others only for
   * ever. {@code settle} asks the rest.
   */
  Answer mayWait(CaseStep step, Answer made) {
    return sleeps(step.call()) && step.context().maySleep() ? made : seen.rested();
  }

  private static boolean sleeps(Call call) {
    return call instanceof Call.UmemIosetup c && c.sleepflag() == UmemFlag.DDI_UMEM_SLEEP;
  }

  private Answer call(CaseStep step) {
    Answer made = seen.invoked(++last, step.by(), step.context(), step.call());
    if (!(made instanceof Answer.Next)) {
      return made;
    }
    if (step.label() != null) {
      callOf.put(step.label(), last);
    }
    if (step.blocks()) {
      return made;
    }
    return end(step, last);
  }

  private Answer end(CaseStep step, int id) {
    Call call = seen.any().pending(id).call();
    return seen.returned(id, step.outcomeOf(call));
  }

  private Answer settle(CaseStep step) {
    Set<Integer> out = new HashSet<>();
    for (Pending p : seen.any().pending()) {
      out.add(p.id());
    }
    Set<Integer> named = new HashSet<>();
    step.blocked().forEach(label -> named.add(callOf.get(label)));
    assertEquals(named, out, "settle names every call that is out");
    return seen.rested();
  }
}
