package umemtck.conformance.judge;

import static umemtck.conformance.judge.Situation.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import umemtck.reference.model.Allocation;
import umemtck.reference.model.Demand;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.Pending;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;

/** Watches one history go by and notes which situations it contained. */
public final class Situations {
  private final ModelConfig config;
  private final Set<Situation> seen = EnumSet.noneOf(Situation.class);
  private final LockSituations locking;
  private boolean locks;
  private boolean dirtFreed;
  private boolean dirtFreedPageable;
  private Situation readOutPending;

  /** Of a machine with these constants. */
  public Situations(UmemModel model) {
    this.config = model.config();
    this.locking = new LockSituations(model, seen);
  }

  /** What was seen so far. */
  public Set<Situation> seen() {
    return seen;
  }

  /** Calls overlapped, and were judged together. */
  public void overlapped(List<Event> events) {
    seen.addAll(new OverlapSituations(events).all());
    locks = true;
  }

  /**
   * A call was made.
   *
   * @param before the state it was made in
   * @param thread the number of the call in whose thread it was made; 0 for one of its own
   */
  public void invoked(UmemState before, int thread, Pending made) {
    Call call = made.call();
    if (call instanceof Call.UmemAlloc alloc) {
      allocInvoked(before, made.context(), alloc);
    } else if (call instanceof Call.UmemFree free && !ofLock(before, free)) {
      freeInvoked(before, made.context(), free);
    } else if (call instanceof Call.PageOut) {
      pressure(before);
    }
    locks = locks || !ALLOCATION.contains(call.getClass());
    if (locks) {
      locking.invoked(before, thread, made);
    }
  }

  /**
   * A call ended, rightly.
   *
   * @param before the state in which it was still out
   * @param after the state that it led to
   */
  public void completed(UmemState before, UmemState after, Pending ended, Outcome outcome) {
    Call call = ended.call();
    if (call instanceof Call.UmemAlloc alloc) {
      allocCompleted(before, alloc, (Outcome.Allocated) outcome, ended.slept());
    } else if (call instanceof Call.UmemFree free && before.find(free.cookie()) != null) {
      readOutPending = FREED_THEN_READ_OUT;
    } else if (call instanceof Call.GetFree && readOutPending != null) {
      seen.add(readOutPending);
      readOutPending = null;
    } else if (call instanceof Call.MemoryFill fill) {
      filled(before, fill);
    } else if (call instanceof Call.PageOut && ((Outcome.Amount) outcome).amount() > 0) {
      seen.add(PAGED_OUT);
    }
    if (locks) {
      locking.completed(before, after, ended, outcome);
    }
  }

  /** While there are no other calls, nobody looks for what is not about allocations alone. */
  private static final Set<Class<?>> ALLOCATION =
      Set.of(
          Call.UmemAlloc.class,
          Call.UmemFree.class,
          Call.MemoryFill.class,
          Call.MemoryMatches.class,
          Call.SetFree.class,
          Call.GetFree.class,
          Call.PageOut.class,
          Call.IsResident.class);

  /** Whether it is the cookie of a lock that is freed: FREE.locked-cookie-unlocks. */
  private static boolean ofLock(UmemState s, Call.UmemFree free) {
    return s.locking().lock(free.cookie()) != null;
  }

  /** A cleanup function is called, rightly, inside call {@code inside}. */
  public void callbackBegan(UmemState before, int inside, int of) {
    locking.callbackBegan(before, inside, of);
  }

  /** The cleanup function that call {@code of} gave has come back. */
  public void callbackEnded(int of) {
    locking.callbackEnded(of);
  }

  /** Nothing can run, and the calls that are out are so rightly. */
  public void settled(UmemState state) {
    for (Pending p : state.pending()) {
      if (p.call() instanceof Call.UmemAlloc alloc) {
        slept(alloc);
      }
    }
    locking.settled(state);
  }

  private void slept(Call.UmemAlloc alloc) {
    if (impossible(alloc)) {
      seen.add(IMPOSSIBLE_SLEEP_BLOCKED);
    }
    if (!config.wraps(alloc.size())) {
      seen.add(SLEPT);
      if (UmemFlag.pageable(alloc.flag())) {
        seen.add(SLEPT_PAGEABLE);
      }
    }
  }

  /** A call that broke a duty on purpose was answered. */
  public void misused(Situation what) {
    seen.add(what);
  }

