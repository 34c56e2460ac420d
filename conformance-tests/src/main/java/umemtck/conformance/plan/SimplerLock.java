package umemtck.conformance.plan;

import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_LONGTERM;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_READ;

import java.util.ArrayList;
import java.util.List;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.conformance.plan.LockStep.Reaction;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;

/** What would be simpler than a step that is about locked memory; the simplest first. */
final class SimplerLock {
  private static final int READ_WRITE = Prot.READ | Prot.WRITE;

  private final List<LockStep> simpler = new ArrayList<>();

  private SimplerLock() {}

  static List<LockStep> than(LockStep step) {
    SimplerLock s = new SimplerLock();
    if (step instanceof LockStep.Lock l) {
      s.lock(l);
    } else if (step instanceof LockStep.LockMemory l) {
      s.lockMemory(l);
    } else if (step instanceof LockStep.Unlock u) {
      s.add(u, new LockStep.Unlock(u.name(), u.by(), u.context(), false));
      s.add(u, new LockStep.Unlock(u.name(), u.by(), Context.USER, u.free()));
      s.add(u, new LockStep.Unlock(u.name(), 0, u.context(), u.free()));
    } else {
      s.mapping(step);
      s.party(step);
    }
    return s.simpler;
  }

  private void add(LockStep than, LockStep candidate) {
    if (!candidate.equals(than)) {
      simpler.add(candidate);
    }
  }

  private void lock(LockStep.Lock l) {
    for (Range at : ranges(l.at())) {
      add(l, new LockStep.Lock(l.name(), l.by(), at, l.flags(), l.context()));
    }
    add(l, new LockStep.Lock(l.name(), l.by(), l.at(), DDI_UMEMLOCK_READ, l.context()));
    add(l, new LockStep.Lock(l.name(), l.by(), l.at(), l.flags(), Context.USER));
    add(l, new LockStep.Lock(l.name(), 0, l.at(), l.flags(), l.context()));
  }

  private void lockMemory(LockStep.LockMemory l) {
    int current = LockStep.LockMemory.CURRENT;
    int brief = l.flags() & ~DDI_UMEMLOCK_LONGTERM;
    if (l.owner() == current || l.owner() == l.by()) {
      // Without a vector it is ddi_umem_lock (LOCKMEM.as-lock); a callback may be beside the point.
      add(l, new LockStep.Lock(l.name(), l.by(), l.at(), brief, Context.USER));
    }
    add(l, with(l, l.at(), brief, CallbackVector.NONE, Reaction.UNLOCK));
    for (Range at : ranges(l.at())) {
      add(l, with(l, at, l.flags(), l.vector(), l.reaction()));
    }
    int longterm = l.flags() & DDI_UMEMLOCK_LONGTERM;
    add(l, with(l, l.at(), DDI_UMEMLOCK_READ | longterm, l.vector(), l.reaction()));
    add(l, with(l, l.at(), brief, l.vector(), l.reaction()));
    if (l.vector().given()) {
      add(l, with(l, l.at(), l.flags(), CallbackVector.CLEANUP, l.reaction()));
    }
    for (Reaction reaction : Reaction.values()) {
      if (reaction.ordinal() < l.reaction().ordinal()) {
        add(l, with(l, l.at(), l.flags(), l.vector(), reaction));
      }
    }
    for (int owner : new int[] {current, 0}) {
      if (owner < l.owner()) {
        add(l, by(l, l.by(), owner));
      }
    }
    add(l, by(l, 0, l.owner()));
  }

  private static LockStep.LockMemory with(
      LockStep.LockMemory l, Range at, int flags, CallbackVector vector, Reaction reaction) {
    return new LockStep.LockMemory(l.name(), l.by(), l.owner(), at, flags, vector, reaction);
  }

  private static LockStep.LockMemory by(LockStep.LockMemory l, int by, int owner) {
    return new LockStep.LockMemory(
        l.name(), by, owner, l.at(), l.flags(), l.vector(), l.reaction());
  }

