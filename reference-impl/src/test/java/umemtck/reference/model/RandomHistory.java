package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
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

/**
 * A history of a small machine with sleepers, drawn from a seed: right and wrong events, each put
 * to {@link Explanations} and to {@link EagerExplanations}. What both forbid did not happen.
 */
final class RandomHistory {
  private static final int PAGE = 16;
  private static final int SLEEPERS = 3;
  private static final int OUT = 5;

  private final Random random;
  private final ModelConfig config;
  private final Explanations lazy;
  private final EagerExplanations eager;
  private final List<String> told = new ArrayList<>();
  private int calls;
  private int movedByItself;

  RandomHistory(long seed, Profile profile) {
    random = new Random(seed);
    Declaration declared =
        Declaration.ofPageSize(PAGE)
            .withCapacity(random.nextInt(3) == 0 ? -1 : 8)
            .withOverhead(Resource.PAGES, random.nextInt(2))
            .withOverhead(Resource.ADDRESS, random.nextInt(2))
            .offering(Feature.TRASH);
    config = ModelConfig.of(declared, profile);
    lazy = new Explanations(new UmemModel(config));
    eager = new EagerExplanations(new UmemModel(config));
    told.add(config.toString());
    for (Resource r : Resource.values()) {
      if (random.nextInt(4) > 0) {
        invoke(new Call.SetFree(r, random.nextInt(r == Resource.SWAP ? 3 : 7)));
        end(calls, Outcome.Done.INSTANCE);
      }
    }
  }

  /** How many events only a sleeper that had moved by itself explains. */
  int movedByItself() {
    return movedByItself;
  }

  /** One more event; whether it was accepted. */
  boolean step() {
    List<Pending> out = lazy.any().pending();
    int dice = random.nextInt(10);
    if (dice == 0 && !out.isEmpty()) {
      return agree("settled", eager.rested(), lazy.rested());
    }
    if (out.size() < OUT && (out.isEmpty() || dice < 5)) {
      return invoke(call(out));
    }
    Pending p = out.get(random.nextInt(out.size()));
    return end(p.id(), outcome(p.call()));
  }

  private boolean invoke(Call call) {
    int id = ++calls;
    String event = id + ": " + call;
    return agree(
        event, eager.invoked(id, Context.USER, call), lazy.invoked(id, Context.USER, call));
  }

  private boolean end(int id, Outcome outcome) {
    UmemModel model = new UmemModel(config);
    boolean stayed =
        eager.states().stream()
            .filter(s -> s.pending().stream().noneMatch(Pending::decided))
            .anyMatch(s -> model.returned(s, id, outcome) instanceof Answer.Next);
    boolean accepted =
        agree(id + " " + outcome, eager.returned(id, outcome), lazy.returned(id, outcome));
    movedByItself += accepted && !stayed ? 1 : 0;
    return accepted;
  }

  private boolean agree(String event, boolean eagerly, Answer lazily) {
    told.add(event);
    boolean accepted = lazily instanceof Answer.Next;
    assertEquals(eagerly, accepted, () -> String.join("\n", told) + "\n" + lazily);
    if (!accepted) {
      told.remove(told.size() - 1);
    }
    return accepted;
  }

  private Call call(List<Pending> out) {
    long asleep = out.stream().filter(RandomHistory::sleeps).count();
    UmemState s = lazy.any();
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

  private Outcome outcome(Call call) {
    if (call instanceof Call.UmemAlloc a) {
      long fresh = calls * 0x100L + random.nextInt(8) * 0x1000000L;
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
    List<UmemState> all = eager.states();
    Budget b = all.get(random.nextInt(all.size())).budget(r);
    if (!b.known() || random.nextInt(6) == 0) {
      return random.nextInt(6);
    }
    long spread = Math.max(0, b.possible() - b.certain());
    return Math.max(0, b.certain() + random.nextInt((int) spread + 1));
  }
}
