package umemtck.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.Caller.TRASH;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.model.ModelConfig;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;

/**
 * Random calls to a kernel that checks itself: page size 16, 8 frames, up to 3 sleepers. It keeps
 * the duties of a caller, and nothing else. The seed draws the calls; which of two sleepers comes
 * first when there is enough for one is up to the threads.
 */
final class Walk {
  private static final int PAGE = 16;
  private static final int FRAMES = 8;
  private static final long[] SIZES = {
    0, 1, 15, 16, 17, 31, 32, 33, 47, 64, 80, 127, 128, 129, 1L << 31, 1L << 63, -33, -17, -16, -15,
    -1
  };

  private record Live(Allocated got, long pages, int flag) {
    boolean hasMemory() {
      return !UmemFlag.trash(flag);
    }
  }

  private record Sleeper(CompletableFuture<Allocated> call, long size, int flag) {}

  private final Random random;
  private final SelfChecking checked;
  private final Caller k;
  private final List<Live> live = new ArrayList<>();
  private final List<Sleeper> sleepers = new ArrayList<>();
  int slept;
  int woken;
  int refused;

  Walk(Profile profile, long seed) {
    random = new Random(seed);
    MonitorWaits waits = new MonitorWaits();
    KernelOptions options = new KernelOptions(PAGE, FRAMES, 0x1000, profile);
    checked =
        new SelfChecking(
            new Kernel(seed % 2 == 0 ? options : options.atTheTop(), waits),
            ModelConfig.of(new ReferenceSubject(options).declaration(), profile));
    k = new Caller(checked, waits);
    for (Resource r : Resource.values()) {
      k.setFree(r, FRAMES);
    }
  }

  void steps(int count) {
    for (int i = 0; i < count; i++) {
      step(random.nextInt(100));
      collect();
      checked.settled();
    }
  }

  /** Frees all; every budget is checked against its start. */
  void end() {
    drain();
    assertTrue(checked.judges(), "the walk broke a duty, and nothing was judged after it");
    checked.close();
  }

  private void drain() {
    while (!live.isEmpty() || !sleepers.isEmpty()) {
      while (!live.isEmpty()) {
        k.free(live.remove(0).got());
        collect();
      }
      for (Resource r : Resource.values()) {
        if (live.isEmpty()) {
          k.setFree(r, FRAMES);
          collect();
        }
      }
    }
    for (Resource r : List.of(Resource.PAGES, Resource.SWAP, Resource.COOKIES)) {
      k.getFree(r);
    }
  }

  private void step(int dice) {
    if (dice < 25) {
      alloc();
    } else if (dice < 45) {
      free();
    } else if (dice < 60) {
      touch();
    } else if (dice < 75) {
      look();
    } else if (dice < 85) {
      setFree();
    } else if (dice < 95) {
      k.getFree(List.of(Resource.PAGES, Resource.SWAP, Resource.COOKIES).get(random.nextInt(3)));
    } else if (dice < 98) {
      k.paging().pageOut();
    } else {
      drain();
    }
  }

  private void alloc() {
    long size = SIZES[random.nextInt(SIZES.length)];
    int kind = List.of(0, 0, PAGEABLE, PAGEABLE, TRASH).get(random.nextInt(5));
    if (sleepers.size() < 3 && random.nextBoolean()) {
      sleepers.add(new Sleeper(k.allocElsewhere(size, kind), size, kind));
      slept += sleepers.get(sleepers.size() - 1).call().isDone() ? 0 : 1;
      return;
    }
    k.enter(random.nextInt(4) == 0 ? Context.INTERRUPT : Context.USER);
    got(k.alloc(size, kind | NOSLEEP), size, kind);
    k.enter(Context.USER);
  }

  private void got(Allocated got, long size, int flag) {
    if (got.cookie() == 0) {
      refused++;
    } else {
      live.add(new Live(got, UmemFlag.trash(flag) ? 0 : (size + PAGE - 1) / PAGE, flag));
    }
  }

  private void collect() {
    for (Iterator<Sleeper> it = sleepers.iterator(); it.hasNext(); ) {
      Sleeper s = it.next();
      if (s.call().isDone()) {
        it.remove();
        got(s.call().join(), s.size(), s.flag());
        woken++;
      }
    }
  }

  private void free() {
    if (live.isEmpty() || random.nextInt(8) == 0) {
      k.free(0);
      return;
    }
    Live a = live.remove(random.nextInt(live.size()));
    boolean locked = !UmemFlag.pageable(a.flag()) && a.hasMemory();
    k.enter(locked && random.nextBoolean() ? Context.INTERRUPT : Context.KERNEL);
    k.free(a.got());
    k.enter(Context.USER);
  }

  private void touch() {
    Live a = anyMemory();
    if (a != null) {
      long from = random.nextLong(a.pages() * PAGE);
      long length = 1 + random.nextLong(a.pages() * PAGE - from);
      k.memory().fill(a.got().address() + from, length, (byte) random.nextInt(3));
    }
  }

  private void look() {
    Live a = anyMemory();
    if (a == null) {
      return;
    }
    long from = random.nextLong(a.pages() * PAGE);
    long length = 1 + random.nextLong(a.pages() * PAGE - from);
    switch (random.nextInt(3)) {
      case 0 -> k.memory().matches(a.got().address() + from, length, (byte) random.nextInt(3));
      case 1 -> k.memory().load(a.got().address() + from, (int) length);
      default -> k.paging().isResident(a.got().address() + from);
    }
  }

  private Live anyMemory() {
    List<Live> some = live.stream().filter(Live::hasMemory).toList();
    return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
  }

  private void setFree() {
    Resource r = Resource.values()[random.nextInt(4)];
    if (r == Resource.ADDRESS) {
      if (anyMemory() == null) {
        k.setFree(r, random.nextInt(FRAMES + 1));
      }
      return;
    }
    long used =
        live.stream()
            .filter(a -> r != Resource.SWAP || UmemFlag.pageable(a.flag()))
            .mapToLong(a -> r == Resource.COOKIES ? 1 : a.pages())
            .sum();
    k.setFree(r, random.nextLong(FRAMES - used + 1));
  }
}