  private static List<Range> ranges(Range at) {
    List<Range> ranges = new ArrayList<>();
    for (Size len : Simpler.sizes(at.len())) {
      ranges.add(new Range(at.page(), at.bytes(), len));
    }
    for (long page : lower(at.page(), 0)) {
      ranges.add(new Range(page, at.bytes(), at.len()));
    }
    for (long bytes : lower(at.bytes(), 0)) {
      ranges.add(new Range(at.page(), bytes, at.len()));
    }
    return ranges;
  }

  private void mapping(LockStep step) {
    if (step instanceof LockStep.Mmap m) {
      for (long[] at : places(m.page(), m.pages())) {
        add(m, new LockStep.Mmap(m.proc(), at[0], at[1], m.kind(), m.prot()));
      }
      MappingKind plain = MappingKind.ANON_PRIVATE;
      add(m, new LockStep.Mmap(m.proc(), m.page(), m.pages(), plain, m.prot()));
      add(m, new LockStep.Mmap(m.proc(), m.page(), m.pages(), m.kind(), READ_WRITE));
      add(m, new LockStep.Mmap(0, m.page(), m.pages(), m.kind(), m.prot()));
    } else if (step instanceof LockStep.Munmap m) {
      for (long[] at : places(m.page(), m.pages())) {
        add(m, new LockStep.Munmap(m.proc(), at[0], at[1]));
      }
      add(m, new LockStep.Munmap(0, m.page(), m.pages()));
    } else if (step instanceof LockStep.Mprotect m) {
      for (long[] at : places(m.page(), m.pages())) {
        add(m, new LockStep.Mprotect(m.proc(), at[0], at[1], m.prot()));
      }
      add(m, new LockStep.Mprotect(m.proc(), m.page(), m.pages(), READ_WRITE));
      add(m, new LockStep.Mprotect(0, m.page(), m.pages(), m.prot()));
    } else if (step instanceof LockStep.Mlock m) {
      for (long[] at : places(m.page(), m.pages())) {
        add(m, new LockStep.Mlock(m.proc(), at[0], at[1]));
      }
      add(m, new LockStep.Mlock(0, m.page(), m.pages()));
    } else if (step instanceof LockStep.Munlock m) {
      for (long[] at : places(m.page(), m.pages())) {
        add(m, new LockStep.Munlock(m.proc(), at[0], at[1]));
      }
      add(m, new LockStep.Munlock(0, m.page(), m.pages()));
    }
  }

  /** Fewer pages first, then nearer to the start of the window. */
  private static List<long[]> places(long page, long pages) {
    List<long[]> places = new ArrayList<>();
    for (long fewer : lower(pages, 1)) {
      places.add(new long[] {page, fewer});
    }
    for (long nearer : lower(page, 0)) {
      places.add(new long[] {nearer, pages});
    }
    return places;
  }

  /** The least, and one less. */
  private static List<Long> lower(long n, long least) {
    return n == least ? List.of() : n > least + 1 ? List.of(least, n - 1) : List.of(least);
  }

  private void party(LockStep step) {
    if (step instanceof LockStep.NewProcess s) {
      add(s, new LockStep.NewProcess(s.name(), 0));
    } else if (step instanceof LockStep.Vfork s) {
      add(s, new LockStep.Vfork(s.name(), 0));
    } else if (step instanceof LockStep.NewProject s) {
      add(s, new LockStep.NewProject(s.name(), 0));
    } else if (step instanceof LockStep.Settaskid s) {
      add(s, new LockStep.Settaskid(0, s.project()));
      add(s, new LockStep.Settaskid(s.proc(), 0));
    } else if (step instanceof LockStep.ZoneEnter s) {
      add(s, new LockStep.ZoneEnter(0, s.zone()));
      add(s, new LockStep.ZoneEnter(s.proc(), 0));
    } else if (step instanceof LockStep.Limit s) {
      for (Size amount : Simpler.sizes(s.amount())) {
        add(s, new LockStep.Limit(s.of(), s.name(), amount));
      }
      add(s, new LockStep.Limit(Holder.PROJECT, 0, s.amount()));
      add(s, new LockStep.Limit(s.of(), 0, s.amount()));
    } else if (step instanceof LockStep.FailNext s) {
      add(s, new LockStep.FailNext(s.step(), Errno.ENOMEM));
    }
  }
}
