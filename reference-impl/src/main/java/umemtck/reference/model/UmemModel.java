package umemtck.reference.model;

import java.util.List;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;

/**
 * The contract, executed. Four questions of a state; each is answered with the next state, or with
 * what forbids it. Immutable; any thread may ask.
 */
public final class UmemModel {
  private final ModelConfig config;
  private final Action alloc;
  private final UmemAllocWakes wakes;
  private final Action free;
  private final Action memory;
  private final Action world;

  /** The contract with these constants. */
  public UmemModel(ModelConfig config) {
    this.config = config;
    UmemAllocAction umemAlloc = new UmemAllocAction(config);
    this.alloc = umemAlloc;
    this.wakes = new UmemAllocWakes(config, umemAlloc);
    this.free = new UmemFreeAction(config);
    this.memory = new MemoryActions(config);
    this.world = new WorldActions(config);
  }

  /** The constants. */
  public ModelConfig config() {
    return config;
  }

  /** May this call be made now? {@link Answer.Undefined} if it breaks a duty of the caller. */
  public Answer invoke(UmemState s, int id, Context context, Call call) {
    Answer.Undefined duty = action(call).duty(s, context, call);
    return duty != null ? duty : new Answer.Next(s.invoked(pending(s, id, context, call)));
  }

  private Pending pending(UmemState s, int id, Context context, Call call) {
    boolean enough = call instanceof Call.UmemAlloc a && Demand.of(config, a).fits(s);
    return new Pending(id, context, call, enough);
  }

  /** May a call that is out end like this? */
  public Answer returned(UmemState s, int id, Outcome outcome) {
    Pending p = s.pending(id);
    return action(p.call()).returned(s, p, outcome);
  }

  /**
   * The states that the machine may reach by itself: UmemAllocWakes, a sleeper takes what has
   * become free, or is refused, before its return is seen.
   */
  public List<UmemState> internal(UmemState s) {
    return wakes.from(s);
  }

  /** May the calls that are out still be out when nothing can run? */
  public Answer mayRest(UmemState s) {
    List<Breach> breaches =
        s.pending().stream()
            .map(p -> action(p.call()).mustNotRest(s, p))
            .filter(b -> b != null)
            .toList();
    return breaches.isEmpty() ? new Answer.Next(s.rested()) : new Answer.Forbidden(breaches);
  }

  /** Might this call, made now, still be out when nothing can run? */
  public boolean mayStayOut(UmemState s, Context context, Call call) {
    return action(call).mustNotRest(s, pending(s, 0, context, call)) == null;
  }

  /**
   * What a subject that declares CHECKED owes after a call that breaks a duty.
   *
   * @param broken what {@link #invoke} said of the call
   * @param outcome how it ended; a call that blocks instead owes a panic too
   * @param wasLive for a free: whether the cookie had been live before
   * @return null if the outcome is right
   */
  public Breach misused(Answer.Undefined broken, Call call, Outcome outcome, boolean wasLive) {
    return Misuse.check(broken, call, outcome, wasLive);
  }

  private Action action(Call call) {
    if (call instanceof Call.UmemAlloc) {
      return alloc;
    }
    if (call instanceof Call.UmemFree) {
      return free;
    }
    return call instanceof Call.MemoryFill || call instanceof Call.MemoryMatches ? memory : world;
  }
}