  private void allocInvoked(UmemState s, Context context, Call.UmemAlloc alloc) {
    boolean sleeps = UmemFlag.sleeps(alloc.flag());
    if (alloc.size() == 0) {
      seen.add(SIZE_ZERO);
      return;
    }
    if (config.wraps(alloc.size())) {
      seen.add(sleeps ? WRAP_SLEEP : WRAP_NOSLEEP);
      return;
    }
    switch (Shortage.of(config, s, alloc)) {
      case IMPOSSIBLE -> seen.add(sleeps ? IMPOSSIBLE_SLEEP : IMPOSSIBLE_NOSLEEP);
      case SHORT -> {
        if (!sleeps) {
          shortOf(Shortage.only(config, s, alloc));
        }
      }
      case NONE -> {
        seen.add(sleeps ? ENOUGH_SLEEP : ENOUGH_NOSLEEP);
        if (!sleeps && context == Context.INTERRUPT) {
          seen.add(NOSLEEP_INTERRUPT);
        }
        if (sleeps && context == Context.KERNEL) {
          seen.add(SLEEP_KERNEL);
        }
      }
      default -> {}
    }
  }

  /** Whether the size can never be had; one that wraps is another clause's. */
  private boolean impossible(Call.UmemAlloc alloc) {
    return !config.wraps(alloc.size()) && Demand.of(config, alloc).impossible();
  }

  private void shortOf(Resource only) {
    if (only != null) {
      seen.add(
          switch (only) {
            case PAGES -> SHORT_OF_PAGES;
            case SWAP -> SHORT_OF_SWAP;
            case ADDRESS -> SHORT_OF_ADDRESS;
            case COOKIES -> SHORT_OF_COOKIES;
          });
    }
  }

  private void allocCompleted(
      UmemState before, Call.UmemAlloc alloc, Outcome.Allocated got, boolean slept) {
    if (got.cookie() == 0) {
      if (impossible(alloc) && UmemFlag.sleeps(alloc.flag())) {
        seen.add(IMPOSSIBLE_SLEEP_NULL);
      }
      seen.add(REFUSED);
      readOutPending = alloc.size() == 0 ? SIZE_ZERO_THEN_READ_OUT : REFUSED_THEN_READ_OUT;
      return;
    }
    if (before.liveCount() >= 1) {
      seen.add(SEVERAL_LIVE);
    }
    if (UmemFlag.trash(alloc.flag())) {
      seen.add(TRASH_ALLOCATED);
      readOutPending = TRASH_THEN_READ_OUT;
      return;
    }
    seen.add(MEMORY_ALLOCATED);
    if (slept && before.budget(Resource.PAGES).freed()) {
      seen.add(WOKEN_BY_FREE);
    }
    boolean pageable = UmemFlag.pageable(alloc.flag());
    if (pageable ? dirtFreedPageable : dirtFreed) {
      seen.add(pageable ? DIRTY_MEMORY_CAME_BACK_PAGEABLE : DIRTY_MEMORY_CAME_BACK);
    }
  }

  private void freeInvoked(UmemState s, Context context, Call.UmemFree free) {
    if (free.cookie() == 0) {
      seen.add(FREE_NULL);
      return;
    }
    Allocation a = s.find(free.cookie());
    if (a == null) {
      return; // The cookie of a lock.
    }
    if (context == Context.INTERRUPT) {
      seen.add(FREE_INTERRUPT);
    } else if (context == Context.KERNEL) {
      seen.add(FREE_KERNEL);
    }
    if (a.hasMemory()) {
      seen.add(KEPT_UNTIL_FREE);
      dirtFreed = true;
      dirtFreedPageable |= a.kind() == CookieKind.PAGEABLE;
    }
  }

  private void filled(UmemState s, Call.MemoryFill fill) {
    Allocation a = s.at(fill.address(), config.pageSize());
    long end = fill.address() - a.address() + fill.length();
    if (Long.compareUnsigned(end, a.size()) > 0 && end == a.pages() * config.pageSize()) {
      seen.add(TAIL_USED);
    }
  }

  private void pressure(UmemState s) {
    for (Allocation a : s.live()) {
      if (a.kind() == CookieKind.NON_PAGEABLE) {
        seen.add(PRESSURE_ON_LOCKED);
      } else if (a.kind() == CookieKind.PAGEABLE) {
        seen.add(PRESSURE_ON_PAGEABLE);
        if (a.contents().runs().stream().anyMatch(r -> r.written())) {
          seen.add(PAGED_OUT_DIRTY);
        }
      }
    }
  }
}
