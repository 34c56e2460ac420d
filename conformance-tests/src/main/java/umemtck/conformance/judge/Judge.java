package umemtck.conformance.judge;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Breach;
import umemtck.reference.model.Explanations;
import umemtck.reference.model.Orders;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;

/**
 * Holds a history against the contract, event by event. As long as some state of the model explains
 * what was seen, calls that are out included, it is legal; else the contract is broken, by the
 * clauses that left none. Sequential and blocking histories go through this one judge.
 *
 * <p>Used by one thread at a time.
 */
public final class Judge {
  private final UmemModel model;
  private final Explanations seen;
  private final Predicate<Breach> binds;
  private final Predicate<Breach> enforced;
  private Breach unmet;
  private Ruling ruling = Ruling.LEGAL;

  /**
   * A judge of one machine, just booted.
   *
   * @param binds whether the contract is broken by a breach, or only a quality not met
   */
  public Judge(UmemModel model, Predicate<Breach> binds) {
    this(model, binds, breach -> true);
  }

  /**
   * The same, but some clauses are not enforced: what others forbid too is blamed on them. What
   * nobody else forbids ends the history all the same, since no state goes on from there.
   *
   * @param enforced whether a breach counts beside another
   */
  public Judge(UmemModel model, Predicate<Breach> binds, Predicate<Breach> enforced) {
    this.model = model;
    this.binds = binds;
    this.enforced = enforced;
    seen = new Explanations(model);
  }

  /** The model it judges by. */
  public UmemModel model() {
    return model;
  }

  /** A state that explains what was seen: the first of the set. */
  public UmemState state() {
    return seen.any();
  }

  /** The duty that a call made now would break, or null. */
  public Answer.Undefined duty(long proc, Context context, Call call) {
    return seen.duty(proc, context, call);
  }

  /** Whether a call made now may still be out when nothing can run. */
  public boolean mayStayOut(long proc, Context context, Call call) {
    return seen.mayStayOut(proc, context, call);
  }

  /** What it says so far. Once broken, it stays broken. */
  public Ruling ruling() {
    return ruling;
  }

  /**
   * A quality without which more would explain what was seen. Whoever does not meet it is no longer
   * judged by what he really did; so what is wrong from then on may be its consequence.
   */
  public Optional<Breach> unmet() {
    return Optional.ofNullable(unmet);
  }

  /**
   * Takes in what was seen next.
   *
   * @throws IllegalStateException if the caller broke a duty: a fault of the kit
   */
  public Ruling see(Event event) {
    if (ruling != Ruling.LEGAL) {
      return ruling;
    }
    Answer answer = answer(event);
    if (answer instanceof Answer.Undefined u) {
      throw new IllegalStateException("the kit broke a duty of the caller, " + u + ": " + event);
    }
    if (answer instanceof Answer.Forbidden f) {
      List<Breach> left = f.breaches().stream().filter(enforced).toList();
      List<Breach> breaches = left.isEmpty() ? f.breaches() : left;
      boolean consequence = unmet != null && binds.test(breaches.get(0));
      ruling = new Ruling.Broken(consequence ? List.of(unmet) : breaches);
    } else if (unmet == null && !seen.lost().isEmpty()) {
      unmet = seen.lost().stream().filter(binds.negate()).findFirst().orElse(null);
    }
    return ruling;
  }

  /**
   * Takes in calls that overlapped, all that was seen of them, in order.
   *
   * @throws IllegalStateException if the caller broke a duty: a fault of the kit
   */
  public Orders.Found seeOverlapped(List<Event> events) {
    if (ruling != Ruling.LEGAL) {
      throw new IllegalStateException("it is judged already: " + ruling);
    }
    Orders.Found found = seen.overlapped(events);
    if (found instanceof Orders.Illegal illegal) {
      ruling = new Ruling.Broken(blamed(illegal));
    }
    return found;
  }

  /**
   * Where a quality that is not met ends some order, what ends the others may be its consequence.
   */
  private List<Breach> blamed(Orders.Illegal illegal) {
    if (unmet != null && binds.test(illegal.breaches().get(0))) {
      return List.of(unmet);
    }
    return illegal.elsewhere().stream()
        .filter(binds.negate())
        .findFirst()
        .map(List::of)
        .orElse(illegal.breaches());
  }

  /** What they counted is going to be read: nothing of it is out any more. */
  public void countedOverlapped(List<Event> events) {
    seen.countedOverlapped(events);
  }

  private Answer answer(Event event) {
    if (event instanceof Event.Invoked e) {
      return seen.invoked(e.id(), e.proc(), e.context(), e.call());
    }
    if (event instanceof Event.CallbackBegan e) {
      return seen.callbackBegan(e.inside(), e.of(), e.cookie());
    }
    if (event instanceof Event.CallbackEnded e) {
      return seen.callbackEnded(e.of());
    }
    return event instanceof Event.Completed e ? seen.returned(e.id(), e.outcome()) : seen.rested();
  }
}
