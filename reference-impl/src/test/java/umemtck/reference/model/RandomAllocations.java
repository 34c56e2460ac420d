package umemtck.reference.model;

import java.util.List;
import java.util.Random;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** Allocations with sleepers: who takes what has become free, and when, nobody sees. */
final class RandomAllocations extends RandomHistory {
  private static final int PAGE = 16;
  private static final int SLEEPERS = 3;

  RandomAllocations(Random random, Profile profile) {
    super(random, ModelConfig.of(declared(random), profile));
    for (Resource r : Resource.values()) {
      if (random.nextInt(4) > 0) {
        int amount = random.nextInt(r == Resource.SWAP ? 3 : 7);
        does(new Call.SetFree(r, amount), Outcome.Done.INSTANCE);
      }
    }
  }

  private static Declaration declared(Random random) {
    return Declaration.ofPageSize(PAGE)
        .withCapacity(random.nextInt(3) == 0 ? -1 : 8)
        .withOverhead(Resource.PAGES, random.nextInt(2))
        .withOverhead(Resource.ADDRESS, random.nextInt(2))
        .offering(Feature.TRASH);
  }

  @Override
  protected Call call(List<Pending> out) {
    long asleep = out.stream().filter(RandomAllocations::sleeps).count();
    UmemState s = any();
    switch (random.nextInt(7)) {
      case 0, 1:
        if (asleep < SLEEPERS) {
          return alloc(UmemFlag.DDI_UMEM_SLEEP);
        }
        return alloc(UmemFlag.DDI_UMEM_NOSLEEP);
      case 2:
        return alloc(UmemFlag.DDI_UMEM_NOSLEEP);
      case 3, 4:
        return new Call.UmemFree(
            s.liveCount() == 0 ? 0 : s.live(random.nextInt(s.liveCount())).cookie());
      case 5:
        return new Call.SetFree(resource(), random.nextInt(5));
      default:
        return new Call.GetFree(resource());
    }
  }

  private static boolean sleeps(Pending p) {
    return p.call() instanceof Call.UmemAlloc a && UmemFlag.sleeps(a.flag());
  }

  private Call alloc(int wait) {
    int kind =
        switch (random.nextInt(4)) {
          case 0 -> 0;
          case 1 -> UmemFlag.DDI_UMEM_TRASH;
          default -> UmemFlag.DDI_UMEM_PAGEABLE;
        };
    return new Call.UmemAlloc(PAGE * (1L + random.nextInt(2)), wait | kind);
  }

  private Resource resource() {
    return Resource.values()[random.nextInt(4)];
  }

  @Override
  protected Context context(Call call) {
    return Context.USER;
  }

  @Override
  protected Outcome outcome(Call call) {
    if (call instanceof Call.UmemAlloc a) {
      long fresh = calls() * 0x100L + random.nextInt(8) * 0x1000000L;
      boolean trash = UmemFlag.trash(a.flag());
      return random.nextInt(5) < 2
          ? Outcome.Allocated.REFUSED
          : new Outcome.Allocated(trash ? 0 : fresh, fresh);
    }
    return call instanceof Call.GetFree get
        ? new Outcome.Amount(amount(get.resource()))
        : Outcome.Done.INSTANCE;
  }

  /** Near what may be free, and sometimes not. */
  private long amount(Resource r) {
    Budget b = oneOfAll().budget(r);
    if (!b.known() || random.nextInt(6) == 0) {
      return random.nextInt(6);
    }
    long spread = Math.max(0, b.possible() - b.certain());
    return Math.max(0, b.certain() + random.nextInt((int) spread + 1));
  }
}
