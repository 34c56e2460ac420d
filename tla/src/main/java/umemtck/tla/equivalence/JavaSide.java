package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import umemtck.reference.model.Allocation;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Breach;
import umemtck.reference.model.Budget;
import umemtck.reference.model.Contents;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.Pending;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.tla.graph.AllocBounds;
import umemtck.tla.graph.AllocState;
import umemtck.tla.graph.Step;
import umemtck.tla.graph.Words;

/** The Java model within the bounds of a graph, asked in the words of a graph. */
public final class JavaSide {
  /** The number of a call that no state keeps. */
  private static final int PASSING = 1_000;

  private final AllocBounds bounds;
  private final UmemModel model;

  /** The Java model with the constants of a graph. */
  public JavaSide(AllocBounds bounds) {
    this.bounds = bounds;
    Declaration declared =
        Declaration.ofPageSize(bounds.pageSize())
            .withCapacity(bounds.capacity())
            .offering(Feature.values());
    this.model =
        new UmemModel(new ModelConfig(bounds.wordMax(), Profile.of(bounds.profile()), declared));
  }

  /** The step, in Java: where it leads, or why it may not be. */
  public Answer take(UmemState s, Step step) {
    return switch (step.action()) {
      case "UmemAlloc" -> awake(s, step) ? call(s, step, alloc(step), granted(step)) : out();
      case "UmemAllocWakes" ->
          asleep(s, step) ? model.returned(s, id(step.word(0)), granted(step)) : out();
      case "UmemAllocRefused" -> {
        Outcome refused = Outcome.Allocated.REFUSED;
        yield asleep(s, step)
            ? model.returned(s, id(step.word(0)), refused)
            : awake(s, step) ? call(s, step, alloc(step), refused) : out();
      }
      case "UmemAllocSleeps" -> sleeps(s, step);
      case "UmemFree" ->
          awake(s, step)
              ? call(s, step, new Call.UmemFree(step.number(1)), Outcome.Done.INSTANCE)
              : out();
      case "UmemFreeNull" -> call(s, step, new Call.UmemFree(0), Outcome.Done.INSTANCE);
      case "MemoryFill" ->
          call(
              s,
              step,
              new Call.MemoryFill(step.number(1), step.number(2), (int) step.number(3)),
              Outcome.Done.INSTANCE);
      case "SetFree" -> setFree(s, Resource.valueOf(step.word(0)), step.number(1));
      case "PageOut" -> pageOut(s, step.number(0), step.number(1));
      default -> throw new IllegalArgumentException("no such action: " + step);
    };
  }

  /** How a call that is made now may not end, whatever the state. */
  Answer panics(UmemState s, Step step) {
    return call(s, step, alloc(step), new Outcome.Panicked("a panic"));
  }

  private static Answer out() {
    return new Answer.Undefined("ALLOC.sleep-succeeds", "a thread is in one call at a time");
  }

  private Answer call(UmemState s, Step step, Call call, Outcome outcome) {
    return call(s, context(step.word(0)), call, outcome);
  }

  /** Makes a call and ends it. */
  Answer call(UmemState s, Context context, Call call, Outcome outcome) {
    Answer made = model.invoke(s, PASSING, context, call);
    return made instanceof Answer.Next next ? model.returned(next.state(), PASSING, outcome) : made;
  }

  private Answer sleeps(UmemState s, Step step) {
    boolean asleep = asleep(s, step);
    if (!asleep && !awake(s, step)) {
      return out();
    }
    // A sleeper may rest just where a new call like it may: so each is judged by itself, though
    // the model is asked about all of them at once.
    Answer made = model.invoke(s, PASSING, context(step.word(0)), alloc(step));
    if (!(made instanceof Answer.Next next)) {
      return made;
    }
    List<Breach> more = new ArrayList<>(restless(next.state()));
    restless(s).forEach(more::remove);
    if (!more.isEmpty()) {
      return new Answer.Forbidden(more);
    }
    return asleep
        ? new Answer.Next(s)
        : model.invoke(s, id(step.word(0)), context(step.word(0)), alloc(step));
  }

  /** The states that the machine may reach by itself. */
  List<UmemState> internal(UmemState s) {
    return model.internal(s);
  }

  /** Whether it is settled how the call of a thread will end. */
  boolean decided(UmemState s, String thread) {
    Pending p = s.pending(id(thread));
    return p.took() || p.gaveUp();
  }

  /** Why calls that are out may not rest. */
  List<Breach> restless(UmemState s) {
    return model.mayRest(s) instanceof Answer.Forbidden f ? f.breaches() : List.of();
  }

  private Answer setFree(UmemState s, Resource r, long amount) {
    return call(s, Context.KERNEL, new Call.SetFree(r, amount), Outcome.Done.INSTANCE);
  }

