package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.UmemFlag;

/**
 * A small history of calls that overlap: two or three threads of one or two calls each, which lock,
 * unlock, unmap, allocate, or read what is counted, and end as they may or may not.
 */
final class RandomOverlap {
  private static final long HELD = 0x100;
  private static final long OTHER = 0x200;

  private final Random random;
  private final Overlap o;
  private final boolean locks;
  private final List<Long> held = new ArrayList<>(List.of(HELD, OTHER));
  private int unmapped;

  private RandomOverlap(Overlap o, Random random) {
    this.o = o;
    this.random = random;
    locks = random.nextInt(4) > 0;
  }

  static Overlap of(Profile profile, Random random) {
    Overlap o = Overlap.of(profile).maps(0, 6).limits(4).free(2 + random.nextInt(3));
    o.locks(0, 1, HELD).locks(1, 1, OTHER);
    return new RandomOverlap(o.limits(2 + random.nextInt(4)), random).tell();
  }

  private record Out(int id, Call call) {}

  private Overlap tell() {
    int threads = 2 + random.nextInt(2);
    int[] left = new int[threads];
    Out[] out = new Out[threads];
    for (int t = 0; t < threads; t++) {
      left[t] = threads == 2 ? 2 : 1;
    }
    for (int todo = threads == 2 ? 8 : 6; todo > 0; todo--) {
      int t = random.nextInt(threads);
      while (out[t] == null && left[t] == 0) {
        t = (t + 1) % threads;
      }
      if (out[t] == null) {
        left[t]--;
        out[t] = begin();
      } else {
        o.ends(out[t].id(), outcome(out[t]));
        out[t] = null;
      }
    }
    return o;
  }

  private Out begin() {
    Call call = locks ? locking() : allocating();
    boolean interrupt = call instanceof Call.UmemUnlock && random.nextBoolean();
    return new Out(o.calls(interrupt ? Context.INTERRUPT : Context.USER, Ids.PROCESS, call), call);
  }

  private Call allocating() {
    long pages = 1L + random.nextInt(2);
    return random.nextInt(4) == 0
        ? new Call.UmemAlloc(pages * LockStory.P, UmemFlag.DDI_UMEM_SLEEP)
        : Overlap.alloc(pages);
  }

  private Call locking() {
    int dice = random.nextInt(8);
    if (dice < 2 && !held.isEmpty()) {
      return new Call.UmemUnlock(held.remove(0));
    }
    if (dice == 2 && unmapped < 3) {
      return new Call.Munmap(Ids.PROCESS, Overlap.at(3 + unmapped++), LockStory.P);
    }
    return dice == 3
        ? new Call.GetLocked(Holder.PROJECT, Ids.PROJECT)
        : LockStory.lock(2 + random.nextInt(4), 1);
  }

  private Outcome outcome(Out out) {
    if (out.call() instanceof Call.UmemLock) {
      int[] errnos = {0, 0, 0, Errno.ENOMEM, Errno.ENOMEM, Errno.EFAULT};
      int errno = errnos[random.nextInt(errnos.length)];
      return new Outcome.Locked(errno, errno == 0 ? 0x1000 + out.id() : 0);
    }
    if (out.call() instanceof Call.GetLocked) {
      return new Outcome.Amount((long) random.nextInt(5) * LockStory.P);
    }
    if (out.call() instanceof Call.UmemAlloc) {
      return random.nextInt(3) == 0
          ? Allocated.REFUSED
          : new Allocated(0x10000L + 0x100L * random.nextInt(4), 0x4000 + out.id());
    }
    return Outcome.Done.INSTANCE;
  }
}
