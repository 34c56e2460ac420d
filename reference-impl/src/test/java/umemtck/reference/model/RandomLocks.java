package umemtck.reference.model;

import static umemtck.reference.model.LockStory.P;
import static umemtck.reference.model.LockStory.RW;
import static umemtck.reference.model.LockStory.at;

import java.util.List;
import java.util.Random;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.WorkerGate;

/**
 * Locks whose unlocks may be put off, with a worker that is held now and then, and changes of the
 * layout that wait for them: which unlock was done, and when, nobody sees.
 */
final class RandomLocks extends RandomHistory {
  private static final int PAGES = 4;
  private static final int LOCKS = 4;

  RandomLocks(Random random, Profile profile) {
    super(random, LockStory.config(profile));
    does(map(0, PAGES), Outcome.Done.INSTANCE);
    if (random.nextInt(3) > 0) {
      does(limit(), Outcome.Done.INSTANCE);
    }
    if (random.nextBoolean()) {
      does(new Call.GateWorker(WorkerGate.HOLD), Outcome.Done.INSTANCE);
    }
  }

  private static Call map(int first, int pages) {
    return new Call.Mmap(Ids.PROCESS, at(first), (long) pages * P, MappingKind.ANON_PRIVATE, RW);
  }

  private Call limit() {
    return new Call.SetLimit(Holder.PROJECT, Ids.PROJECT, (long) random.nextInt(6) * P);
  }

  @Override
  protected Call call(List<Pending> out) {
    switch (random.nextInt(10)) {
      case 0, 1, 2:
        return lock();
      case 3, 4, 5:
        return unlock(out);
      case 6:
        return new Call.GateWorker(WorkerGate.values()[random.nextInt(3)]);
      case 7:
        return layout(out, random.nextInt(PAGES));
      case 8:
        return random.nextInt(4) == 0 ? limit() : lock();
      default:
        return random.nextBoolean()
            ? new Call.GetLocked(Holder.PROJECT, Ids.PROJECT)
            : new Call.GetLocked(Holder.PROCESS, Ids.PROCESS);
    }
  }

  private Call lock() {
    long pages = 1 + random.nextInt(2);
    return any().locking().locks().size() >= LOCKS
        ? null
        : LockStory.lock(random.nextInt(PAGES - 1), pages);
  }

  private Call unlock(List<Pending> out) {
    for (Lock l : any().locking().locks()) {
      boolean under = out.stream().anyMatch(p -> unlocks(p.call(), l.cookie()));
      if (l.stage() == Stage.HELD && !under && random.nextBoolean()) {
        return random.nextInt(8) == 0
            ? new Call.UmemFree(l.cookie())
            : new Call.UmemUnlock(l.cookie());
      }
    }
    return null;
  }

  private static boolean unlocks(Call call, long cookie) {
    return call instanceof Call.UmemFree f && f.cookie() == cookie
        || call instanceof Call.UmemUnlock u && u.cookie() == cookie;
  }

  /** A page goes, or comes back. */
  private Call layout(List<Pending> out, int page) {
    if (out.stream().anyMatch(p -> p.call() instanceof Call.Munmap m && m.addr() == at(page))) {
      return null;
    }
    return any().locking().isMapped(Ids.PROCESS, at(page), P)
        ? new Call.Munmap(Ids.PROCESS, at(page), P)
        : map(page, 1);
  }

  @Override
  protected Context context(Call call) {
    return call instanceof Call.UmemUnlock && random.nextInt(3) > 0
        ? Context.INTERRUPT
        : Context.USER;
  }

  @Override
  protected Outcome outcome(Call call) {
    if (call instanceof Call.UmemLock) {
      return random.nextInt(3) > 0
          ? new Outcome.Locked(0, calls())
          : new Outcome.Locked(random.nextBoolean() ? Errno.ENOMEM : Errno.EFAULT, 0);
    }
    if (call instanceof Call.GetLocked get) {
      long counted = model.used(oneOfAll(), get.of(), get.id());
      return new Outcome.Amount(random.nextInt(4) == 0 ? (long) random.nextInt(5) * P : counted);
    }
    return Outcome.Done.INSTANCE;
  }
}