  /** Pages leave memory; seen by a look at the first page of the cookie. */
  private Answer pageOut(UmemState s, long cookie, long amount) {
    Answer gone = call(s, Context.KERNEL, new Call.PageOut(), new Outcome.Amount(amount));
    if (cookie == 0 || !(gone instanceof Answer.Next next)) {
      return gone;
    }
    Call look = new Call.IsResident(s.find(cookie).address());
    return call(next.state(), Context.KERNEL, look, new Outcome.Amount(0));
  }

  private static Call alloc(Step step) {
    return new Call.UmemAlloc(step.number(1), (int) step.number(2));
  }

  private static Outcome granted(Step step) {
    return new Outcome.Allocated(step.number(3), step.number(4));
  }

  private Context context(String thread) {
    return bounds.interrupts().contains(thread) ? Context.INTERRUPT : Context.KERNEL;
  }

  private int id(String thread) {
    return bounds.threads().indexOf(thread) + 1;
  }

  private boolean awake(UmemState s, Step step) {
    return s.pending().stream().noneMatch(p -> p.id() == id(step.word(0)));
  }

  /** Whether the thread is asleep in this very call. */
  private boolean asleep(UmemState s, Step step) {
    return s.pending().stream()
        .anyMatch(p -> p.id() == id(step.word(0)) && p.call().equals(alloc(step)));
  }

  /** The state, in the words of a graph. */
  public AllocState project(UmemState s) {
    SortedMap<Long, AllocState.Block> live = new TreeMap<>();
    char[] memory = new char[(int) bounds.wordMax() + 1];
    Arrays.fill(memory, AllocState.DIRT);
    for (Allocation a : s.live()) {
      live.put(a.cookie(), new AllocState.Block(a.kind(), a.address(), a.pages()));
      if (a.hasMemory()) {
        for (Contents.Run run : a.contents().runs()) {
          int at = (int) a.address();
          Arrays.fill(
              memory,
              at + (int) run.from(),
              at + (int) run.to(),
              Character.forDigit(run.value(), 10));
        }
      }
    }
    SortedMap<Resource, Long> free = new TreeMap<>();
    for (Resource r : Resource.values()) {
      Budget b = s.budget(r);
      // Without overhead what is free is known to the page.
      free.put(r, b.known() && b.certain() == b.possible() ? b.certain() : -1L);
    }
    SortedMap<String, AllocState.Request> asleep = new TreeMap<>();
    for (Pending p : s.pending()) {
      Call.UmemAlloc call = (Call.UmemAlloc) p.call();
      asleep.put(
          bounds.threads().get(p.id() - 1), new AllocState.Request(call.size(), call.flag()));
    }
    return new AllocState(live, free, new String(memory), asleep);
  }

  /**
   * A state like this one, reached by calls: all is free, then what is live is allocated and
   * written, then budgets are set, then the sleepers call.
   *
   * @throws IllegalStateException if the Java model cannot be led there; the message says why
   */
  public UmemState build(AllocState wanted) {
    UmemState s = UmemState.INIT;
    long pages = wanted.live().values().stream().mapToLong(AllocState.Block::pages).sum();
    for (Resource r : Resource.values()) {
      long amount = r == Resource.COOKIES ? wanted.live().size() : pages;
      s = next(setFree(s, r, r == Resource.ADDRESS ? pages + wanted.free().get(r) : amount));
    }
    for (Map.Entry<Long, AllocState.Block> e : wanted.live().entrySet()) {
      AllocState.Block b = e.getValue();
      Call call = new Call.UmemAlloc(Math.max(1, b.pages() * bounds.pageSize()), flag(b.kind()));
      Outcome got = new Outcome.Allocated(b.address(), e.getKey());
      s = next(call(s, Context.KERNEL, call, got));
    }
    for (int a = 0; a < wanted.memory().length(); a++) {
      int tag = Character.digit(wanted.memory().charAt(a), 10);
      if (tag > 0) {
        s = next(call(s, Context.KERNEL, new Call.MemoryFill(a, 1, tag), Outcome.Done.INSTANCE));
      }
    }
    for (Resource r : Resource.values()) {
      if (r != Resource.ADDRESS) {
        s = next(setFree(s, r, wanted.free().get(r)));
      }
    }
    for (Map.Entry<String, AllocState.Request> e : wanted.asleep().entrySet()) {
      Call call = new Call.UmemAlloc(e.getValue().size(), e.getValue().flag());
      s = next(model.invoke(s, id(e.getKey()), context(e.getKey()), call));
    }
    return s;
  }

  private static int flag(CookieKind kind) {
    return switch (kind) {
      case PAGEABLE -> UmemFlag.DDI_UMEM_NOSLEEP | UmemFlag.DDI_UMEM_PAGEABLE;
      case TRASH -> UmemFlag.DDI_UMEM_NOSLEEP | UmemFlag.DDI_UMEM_TRASH;
      default -> UmemFlag.DDI_UMEM_NOSLEEP;
    };
  }

  private static UmemState next(Answer a) {
    if (a instanceof Answer.Next n) {
      return n.state();
    }
    throw new IllegalStateException("the Java model " + Words.answer(a));
  }
}
